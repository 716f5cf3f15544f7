package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.NormActivation;

/** A norm with its running statistics in training; nothing before it wants a gradient. */
record FrozenNorm(NormActivation running) implements NormActivation {
    @Override
    public void forward() {
        running.forward();
    }

    @Override
    public void backward() {}
}
