package dev.netwright.processor.writer;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.SummaryRow;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;

/** The text from which the runtime knows a network's layers one by one: a line for each block and, indented, for each layer. */
final class LayerList implements Layer.Visitor<String> {
    private final Shape input;

    private LayerList(Shape input) {
        this.input = input;
    }

    /**
     * Writes
     * <pre>
     * stage1
     *     c1 Conv2d 5x5 . 6x28x28 156 122304 5
     *     c1_sigmoid Sigmoid - . . 0 0 5
     * </pre>
     * that is name, PyTorch's name for what it is, kernel, inputs, output, parameters, multiply-adds, receptive field. A dash
     * is no kernel; a dot is, as input, the layer before and, as output, the shape of the first input.
     */
    static List<String> lines(NetworkPlan plan) {
        List<String> lines = new ArrayList<>();
        String block = "";
        String last = NetworkGraph.IMAGES;
        for (SummaryRow row : plan.rows()) {
            if (!row.block().equals(block)) {
                block = row.block();
                lines.add(block);
            }
            lines.add("    " + line(row.layer(), last));
            last = row.layer().node().name();
        }
        return lines;
    }

    private static String line(ShapedNode layer, String before) {
        List<String> inputs = layer.node().inputs();
        return String.join(
                " ",
                layer.node().name(),
                layer.node().layer().accept(new LayerList(layer.input())),
                inputs.equals(List.of(before)) ? "." : String.join(",", inputs),
                layer.output().equals(layer.input()) ? "." : layer.output().toString(),
                Long.toString(layer.parameterCount()),
                Long.toString(layer.multiplyAdds()),
                Long.toString(layer.receptiveField().side()));
    }

    @Override
    public String convolution(Layer.Convolution layer) {
        return "Conv2d " + kernel(layer.window());
    }

    @Override
    public String pool(Layer.Pool layer) {
        return switch (layer.kind()) {
                    case MAX -> "MaxPool2d ";
                    case AVERAGE -> "AvgPool2d ";
                }
                + kernel(layer.window());
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool layer) {
        return "AdaptiveAvgPool2d -";
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
        return input.isVector() ? "BatchNorm1d -" : "BatchNorm2d -";
    }

    @Override
    public String localResponseNorm(Layer.LocalResponseNorm layer) {
        return "LocalResponseNorm -";
    }

    @Override
    public String activation(Layer.Activation layer) {
        return switch (layer.function()) {
            case IDENTITY -> "Identity -";
            case SIGMOID -> "Sigmoid -";
            case RELU -> "ReLU -";
            case TANH -> "Tanh -";
        };
    }

    @Override
    public String dropout(Layer.Dropout layer) {
        return "Dropout -";
    }

    @Override
    public String flatten(Layer.Flatten layer) {
        return "Flatten -";
    }

    @Override
    public String add(Layer.Add layer) {
        return "Add -";
    }

    @Override
    public String concat(Layer.Concat layer) {
        return "Concat -";
    }

    @Override
    public String linear(Layer.Linear layer) {
        return "Linear -";
    }

    private static String kernel(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth();
    }
}
