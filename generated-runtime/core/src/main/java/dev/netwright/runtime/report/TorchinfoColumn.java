package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column of {@link TorchinfoTable}; in lower case its constant is what torchinfo calls it. */
public enum TorchinfoColumn {
    /** Shape of what a layer reads, the first of several. */
    INPUT_SIZE("Input Shape") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return shape(batch, row.input()).toString();
        }
    },
    /** Shape of what a layer gives. */
    OUTPUT_SIZE("Output Shape") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return shape(batch, row.output()).toString();
        }
    },
    /** Parameters of a layer. */
    NUM_PARAMS("Param #") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return count(row.parameters());
        }
    },
    /** Share of a layer in the network's parameters. */
    PARAMS_PERCENT("Param %") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            double share = 100.0 * row.parameters() / network.parameters();
            return row.parameters() == 0
                    ? "     " + NONE
                    : String.format(Locale.ROOT, "%6s%%", TorchinfoTotals.twoDecimals(share));
        }
    },
    /** Kernel of a convolution or a pool; one number for a square pool, as PyTorch keeps it. */
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
    /** Multiply-adds of a batch's forward pass through a layer. */
    MULT_ADDS("Mult-Adds") {
        @Override
        String cell(TorchinfoRow row, NetworkStructure network, int batch) {
            return count(batch * row.multiplyAdds());
        }
    },
    /** {@code True} wherever there are parameters. */
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

    /** {@code output_size}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A shape with the batch in front. */
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
