package dev.netwright.onednn.image;

import java.util.Arrays;

/** The sums of a unit's channels, and of its groups, in double. */
final class UnitSums {
    private final GroupUnits units;
    private final double[] sums;
    private final float[] numbers;

    UnitSums(GroupUnits units) {
        this.units = units;
        sums = new double[units.channels()];
        numbers = new float[sums.length];
    }

    GroupUnits units() {
        return units;
    }

    /** An array with a number of each channel, to be filled and spread. */
    float[] numbers() {
        return numbers;
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds the chunk that begins at a pixel; its values are overwritten. */
    void add(float[] values, int pixel) {
        int width = units.images().width();
        int pixels = units.pixelsFrom(pixel);
        for (int s = 0; s < units.stretches(); s++) {
            Lanes.addLanes(values, s * pixels * width, width, pixels, sums, s * width);
        }
    }

    double ofChannel(int channel) {
        return sums[channel];
    }

    /** The sum of a unit's group. */
    double ofGroup(int group) {
        double sum = 0;
        for (int c = group * units.channelsOfGroup(); c < (group + 1) * units.channelsOfGroup(); c++) {
            sum += sums[c];
        }
        return sum;
    }

    /** The sum of a unit's group with a factor for each channel, of which the unit's begin at {@code first}. */
    double ofGroup(int group, float[] factors, int first) {
        double sum = 0;
        for (int c = group * units.channelsOfGroup(); c < (group + 1) * units.channelsOfGroup(); c++) {
            sum += factors[first + c] * sums[c];
        }
        return sum;
    }

    /** Replaces the sums of a group's channels by one number. */
    void setOfGroup(int group, double number) {
        Arrays.fill(sums, group * units.channelsOfGroup(), (group + 1) * units.channelsOfGroup(), number);
    }

    /** Spreads what {@link #setOfGroup} has set. */
    void spreadChannels(float[] to) {
        for (int c = 0; c < sums.length; c++) {
            numbers[c] = (float) sums[c];
        }
        units.spread(numbers, to);
    }
}
