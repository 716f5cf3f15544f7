package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.LayerFacts;
import dev.netwright.runtime.summary.NetworkStructure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * The totals below torchinfo's table. They count float32 bytes: of the images, of the parameters, and of the outputs of
 * layers with parameters, twice for values and gradients. {@code boundBytes} has the memory that is really allocated.
 */
record TorchinfoTotals(long parameters, long multiplyAdds, long inputBytes, long activationBytes, long parameterBytes) {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;

    static TorchinfoTotals of(NetworkStructure network, int batch) {
        long outputs = network.layers()
                .filter(layer -> layer.parameters() > 0)
                .map(LayerFacts::output)
                .mapToLong(TorchinfoTotals::size)
                .sum();
        return new TorchinfoTotals(
                network.parameters(),
                batch * network.multiplyAdds(),
                batch * size(network.images()) * Float.BYTES,
                batch * outputs * 2 * Float.BYTES,
                network.parameters() * Float.BYTES);
    }

    /** Lines with parameters and multiply-adds. */
    List<String> counts() {
        return List.of(
                String.format(Locale.ROOT, "Total params: %,d", parameters),
                String.format(Locale.ROOT, "Trainable params: %,d", parameters),
                "Non-trainable params: 0",
                "Total mult-adds " + readable(multiplyAdds));
    }

    /** Lines with sizes in megabytes of a million bytes. */
    List<String> sizes() {
        return List.of(
                "Input size (MB): " + megabytes(inputBytes),
                "Forward/backward pass size (MB): " + megabytes(activationBytes),
                "Params size (MB): " + megabytes(parameterBytes),
                "Estimated Total Size (MB): " + megabytes(inputBytes + activationBytes + parameterBytes));
    }

    /** Python's {@code "%.2f"}: rounds the exact value of a binary number, halves to even. */
    static String twoDecimals(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String readable(long count) {
        if (count >= TERA) {
            return "(T): " + wholeOrTwoDecimals(count / TERA);
        }
        return count >= GIGA ? "(G): " + wholeOrTwoDecimals(count / GIGA) : "(M): " + wholeOrTwoDecimals(count / MEGA);
    }

    private static String wholeOrTwoDecimals(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : twoDecimals(value);
    }

    private static String megabytes(long bytes) {
        return twoDecimals(bytes / MEGA);
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
