package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Window;

/** A convolution and a maximum that alone reads it: a kernel set may compute the convolution's function behind the maximum. */
record MaximumOfConvolution(TestedConvolution convolution, Window window) implements Layers {
    @Override
    public Shape images() {
        return convolution.input();
    }

    @Override
    public Shape output() {
        return TestedPool.floor(convolution.output(), PoolKind.MAX, window).output();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        convolution.describe(parameters);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation images) {
        Activation values = kernels.activation(convolution.output());
        Activation output = kernels.activation(output());
        kernels.add(kernels.binding()
                .convolution(KernelUnderTest.LAYER, images, values, convolution.window(), convolution.function()));
        kernels.add(kernels.binding().pool("maximum", values, output, PoolKind.MAX, window));
        return output;
    }
}
