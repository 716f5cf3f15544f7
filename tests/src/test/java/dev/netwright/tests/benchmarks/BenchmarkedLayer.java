package dev.netwright.tests.benchmarks;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Window;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A layer with its sizes, as networks at hand have it.
 *
 * @param describe adds it, with the function that its kernel takes in, behind what it reads
 */
record BenchmarkedLayer(int batch, Shape input, Consumer<NetworkLayersBuilder> describe) {
    /** Its name in the network. */
    static final String LAYER = "benchmarked";

    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private static final Map<String, BenchmarkedLayer> BY_NAME = Map.ofEntries(
            Map.entry("stem-11x11-1x224-to-96", convolution(image(1, 224), 96, 11, 4, 1)),
            Map.entry("stem-7x7-1x96-to-64", convolution(image(1, 96), 64, 7, 2, 3)),
            Map.entry("stem-5x5-1x28-to-6", convolution(image(1, 28), 6, 5, 1, 2)),
            Map.entry("stem-3x3-1x224-to-16", convolution(image(1, 224), 16, 3, 1, 1)),
            Map.entry("conv-3x3-64x56-to-128", convolution(image(64, 56), 128, 3, 1, 1)),
            Map.entry("conv-3x3-384x12-to-384", convolution(image(384, 12), 384, 3, 1, 1)),
            Map.entry("conv-5x5-96x26-to-256", convolution(image(96, 26), 256, 5, 1, 2)),
            Map.entry("conv-1x1-192x28-to-64", convolution(image(192, 28), 64, 1, 1, 0)),
            Map.entry("max-pool-3x3-96x54", pool(image(96, 54), PoolKind.MAX, 3, 2)),
            Map.entry("average-pool-2x2-96x24", pool(image(96, 24), PoolKind.AVERAGE, 2, 2)),
            Map.entry("adaptive-pool-64x56-to-6", form(image(64, 56), new AdaptiveAveragePool.Form(6, 6))),
            Map.entry(
                    "upsample-bilinear-64x28-by-2",
                    form(image(64, 28), new Upsample.Form(2, 2, Interpolation.BILINEAR))),
            Map.entry(
                    "transposed-2x2-64x28-to-32",
                    form(image(64, 28), new TransposedConvolution.Form(32, Window.square(2, 2, 0), 0, 0, 1, true))),
            Map.entry("shuffle-4-240x28", form(image(240, 28), new ChannelShuffle.Form(4))),
            Map.entry("split-2-240x28", form(image(240, 28), new ChannelSplit.Form(2, 1))),
            Map.entry("gate-144x56", gate(image(144, 56))),
            Map.entry("norm-relu-64x48", norm(image(64, 48))),
            Map.entry("layer-norm-96x56", form(image(96, 56), new LayerNorm.Form(EPSILON))),
            Map.entry("group-norm-32-256x14", form(image(256, 14), new GroupNorm.Form(32, EPSILON))),
            Map.entry("layer-scale-96x56", form(image(96, 56), new LayerScale.Form(1))),
            Map.entry("stochastic-depth-96x56", form(image(96, 56), new StochasticDepth.Form(0.2))),
            Map.entry("linear-6400-to-4096", linear(6400, 4096)),
            Map.entry("linear-4096-to-10", linear(4096, 10)));

    /**
     * The layer of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    static BenchmarkedLayer named(String name) {
        BenchmarkedLayer layer = BY_NAME.get(name);
        if (layer == null) {
            throw new IllegalArgumentException("no layer is called " + name + "; there are " + BY_NAME.keySet());
        }
        return layer;
    }

    /** All names. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Whether it reads the images, whose gradient nobody needs. */
    boolean isStem() {
        return input.channels() == 1;
    }

    private static Shape image(int channels, int side) {
        return Shape.image(channels, side, side);
    }

    private static BenchmarkedLayer convolution(Shape input, int channels, int kernel, int stride, int padding) {
        return of(
                input,
                network -> network.convolution(LAYER, channels, Window.square(kernel, stride, padding))
                        .activation("relu", ActivationFunction.RELU));
    }

    private static BenchmarkedLayer pool(Shape input, PoolKind kind, int kernel, int stride) {
        return of(input, network -> network.pool(LAYER, kind, Window.square(kernel, stride, 0)));
    }

    private static BenchmarkedLayer form(Shape input, LayerForm form) {
        return of(input, network -> network.layer(LAYER, form));
    }

    /** A product of the channels with their means. */
    private static BenchmarkedLayer gate(Shape input) {
        return of(
                input,
                network -> network.activation("image", ActivationFunction.RELU)
                        .globalAveragePool("gate")
                        .multiply(LAYER, "image", "gate"));
    }

    private static BenchmarkedLayer norm(Shape input) {
        return of(
                input,
                network -> network.batchNorm(LAYER, EPSILON, MOMENTUM, RunningVariance.UNBIASED)
                        .activation("relu", ActivationFunction.RELU));
    }

    private static BenchmarkedLayer linear(int inputs, int outputs) {
        return of(
                Shape.features(inputs),
                network -> network.linear(LAYER, outputs).activation("relu", ActivationFunction.RELU));
    }

    private static BenchmarkedLayer of(Shape input, Consumer<NetworkLayersBuilder> describe) {
        return new BenchmarkedLayer(32, input, describe);
    }
}
