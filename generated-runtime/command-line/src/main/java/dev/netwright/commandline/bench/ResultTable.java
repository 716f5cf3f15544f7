package dev.netwright.commandline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Results as a table with a line for each, and for each layer if there is a profile.
 *
 * <pre>
 * network        mode    batch  kernels  threads  median ms    min ms    max ms  images/s   floor ms  of ceiling  peak MiB
 * lenet          train     256  nd4j           2     123.45    120.10    131.00    2073.7       2.70         2 %       512
 * </pre>
 */
public final class ResultTable {
    private static final String FORMAT = "%-14s  %-6s  %5s  %-7s  %7s  %9s  %9s  %9s  %9s  %9s  %10s  %8s";
    private static final String LAYER_FORMAT = "    %-24s  %-13s  %10s  %11s  %9s  %10s  %6s%s%s";
    private static final double PERCENT = 100;

    private ResultTable() {}

    /** {@return the header line with the names of the columns} */
    public static String header() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                "network",
                "mode",
                "batch",
                "kernels",
                "threads",
                "median ms",
                "min ms",
                "max ms",
                "images/s",
                "floor ms",
                "of ceiling",
                "peak MiB");
    }

    /**
     * The lines of a result.
     *
     * @param result the result
     * @return a line for the whole step, and one for each layer
     */
    public static List<String> lines(BenchResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(line(result));
        result.profile().ifPresent(profile -> lines.addAll(layers(profile, result.ceiling())));
        return lines;
    }

    /**
     * Describes the ceiling.
     *
     * @param ceiling the ceiling
     * @return a line
     */
    public static String ceiling(Ceiling ceiling) {
        return String.format(
                Locale.ROOT,
                "ceiling %.1f GFLOP/s: the larger of a 5x3 convolution's %.1f and a matrix product's %.1f",
                ceiling.gflops(),
                ceiling.convolution(),
                ceiling.matrixProduct());
    }

    private static String line(BenchResult result) {
        Measurement measured = result.measurement();
        return String.format(
                Locale.ROOT,
                FORMAT,
                measured.workload().name(),
                measured.mode().label(),
                measured.workload().batch(),
                measured.kernels(),
                measured.threads(),
                millis(measured.times().median()),
                millis(measured.times().least()),
                millis(measured.times().most()),
                rounded("%.1f", measured.imagesPerSecond()),
                millis(result.floorMillis()),
                percent(result.shareOfCeiling()),
                measured.peakMebibytes().isPresent()
                        ? rounded("%.0f", measured.peakMebibytes().getAsDouble())
                        : "-");
    }

    private static List<String> layers(LayerProfile profile, Ceiling ceiling) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                LAYER_FORMAT,
                "layer",
                "kernel",
                "forward ms",
                "backward ms",
                "GFLOP/s",
                "GFLOP/s",
                "share",
                "  code",
                ""));
        profile.lines().forEach(line -> lines.add(layer(line, ceiling)));
        profile.ends().forEach(line -> lines.add(layer(line, ceiling)));
        lines.add(String.format(
                Locale.ROOT,
                "    together %s of a step of %s ms",
                percent(profile.share()),
                millis(profile.stepMillis())));
        return lines;
    }

    private static String layer(LayerProfile.Line line, Ceiling ceiling) {
        return String.format(
                        Locale.ROOT,
                        LAYER_FORMAT,
                        line.layer(),
                        line.kind(),
                        millis(line.forwardMillis()),
                        line.backwardMillis() == 0 ? "-" : millis(line.backwardMillis()),
                        gflops(line.forwardGflops()),
                        gflops(line.backwardGflops()),
                        rounded("%.1f %%", PERCENT * line.share()),
                        line.code().isEmpty() ? "" : "  " + line.code(),
                        line.isAbove(ceiling) ? ", above the ceiling" : "")
                .stripTrailing();
    }

    private static String gflops(OptionalDouble value) {
        return value.isPresent() ? rounded("%.1f", value.getAsDouble()) : "-";
    }

    /** Shows microseconds if the time is below ten milliseconds. */
    private static String millis(double value) {
        return rounded(value < 10 ? "%.4f" : "%.2f", value);
    }

    private static String percent(double share) {
        return rounded("%.0f %%", PERCENT * share);
    }

    private static String rounded(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
