package dev.netwright.onednn.image;

import java.nio.FloatBuffer;

/**
 * A batch in chunks of pixels with all of their channels, and the chunks in parts. Parts depend on the sizes alone and not on the number of
 * threads, so that their sums don't either.
 *
 * @param images the batch
 * @param pixels of a chunk; the last of an image may have fewer
 */
record Chunks(Stretches images, int pixels) {
    private static final int MOST_PARTS = 32;

    static Chunks of(Stretches images) {
        return new Chunks(images, images.pixelsOfChunk(images.count()));
    }

    private int ofImage() {
        return (images.pixels() + pixels - 1) / pixels;
    }

    private int count() {
        return images.images() * ofImage();
    }

    int parts() {
        return Math.min(MOST_PARTS, count());
    }

    /** The first chunk of a part; that of the part behind the last is the number of chunks. */
    int first(int part) {
        return (int) ((long) count() * part / parts());
    }

    int image(int chunk) {
        return chunk / ofImage();
    }

    /** The first pixel of a chunk. */
    int pixel(int chunk) {
        return chunk % ofImage() * pixels;
    }

    /** Pixels of a chunk. */
    int pixels(int chunk) {
        return Math.min(pixels, images.pixels() - pixel(chunk));
    }

    /** Values of a whole chunk. */
    int values() {
        return pixels * images.channels();
    }

    /** Values of a stretch of a chunk. */
    int length(int chunk) {
        return pixels(chunk) * images.width();
    }

    /** Copies a chunk to the heap, stretch after stretch. */
    void load(FloatBuffer from, int chunk, float[] to) {
        images.load(from, image(chunk), 0, images.count(), pixel(chunk), length(chunk), to);
    }

    /** Adds up a chunk's values of each channel, which are overwritten. */
    void addChannels(float[] values, int chunk, double[] sums) {
        for (int s = 0; s < images.count(); s++) {
            Lanes.addLanes(values, s * length(chunk), images.width(), pixels(chunk), sums, s * images.width());
        }
    }

    /** Copies a chunk from the heap. */
    void store(float[] from, int chunk, FloatBuffer to) {
        images.store(from, image(chunk), 0, images.count(), pixel(chunk), length(chunk), to);
    }
}
