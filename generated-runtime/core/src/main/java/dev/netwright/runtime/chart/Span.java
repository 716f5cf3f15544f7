package dev.netwright.runtime.chart;

import dev.netwright.runtime.chart.Axis.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/** The visible range of an axis and its tick marks. */
record Span(Scale scale, double from, double to) {
    /** A logarithmic axis over fewer powers of ten also has ticks at 2 and 5. */
    private static final int FEW_DECADES = 2;

    private static final double TOLERANCE = 1e-9;

    /** A tick mark with its label. */
    record Tick(double at, String text) {}

    /** The range that an axis needs for some numbers. */
    static Span of(Axis axis, DoubleStream numbers) {
        DoubleSummaryStatistics found = numbers.filter(axis::shows).summaryStatistics();
        boolean isLogarithmic = axis.scale() == Scale.LOGARITHMIC;
        double least = axis.from().orElse(found.getCount() > 0 ? found.getMin() : isLogarithmic ? 0.1 : 0);
        double most = axis.to().orElse(found.getCount() > 0 ? found.getMax() : isLogarithmic ? 10 : 1);
        if (least < most) {
            return new Span(axis.scale(), least, most);
        }
        if (isLogarithmic) {
            return new Span(axis.scale(), Math.min(least, most) / 10, Math.max(least, most) * 10);
        }
        return new Span(axis.scale(), Math.min(least, most) - 0.5, Math.max(least, most) + 0.5);
    }

    /** Extends the range to round numbers at the bounds that the axis doesn't fix. */
    Span rounded(Axis axis, int most) {
        if (scale == Scale.LOGARITHMIC) {
            return this;
        }
        double step = step(most);
        return new Span(
                scale,
                axis.from().isPresent() ? from : Math.floor(from / step + TOLERANCE) * step,
                axis.to().isPresent() ? to : Math.ceil(to / step - TOLERANCE) * step);
    }

    /** Position of a number: 0 at the lower bound, 1 at the upper one. */
    double place(double number) {
        return scale == Scale.LOGARITHMIC
                ? Math.log(number / from) / Math.log(to / from)
                : (number - from) / (to - from);
    }

    /** Ticks at round numbers, about as many as asked for. */
    List<Tick> ticks(int most) {
        return scale == Scale.LOGARITHMIC ? decades(most) : multiples(step(most));
    }

    private List<Tick> multiples(double step) {
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - TOLERANCE); i * step <= to + TOLERANCE * step; i++) {
            ticks.add(tick(i * step));
        }
        return ticks;
    }

    private List<Tick> decades(int most) {
        int first = (int) Math.floor(Math.log10(from) + TOLERANCE);
        int last = (int) Math.ceil(Math.log10(to) - TOLERANCE);
        int stride = Math.max(1, (last - first + most - 1) / most);
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += stride) {
            for (int digit : last - first > FEW_DECADES ? new int[] {1} : new int[] {1, 2, 5}) {
                double number = digit * Math.pow(10, power);
                if (number >= from * (1 - TOLERANCE) && number <= to * (1 + TOLERANCE)) {
                    ticks.add(tick(number));
                }
            }
        }
        return ticks;
    }

    /** The smallest 1, 2 or 5 times a power of ten that gives at most this many ticks. */
    private double step(int most) {
        double least = (to - from) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = 10 * power;
        for (double digit : new double[] {5, 2, 1}) {
            step = digit * power >= least * (1 - TOLERANCE) ? digit * power : step;
        }
        return scale == Scale.WHOLE ? Math.max(1, step) : step;
    }

    private static Tick tick(double number) {
        return new Tick(number, text(number, 9));
    }

    /** Plain digits, or scientific notation such as {@code 2.5e-4} if that is shorter. */
    static String text(double number, int digits) {
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0) {
            return "0";
        }
        return power < -3 || power > 5
                ? rounded.movePointLeft(power).toPlainString() + "e" + power
                : rounded.toPlainString();
    }
}
