package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A convolution, a pool that alone reads it, and a residual block on the pool's output: a kernel set may compute the convolution's
 * function behind a maximum, and may have values that only a pool reads in a layout of their own.
 */
record PoolOfConvolution(TestedConvolution convolution, TestedPool pool) implements Layers {
    @Override
    public Shape images() {
        return convolution.input();
    }

    @Override
    public Shape output() {
        return pool.output();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        convolution.describe(parameters);
        int channels = output().channels();
        parameters.convolution("pointwise", channels, channels, 1, 1);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation images) {
        Binding binding = kernels.binding();
        Activation values = kernels.activation(convolution.output());
        Activation pooled = kernels.activation(output());
        Activation output = kernels.activation(output());
        kernels.add(binding.convolution(
                KernelUnderTest.LAYER, images, values, convolution.window(), convolution.function()));
        kernels.add(binding.pool("pool", values, pooled, pool.kind(), pool.window()));
        Activation mixed = kernels.activation(output());
        kernels.add(binding.convolution(
                "pointwise", binding.accumulating(pooled), mixed, Window.square(1, 1, 0), ActivationFunction.IDENTITY));
        kernels.add(binding.add("sum", pooled, mixed, output, ActivationFunction.SIGMOID));
        return output;
    }
}
