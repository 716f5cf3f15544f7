package dev.netwright.runtime.chart;

import java.util.OptionalDouble;

/**
 * An axis of a chart. A bound that isn't given follows from the points.
 *
 * @param label the quantity on the axis, with its unit
 * @param scale how numbers map to positions
 * @param from lower bound of the visible range
 * @param to upper bound of the visible range
 */
public record Axis(String label, Scale scale, OptionalDouble from, OptionalDouble to) {
    /** How numbers map to positions. */
    public enum Scale {
        /** Equal differences have equal lengths. */
        LINEAR,
        /** Like {@link #LINEAR}, with labels at whole numbers only. */
        WHOLE,
        /** Equal ratios have equal lengths; all numbers are positive. */
        LOGARITHMIC
    }

    /**
     * Checks the bounds.
     *
     * @param label the quantity on the axis, with its unit
     * @param scale how numbers map to positions
     * @param from lower bound of the visible range
     * @param to upper bound of the visible range
     * @throws IllegalArgumentException if a bound isn't finite, isn't positive on a logarithmic axis, or if they are
     *     out of order
     */
    public Axis {
        from.ifPresent(bound -> requireShown(label, scale, bound));
        to.ifPresent(bound -> requireShown(label, scale, bound));
        if (from.isPresent() && to.isPresent() && from.getAsDouble() > to.getAsDouble()) {
            throw new IllegalArgumentException("axis '" + label + "' must have its upper bound above "
                    + from.getAsDouble() + ", found " + to.getAsDouble() + "; give the bounds in ascending order");
        }
    }

    /**
     * A linear axis whose bounds follow from the points.
     *
     * @param label the quantity on the axis, with its unit
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * A linear axis with labels at whole numbers only, for counts.
     *
     * @param label the quantity on the axis
     * @return the axis
     */
    public static Axis whole(String label) {
        return new Axis(label, Scale.WHOLE, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * A logarithmic axis whose bounds follow from the points.
     *
     * @param label the quantity on the axis, with its unit
     * @return the axis
     */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * Sets the lower bound.
     *
     * @param bound smallest visible number
     * @return a changed copy
     */
    public Axis from(double bound) {
        return new Axis(label, scale, OptionalDouble.of(bound), to);
    }

    /**
     * Sets the upper bound; points above it aren't drawn.
     *
     * @param bound largest visible number
     * @return a changed copy
     */
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
            throw new IllegalArgumentException("axis '" + label + "' must have finite bounds"
                    + (scale == Scale.LOGARITHMIC ? " above 0" : "") + ", found " + bound);
        }
    }
}
