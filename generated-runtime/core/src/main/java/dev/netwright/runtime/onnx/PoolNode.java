package dev.netwright.runtime.onnx;

import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.List;

/**
 * A pool in ONNX. Sizes are never rounded up by {@code ceil_mode}, because runtimes count its averages differently. If
 * the last windows exceed the padded image, the trailing padding is enlarged instead, and isn't counted in averages.
 */
record PoolNode(PoolKind kind, Window window, Shape input, Shape output) {
    String addTo(GraphNodes nodes, String layer, String image) {
        if (kind.isMean() && isGlobal()) {
            return nodes.node("GlobalAveragePool", layer, List.of(image)).add();
        }
        if (kind == PoolKind.MAX) {
            return pool(nodes, "MaxPool", layer, image, window.paddingHeight(), window.paddingWidth())
                    .ints("dilations", window.dilationHeight(), window.dilationWidth())
                    .add();
        }
        if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
            throw new UnsupportedOperationException(layer
                    + " is a dilated average pool, which ONNX has from version 19 of its operators on; this file is of version "
                    + OnnxFile.OPERATORS);
        }
        if (kind == PoolKind.AVERAGE_WITHOUT_PADDING) {
            return pool(nodes, "AveragePool", layer, image, window.paddingHeight(), window.paddingWidth())
                    .add();
        }
        if (!reachesPast()) {
            return pool(nodes, "AveragePool", layer, image, window.paddingHeight(), window.paddingWidth())
                    .integer("count_include_pad", 1)
                    .add();
        }
        return pool(nodes, "AveragePool", layer, padded(nodes, layer, image), 0, 0)
                .add();
    }

    private boolean isGlobal() {
        return window.kernelHeight() == input.height()
                && window.kernelWidth() == input.width()
                && window.paddingHeight() == 0
                && window.paddingWidth() == 0
                && output.height() == 1
                && output.width() == 1;
    }

    /** Adds padding as zeros that count in averages. */
    private String padded(GraphNodes nodes, String layer, String image) {
        if (window.paddingHeight() == 0 && window.paddingWidth() == 0) {
            return image;
        }
        String sides = nodes.constant(
                layer + "_padding",
                0,
                0,
                window.paddingHeight(),
                window.paddingWidth(),
                0,
                0,
                window.paddingHeight(),
                window.paddingWidth());
        return nodes.node("Pad", layer + "_padded", List.of(image, sides)).add();
    }

    /**
     * The pool with its padding.
     *
     * @param rows the pool's own padding above the image
     * @param columns the pool's own padding left of the image
     */
    private GraphNodes.Node pool(GraphNodes nodes, String operator, String layer, String image, int rows, int columns) {
        return nodes.node(operator, layer, List.of(image))
                .ints("kernel_shape", window.kernelHeight(), window.kernelWidth())
                .ints("strides", window.strideHeight(), window.strideWidth())
                .ints("pads", rows, columns, rows + Math.max(0, pastRows()), columns + Math.max(0, pastColumns()));
    }

    private boolean reachesPast() {
        return pastRows() > 0 || pastColumns() > 0;
    }

    private int pastRows() {
        return past(
                output.height(),
                window.strideHeight(),
                window.kernelHeight(),
                window.dilationHeight(),
                input.height() + 2 * window.paddingHeight());
    }

    private int pastColumns() {
        return past(
                output.width(),
                window.strideWidth(),
                window.kernelWidth(),
                window.dilationWidth(),
                input.width() + 2 * window.paddingWidth());
    }

    /**
     * Number of rows or columns by which the last window exceeds the padded image; negative if some of the image is
     * left over.
     */
    private static int past(int outputs, int stride, int kernel, int dilation, int padded) {
        return (outputs - 1) * stride + (kernel - 1) * dilation + 1 - padded;
    }
}
