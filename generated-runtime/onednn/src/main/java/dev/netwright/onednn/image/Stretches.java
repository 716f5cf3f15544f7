package dev.netwright.onednn.image;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.plan.onednn.CostTable;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A batch of images as Java walks over it. An image is stretch after stretch, a stretch pixel after pixel, and a pixel of a stretch is
 * {@code width} neighbouring channels: 1 of planes, those of a block, or all.
 *
 * @param images in the batch
 * @param channels of an image
 * @param width channels next to each other, which divide {@code channels}
 * @param pixels of a channel
 */
record Stretches(int images, int channels, int width, int pixels) {
    /** Values that are on the heap at once, so that a few arrays of them stay in a core's own cache: 32 KiB. */
    private static final int CHUNK_VALUES = 1 << 13;

    /** The layout in which a tensor can be walked over: its own if it is planes, pixels or full blocks of channels, otherwise planes. */
    static Layout layout(Layout given) {
        return widthOf(given) > 0 ? given : Layout.plain(given.dimensions());
    }

    /** Images in a layout of {@link #layout}. */
    static Stretches of(Layout layout) {
        long[] dimensions = layout.dimensions();
        int pixels = Math.toIntExact(dimensions[2] * dimensions[3]);
        return new Stretches((int) dimensions[0], (int) dimensions[1], widthOf(layout), pixels);
    }

    /** Channels next to each other, 0 in any other layout. */
    private static int widthOf(Layout layout) {
        long[] dimensions = layout.dimensions();
        if (layout.isPlain()) {
            return dimensions[2] * dimensions[3] == 1 ? (int) dimensions[1] : 1;
        }
        if (layout.isSameAs(Layout.pixels(dimensions))) {
            return (int) dimensions[1];
        }
        if (layout.isPadded()) {
            return 0;
        }
        if (layout.isSameAs(Layout.narrow(dimensions))) {
            return CostTable.AVX2_BLOCK;
        }
        return layout.isSameAs(Layout.blocked(dimensions)) ? OneDnn.loaded().block() : 0;
    }

    /** Stretches of an image. */
    int count() {
        return channels / width;
    }

    /** Values of the batch. */
    long values() {
        return (long) images * channels * pixels;
    }

    /** Pixels of so many stretches that are on the heap at once. */
    int pixelsOfChunk(int stretches) {
        return Math.max(1, Math.min(pixels, CHUNK_VALUES / (stretches * width)));
    }

    /**
     * Copies a part of an image to the heap: stretch after stretch.
     *
     * @param first the part's first stretch
     * @param stretches the part's number of stretches
     * @param pixel the part's first pixel in each of them
     * @param length the part's values in each of them
     */
    void load(FloatBuffer from, int image, int first, int stretches, int pixel, int length, float[] to) {
        for (int s = 0; s < stretches; s++) {
            from.get(place(image, first + s, pixel), to, s * length, length);
        }
    }

    /** Copies a part of an image from the heap. */
    void store(float[] from, int image, int first, int stretches, int pixel, int length, FloatBuffer to) {
        for (int s = 0; s < stretches; s++) {
            to.put(place(image, first + s, pixel), from, s * length, length);
        }
    }

    private int place(int image, int stretch, int pixel) {
        return ((image * count() + stretch) * pixels + pixel) * width;
    }

    /** The numbers of a tensor. */
    static FloatBuffer floats(Tensor tensor, BindingMemory memory) {
        return new FloatPointer(tensor.place().in(memory))
                .capacity(tensor.layout().bytes() / Float.BYTES)
                .asBuffer();
    }
}
