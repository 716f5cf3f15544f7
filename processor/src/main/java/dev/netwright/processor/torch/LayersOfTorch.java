package dev.netwright.processor.torch;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;

/** Lists the layers of a PyTorch network, with PyTorch's defaults, such as the norms' epsilon. */
final class LayersOfTorch {
    private static final double EPSILON = 1e-5;

    private final List<TorchLayer> layers = new ArrayList<>();

    LayersOfTorch conv(String module, Window window) {
        return conv(module, window, 1);
    }

    LayersOfTorch conv(String module, Window window, int groups) {
        return add(module, new Convolution.Form(groups, window, groups, true));
    }

    /** A fully connected layer that reads each pixel: a 1x1 convolution. */
    LayersOfTorch linearOnPixels(String module) {
        LayerForm form = new Convolution.Form(1, Window.square(1, 1, 0), 1, true);
        layers.add(new TorchLayer(module, form.torchForm(ShapeBounds.image(Interval.POSITIVE)), true));
        return this;
    }

    LayersOfTorch convWithoutBias(String module, Window window) {
        return convWithoutBias(module, window, 1);
    }

    LayersOfTorch convWithoutBias(String module, Window window, int groups) {
        return add(module, new Convolution.Form(groups, window, groups, false));
    }

    LayersOfTorch norm(String module) {
        return norm(module, EPSILON);
    }

    LayersOfTorch norm(String module, double epsilon) {
        return add(module, new BatchNorm.Form(epsilon, 0, true));
    }

    LayersOfTorch layerNorm(String module, double epsilon) {
        return add(module, new LayerNorm.Form(epsilon));
    }

    /** Layer scale, whose tensor belongs to the module itself. */
    LayersOfTorch layerScale(String module) {
        return add(module, new LayerScale.Form(1));
    }

    LayersOfTorch relu() {
        return activation(ActivationFunction.RELU);
    }

    LayersOfTorch activation(ActivationFunction function) {
        return add("", new Activation.Form(function));
    }

    LayersOfTorch maxPool(int kernel, int stride, int padding) {
        return pool(PoolKind.MAX, Window.square(kernel, stride, padding), false);
    }

    LayersOfTorch maxPoolRoundedUp(int kernel, int stride) {
        return pool(PoolKind.MAX, Window.square(kernel, stride, 0), true);
    }

    LayersOfTorch averagePool(int kernel, int stride) {
        return pool(PoolKind.AVERAGE, Window.square(kernel, stride, 0), false);
    }

    /** An average of 3x3 pixels that keeps the size; padding counts as 0. */
    LayersOfTorch paddedAveragePool() {
        return pool(PoolKind.AVERAGE, Window.square(3, 1, 1), false);
    }

    LayersOfTorch halvingPool(PoolKind kind) {
        return pool(kind, Window.square(2, 2, 0), false);
    }

    private LayersOfTorch pool(PoolKind kind, Window window, boolean isCeil) {
        return add("", new Pool.Form(kind, window, isCeil));
    }

    LayersOfTorch channelShuffle(int groups) {
        return add("", new ChannelShuffle.Form(groups));
    }

    /** The product of what the last layer gives and an earlier layer's output. */
    LayersOfTorch product() {
        return add("", new Multiply.Form());
    }

    /** torchvision's SqueezeExcitation with its two functions. */
    LayersOfTorch squeezeExcitation(String module, ActivationFunction between, ActivationFunction gate) {
        Window point = Window.square(1, 1, 0);
        return globalAveragePool()
                .conv(module + ".fc1", point)
                .activation(between)
                .conv(module + ".fc2", point)
                .activation(gate)
                .product();
    }

    LayersOfTorch globalAveragePool() {
        return add("", new Pool.GlobalForm());
    }

    /** A fully connected layer with any input: the shape of its tensor determines it. */
    LayersOfTorch linear(String module) {
        return add(module, new Linear.Form(1));
    }

    /** A fully connected layer after an adaptive pool, which keeps only maps of that size unchanged. */
    LayersOfTorch linearOnMap(String module, int side) {
        Interval sides = Interval.of(side);
        return add(module, new Linear.Form(1), ShapeBounds.image(Interval.POSITIVE, sides, sides));
    }

    /** Fully connected layers with ReLU between them: two hidden ones. */
    LayersOfTorch twoHidden(String second, String third) {
        return relu().linear(second).relu().linear(third);
    }

    TorchCounterpart of(String dialect, String title) {
        return new TorchCounterpart.Known(dialect, title, layers);
    }

    private LayersOfTorch add(String module, LayerForm layer) {
        return add(module, layer, ShapeBounds.vector(Interval.POSITIVE));
    }

    private LayersOfTorch add(String module, LayerForm layer, ShapeBounds input) {
        layers.add(new TorchLayer(module, layer.torchForm(input)));
        return this;
    }
}
