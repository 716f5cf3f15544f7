package dev.netwright.onednn.image;

import java.nio.FloatBuffer;

/**
 * A batch in units: the fewest channels of an image that are whole groups and whole stretches. A part is a unit of some images, by the sizes
 * alone, so that no sum depends on the number of threads.
 *
 * @param images the batch
 * @param channels of a unit
 * @param channelsOfGroup which divide those of a unit
 * @param ranges into which the images are cut
 */
record GroupUnits(Stretches images, int channels, int channelsOfGroup, int ranges) {
    private static final int MOST_PARTS = 32;

    static GroupUnits of(Stretches images, int groups) {
        int ofGroup = images.channels() / groups;
        int channels = leastCommonMultiple(ofGroup, images.width());
        int ranges = Math.max(1, Math.min(images.images(), MOST_PARTS * channels / images.channels()));
        return new GroupUnits(images, channels, ofGroup, ranges);
    }

    private static int leastCommonMultiple(int left, int right) {
        int a = left;
        int b = right;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return left / a * right;
    }

    int parts() {
        return images.channels() / channels * ranges;
    }

    /** The unit of a part. */
    int unit(int part) {
        return part / ranges;
    }

    /** The range of images of a part. */
    int range(int part) {
        return part % ranges;
    }

    int firstImage(int part) {
        return (int) ((long) images.images() * range(part) / ranges);
    }

    int endImage(int part) {
        return (int) ((long) images.images() * (range(part) + 1) / ranges);
    }

    /** Groups of a unit. */
    int groups() {
        return channels / channelsOfGroup;
    }

    /** The number of a unit's group in its image. */
    int group(int unit, int groupOfUnit) {
        return unit * groups() + groupOfUnit;
    }

    /** The number of the group in its image to which a unit's channel belongs. */
    int groupOf(int unit, int channelOfUnit) {
        return group(unit, channelOfUnit / channelsOfGroup);
    }

    /** The number of a unit's channel in its image. */
    int channel(int unit, int channelOfUnit) {
        return unit * channels + channelOfUnit;
    }

    double valuesOfGroup() {
        return (double) channelsOfGroup * images.pixels();
    }

    /** Pixels of an image. */
    int pixels() {
        return images.pixels();
    }

    /** Stretches of a unit. */
    int stretches() {
        return channels / images.width();
    }

    /** Pixels of a unit that are on the heap at once. */
    int pixelsOfChunk() {
        return images.pixelsOfChunk(stretches());
    }

    /** Values of a whole chunk. */
    int values() {
        return pixelsOfChunk() * channels;
    }

    /** Pixels of the chunk that begins at a pixel. */
    int pixelsFrom(int pixel) {
        return Math.min(pixelsOfChunk(), pixels() - pixel);
    }

    private int length(int pixel) {
        return pixelsFrom(pixel) * images.width();
    }

    private int fullLength() {
        return pixelsOfChunk() * images.width();
    }

    /** Copies the chunk that begins at a pixel to the heap, and returns the number of its values. */
    int load(FloatBuffer from, int image, int unit, int pixel, float[] to) {
        images.load(from, image, unit * stretches(), stretches(), pixel, length(pixel), to);
        return stretches() * length(pixel);
    }

    /** Copies a chunk from the heap. */
    void store(float[] from, int image, int unit, int pixel, FloatBuffer to) {
        images.store(from, image, unit * stretches(), stretches(), pixel, length(pixel), to);
    }

    /** A number of each of a unit's channels, in all of its places in a whole chunk. */
    void spread(float[] numbers, float[] to) {
        Lanes.spreadChannels(numbers, stretches(), images.width(), pixelsOfChunk(), to);
    }

    /** {@code values = values - means - rests} of a chunk. */
    void centre(float[] values, float[] means, float[] rests, int pixel) {
        for (int s = 0; s < stretches(); s++) {
            Lanes.centre(values, s * length(pixel), means, rests, s * fullLength(), length(pixel));
        }
    }

    /** {@code values = values factors + offsets} of a chunk. */
    void scaleAndShift(float[] values, float[] factors, float[] offsets, int pixel) {
        for (int s = 0; s < stretches(); s++) {
            Lanes.scaleAndShift(values, s * length(pixel), factors, offsets, s * fullLength(), length(pixel));
        }
    }

    /** {@code values = values + others factors} of a chunk. */
    void addScaled(float[] values, float[] others, float[] factors, int pixel) {
        for (int s = 0; s < stretches(); s++) {
            Lanes.addScaled(values, others, s * length(pixel), factors, s * fullLength(), length(pixel));
        }
    }
}
