package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;

/** The kernel sets that have to agree with PyTorch. */
enum TestedKernels {
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
    };

    abstract KernelSet create();
}
