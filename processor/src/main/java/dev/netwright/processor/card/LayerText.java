package dev.netwright.processor.card;

import dev.netwright.operation.Activation;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import java.math.BigDecimal;
import java.util.Locale;

/** What a layer does, in a few words: {@code conv 3×3 /2}. Its channels aren't told, they stand in its shape. */
final class LayerText implements Operation.Visitor<String> {
    private static final LayerText INSTANCE = new LayerText();

    private LayerText() {}

    static String of(Layer layer) {
        return layer instanceof Operation operation ? operation.accept(INSTANCE) : "flatten";
    }

    @Override
    public String convolution(Convolution layer) {
        return "conv " + text(layer.window()) + (layer.groups() == 1 ? "" : " in " + layer.groups() + " groups");
    }

    @Override
    public String convolutionNorm(ConvolutionNorm operation) {
        return convolution(operation.convolution()) + ", norm";
    }

    @Override
    public String pool(Pool layer) {
        if (layer.isGlobal()) {
            return "global mean";
        }
        return (layer.kind() == PoolKind.MAX ? "max pool " : "mean pool ") + text(layer.window());
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        return "norm";
    }

    @Override
    public String localResponseNorm(LocalResponseNorm layer) {
        return "response norm " + layer.size();
    }

    @Override
    public String activation(Activation layer) {
        return layer.function().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String dropout(Dropout layer) {
        return "dropout "
                + BigDecimal.valueOf(layer.rate()).stripTrailingZeros().toPlainString();
    }

    @Override
    public String add(Add layer) {
        return "add";
    }

    @Override
    public String concat(Concat layer) {
        return "concat";
    }

    @Override
    public String linear(Linear layer) {
        return "linear";
    }

    /** {@code 3×3}, and only where there are such: {@code /2} for the stride, {@code dilated 2}. */
    private static String text(Window window) {
        StringBuilder text = new StringBuilder(pair(window.kernelHeight(), window.kernelWidth(), true));
        if (window.strideHeight() != 1 || window.strideWidth() != 1) {
            text.append(" /").append(pair(window.strideHeight(), window.strideWidth(), false));
        }
        if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
            text.append(" dilated ").append(pair(window.dilationHeight(), window.dilationWidth(), false));
        }
        return text.toString();
    }

    private static String pair(int rows, int columns, boolean both) {
        return both || rows != columns ? rows + "\u00d7" + columns : Integer.toString(rows);
    }
}
