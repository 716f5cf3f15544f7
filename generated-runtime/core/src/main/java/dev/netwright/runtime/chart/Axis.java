package dev.netwright.runtime.chart;

import java.util.OptionalDouble;

/**
 * What an axis measures and which part of it is shown; a bound that isn't given follows from the points.
 *
 * @param label what it measures
 * @param scale how numbers become places
 * @param from the lower bound
 * @param to the upper bound
 */
public record Axis(String label, Scale scale, OptionalDouble from, OptionalDouble to) {
    /** How numbers become places. */
    public enum Scale {
        /** Equal differences are equally long. */
        LINEAR,
        /** The same, with whole numbers alone beside the axis. */
        WHOLE,
        /** Equal ratios are equally long; numbers are positive. */
        LOGARITHMIC
    }

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound isn't finite, isn't positive on a logarithmic axis, or if they are out of order
     */
    public Axis {
        from.ifPresent(bound -> requireShown(label, scale, bound));
        to.ifPresent(bound -> requireShown(label, scale, bound));
        if (from.isPresent() && to.isPresent() && from.getAsDouble() > to.getAsDouble()) {
            throw new IllegalArgumentException("axis '" + label + "' must end above " + from.getAsDouble() + ", found "
                    + to.getAsDouble() + "; give its bounds in order");
        }
    }

    /** An axis of equal differences, as long as the points need. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** An axis that counts. */
    public static Axis whole(String label) {
        return new Axis(label, Scale.WHOLE, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** An axis of equal ratios. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same from a bound on. */
    public Axis from(double bound) {
        return new Axis(label, scale, OptionalDouble.of(bound), to);
    }

    /** The same up to a bound; what lies above isn't drawn. */
    public Axis to(double bound) {
        return new Axis(label, scale, from, OptionalDouble.of(bound));
    }

    boolean shows(double number) {
        return isShown(scale, number);
    }

    private static boolean isShown(Scale scale, double number) {
        return Double.isFinite(number) && (scale != Scale.LOGARITHMIC || number > 0);
    }

    private static void requireShown(String label, Scale scale, double bound) {
        if (!isShown(scale, bound)) {
            throw new IllegalArgumentException("axis '" + label + "' must end at a finite number"
                    + (scale == Scale.LOGARITHMIC ? " above 0" : "") + ", found " + bound);
        }
    }
}
