package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.ShapeBounds;

/**
 * A place where a part of a network is missing because of a fault, and what that part could change.
 *
 * @param channels whether it could change the channels
 * @param sides whether it could change rows and columns
 */
public record Gap(boolean channels, boolean sides) {
    static final Gap OF_CHANNELS = new Gap(true, false);
    static final Gap OF_SIDES = new Gap(false, true);
    static final Gap OF_ALL = new Gap(true, true);

    Gap or(Gap other) {
        return new Gap(channels || other.channels, sides || other.sides);
    }

    /** The shape after it as far as it is known, given the shape before it. */
    public ShapeBounds after(ShapeBounds before) {
        Interval ofSides = before.isVector() ? Interval.of(1) : Interval.POSITIVE;
        return new ShapeBounds(
                channels ? Interval.POSITIVE : before.channels(),
                sides ? ofSides : before.rows(),
                sides ? ofSides : before.columns(),
                before.isVector());
    }
}
