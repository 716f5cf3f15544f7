package dev.netwright.tests.processes;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.KernelSets;

/** Asks twice for the kernels of a program that doesn't choose, and prints what it gets. */
final class PreferredKernels {
    private PreferredKernels() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            KernelSet kernels = KernelSets.preferred();
            System.out.println(kernels.name() + ": " + kernels.fallbackReason().orElse("preferred"));
        }
    }
}
