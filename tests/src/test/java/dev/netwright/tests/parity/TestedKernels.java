package dev.netwright.tests.parity;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;

/** The kernel sets that have to agree with PyTorch. */
enum TestedKernels {
    ONEDNN {
        @Override
        KernelSet create() {
            return OneDnnKernelSet.create();
        }
    },
    ND4J {
        @Override
        KernelSet create() {
            return Nd4jKernelSet.create();
        }
    },
    ND4J_UNDER_CUDA_POLICY {
        @Override
        KernelSet create() {
            return Nd4jKernelSet.underCudaPolicy();
        }
    },
    /** Each value has memory of its own, and what a kernel may use up becomes NaN: a program that reads it all the same gives NaN. */
    REFERENCE {
        @Override
        KernelSet create() {
            return new ReferenceKernelSet();
        }
    };

    abstract KernelSet create();
}
