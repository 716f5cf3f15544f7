package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column of {@link TorchinfoTable}. The constant's name in lower case is torchinfo's name. */
public enum TorchinfoColumn {
    /** Shape of a layer's input; of the first one if there are several. */
    INPUT_SIZE("Input Shape") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return shape(batch, row.input()).toString();
        }
    },
    /** Shape of a layer's output. */
    OUTPUT_SIZE("Output Shape") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return shape(batch, row.output()).toString();
        }
    },
    /** Number of a layer's parameters. */
    NUM_PARAMS("Param #") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return count(row.parameters());
        }
    },
    /** A layer's share of the network's parameters, in percent. */
    PARAMS_PERCENT("Param %") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            double share = 100.0 * row.parameters() / network.parameters();
            return row.parameters() == 0
                    ? "     " + NONE
                    : String.format(Locale.ROOT, "%6s%%", TorchinfoTotals.twoDecimals(share));
        }
    },
    /** Kernel of a convolution or a pool; a single number for a square pool, as in PyTorch. */
    KERNEL_SIZE("Kernel Shape") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            List<Integer> kernel = row.kernel();
            if (kernel.isEmpty()) {
                return NONE;
            }
            boolean isOneNumber =
                    !row.kind().startsWith("Conv") && kernel.get(0).equals(kernel.get(1));
            return isOneNumber ? kernel.get(0).toString() : kernel.toString();
        }
    },
    /** Multiply-adds of a layer's forward pass for a batch. */
    MULT_ADDS("Mult-Adds") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return count(batch * row.multiplyAdds());
        }
    },
    /** {@code True} for layers with parameters. */
    TRAINABLE("Trainable") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return row.isTrainable() ? "True" : NONE;
        }
    };

    private static final String NONE = "--";

    private final String title;

    TorchinfoColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract String cell(TorchinfoRow row, NetworkStructure network, int batch);

    /** The column's name in torchinfo, such as {@code output_size}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A shape with the batch size in front. */
    static List<Integer> shape(int batch, List<Integer> image) {
        List<Integer> shape = new ArrayList<>();
        shape.add(batch);
        shape.addAll(image);
        return shape;
    }

    private static String count(long value) {
        return value == 0 ? NONE : String.format(Locale.ROOT, "%,d", value);
    }
}
