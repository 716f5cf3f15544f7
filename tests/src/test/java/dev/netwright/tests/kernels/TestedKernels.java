package dev.netwright.tests.kernels;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.List;
import java.util.stream.Stream;

/** Every kernel set that has to keep the contract: a new one joins all tests with a line here. */
public enum TestedKernels {
    /** oneDNN's primitives. */
    ONEDNN {
        @Override
        public KernelSet create() {
            return OneDnnKernelSet.create();
        }
    },
    /** ND4J as it runs here. */
    ND4J {
        @Override
        public KernelSet create() {
            return Nd4jKernelSet.create();
        }
    },
    /** ND4J as it runs on a GPU, on the CPU's backend. */
    ND4J_UNDER_CUDA_POLICY {
        @Override
        public KernelSet create() {
            return Nd4jKernelSet.underCudaPolicy();
        }
    },
    /** What the others are compared with, which has to keep the contract as well. */
    REFERENCE {
        @Override
        public KernelSet create() {
            return new ReferenceKernelSet();
        }
    };

    /** All but the reference, with which they are compared. */
    public static List<TestedKernels> compared() {
        return Stream.of(values()).filter(kernels -> kernels != REFERENCE).toList();
    }

    /** The kernel set. */
    public abstract KernelSet create();
}
