package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;

/** Writes a PyTorch network down layer by layer, with PyTorch's defaults: norms have its epsilon. */
final class LayersOfTorch {
    private static final double EPSILON = 1e-5;

    private final List<TorchLayer> layers = new ArrayList<>();

    LayersOfTorch conv(String module, Window window) {
        return add(module, LayerForm.convolution(window, 1, true));
    }

    LayersOfTorch convWithoutBias(String module, Window window) {
        return add(module, LayerForm.convolution(window, 1, false));
    }

    LayersOfTorch norm(String module) {
        return norm(module, EPSILON);
    }

    LayersOfTorch norm(String module, double epsilon) {
        return add(module, LayerForm.norm(epsilon));
    }

    LayersOfTorch relu() {
        return activation(ActivationFunction.RELU);
    }

    LayersOfTorch activation(ActivationFunction function) {
        return add("", LayerForm.activation(function));
    }

    LayersOfTorch maxPool(int kernel, int stride, int padding) {
        return pool(PoolKind.MAX, Window.square(kernel, stride, padding), false);
    }

    LayersOfTorch maxPoolRoundedUp(int kernel, int stride) {
        return pool(PoolKind.MAX, Window.square(kernel, stride, 0), true);
    }

    LayersOfTorch halvingPool(PoolKind kind) {
        return pool(kind, Window.square(2, 2, 0), false);
    }

    private LayersOfTorch pool(PoolKind kind, Window window, boolean isCeil) {
        return add("", LayerForm.pool(kind, window, isCeil));
    }

    LayersOfTorch globalAveragePool() {
        return add("", LayerForm.globalAveragePool());
    }

    /** A fully connected layer, whatever it reads: its tensor's shape tells of it. */
    LayersOfTorch linear(String module) {
        return add(module, LayerForm.LINEAR);
    }

    /** One behind an adaptive pool, which leaves maps of that size as they are and no others. */
    LayersOfTorch linearOnMap(String module, int side) {
        return add(module, LayerForm.LINEAR_ON_MAP + side + "x" + side);
    }

    /** Fully connected layers with ReLU between them: two hidden ones. */
    LayersOfTorch twoHidden(String second, String third) {
        return relu().linear(second).relu().linear(third);
    }

    TorchCounterpart of(String dialect, String title) {
        return new TorchCounterpart.Known(dialect, title, layers);
    }

    private LayersOfTorch add(String module, String form) {
        layers.add(new TorchLayer(module, form));
        return this;
    }
}
