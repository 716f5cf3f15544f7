package dev.netwright.processor.card;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.Window;
import java.math.BigDecimal;
import java.util.Locale;

/** What a layer does, in a few words: {@code conv 3×3 /2}. Its channels aren't told, they stand in its shape. */
final class LayerText implements Layer.Visitor<String> {
    private static final LayerText INSTANCE = new LayerText();

    private LayerText() {}

    static String of(Layer layer) {
        return layer.accept(INSTANCE);
    }

    @Override
    public String convolution(Layer.Convolution layer) {
        return "conv " + text(layer.window()) + (layer.groups() == 1 ? "" : " in " + layer.groups() + " groups");
    }

    @Override
    public String pool(Layer.Pool layer) {
        return (layer.kind() == PoolKind.MAX ? "max pool " : "mean pool ") + text(layer.window());
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool layer) {
        return "global mean";
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
        return "norm";
    }

    @Override
    public String localResponseNorm(Layer.LocalResponseNorm layer) {
        return "response norm " + layer.size();
    }

    @Override
    public String activation(Layer.Activation layer) {
        return layer.function().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String dropout(Layer.Dropout layer) {
        return "dropout "
                + BigDecimal.valueOf(layer.rate()).stripTrailingZeros().toPlainString();
    }

    @Override
    public String flatten(Layer.Flatten layer) {
        return "flatten";
    }

    @Override
    public String add(Layer.Add layer) {
        return "add";
    }

    @Override
    public String concat(Layer.Concat layer) {
        return "concat";
    }

    @Override
    public String linear(Layer.Linear layer) {
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
