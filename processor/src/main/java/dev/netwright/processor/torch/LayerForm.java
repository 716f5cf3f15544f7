package dev.netwright.processor.torch;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.math.BigDecimal;

/**
 * What a layer computes in prediction, in PyTorch's words and without what its tensors' shapes say: channels and units. Two layers of one
 * form and with equal tensors give equal values.
 */
final class LayerForm implements Layer.Visitor<String> {
    static final String LINEAR = "Linear";
    static final String LINEAR_ON_MAP = LINEAR + " on maps of ";

    private final Shape input;

    private LayerForm(Shape input) {
        this.input = input;
    }

    /** The form of a layer that has one in prediction; empty for dropout and for what only says which layer reads what. */
    static String of(ShapedNode layer) {
        return layer.node().layer().accept(new LayerForm(layer.input()));
    }

    static String convolution(Window window, int groups, boolean hasBias) {
        return "Conv2d " + text(window)
                + (window.dilationHeight() == 1 && window.dilationWidth() == 1
                        ? ""
                        : ", dilation " + sides(window.dilationHeight(), window.dilationWidth()))
                + (groups == 1 ? "" : ", " + groups + " groups")
                + (hasBias ? ", with bias" : ", without bias");
    }

    static String pool(PoolKind kind, Window window, boolean isCeil) {
        String name = switch (kind) {
            case MAX -> "MaxPool2d ";
            case AVERAGE -> "AvgPool2d ";
        };
        return name + text(window) + (isCeil ? ", sizes rounded up" : "");
    }

    static String globalAveragePool() {
        return "AdaptiveAvgPool2d to 1x1";
    }

    static String norm(double epsilon) {
        return "BatchNorm with epsilon "
                + BigDecimal.valueOf(epsilon).stripTrailingZeros().toPlainString();
    }

    static String activation(ActivationFunction function) {
        return function == ActivationFunction.IDENTITY ? "" : function.torchName();
    }

    @Override
    public String convolution(Layer.Convolution layer) {
        return convolution(layer.window(), layer.groups(), layer.hasBias());
    }

    @Override
    public String pool(Layer.Pool layer) {
        return pool(layer.kind(), layer.window(), layer.isCeil());
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool layer) {
        return globalAveragePool();
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
        return norm(layer.epsilon());
    }

    @Override
    public String localResponseNorm(Layer.LocalResponseNorm layer) {
        return "LocalResponseNorm of " + layer.size() + " channels";
    }

    @Override
    public String activation(Layer.Activation layer) {
        return activation(layer.function());
    }

    @Override
    public String dropout(Layer.Dropout layer) {
        return "";
    }

    @Override
    public String flatten(Layer.Flatten layer) {
        return "";
    }

    @Override
    public String add(Layer.Add layer) {
        return "";
    }

    @Override
    public String concat(Layer.Concat layer) {
        return "";
    }

    @Override
    public String linear(Layer.Linear layer) {
        String form = input.isVector() ? LINEAR : LINEAR_ON_MAP + input.height() + "x" + input.width();
        return form + (layer.hasBias() ? "" : ", without bias");
    }

    private static String text(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + ", stride "
                + sides(window.strideHeight(), window.strideWidth()) + ", padding "
                + sides(window.paddingHeight(), window.paddingWidth());
    }

    private static String sides(int height, int width) {
        return height == width ? Integer.toString(height) : height + "x" + width;
    }
}
