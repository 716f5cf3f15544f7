package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_blocked;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_blocking_desc_t;
import org.bytedeco.dnnl.memory;

/**
 * How a tensor's values lie in memory: its logical dimensions, and the library's description of where each value is.
 *
 * @param description never changed
 */
public record Layout(memory.desc description) {
    private static final int IMAGE_DIMENSIONS = 4;

    /** Dense in C order. */
    public static Layout plain(long... dimensions) {
        long[] strides = new long[dimensions.length];
        long stride = 1;
        for (int i = dimensions.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= dimensions[i];
        }
        return new Layout(new memory.desc(dimensions, memory.data_type.f32, strides, false));
    }

    /** Values at regular distances, counted in values. */
    public static Layout strided(long[] dimensions, long... strides) {
        return new Layout(new memory.desc(dimensions, memory.data_type.f32, strides, false));
    }

    /** Weights in this CPU's blocks of outputs and inputs, outputs next to each other: what its code for 1x1 windows reads. */
    public static Layout weightBlocks(long... dimensions) {
        return of(OneDnn.loaded().hasAvx512() ? memory.format_tag.OIhw16i16o : memory.format_tag.OIhw8i8o, dimensions);
    }

    /** A layout that the library names. */
    public static Layout of(memory.format_tag tag, long... dimensions) {
        return new Layout(new memory.desc(dimensions, memory.data_type.f32, tag, false));
    }

    /** Images in this CPU's blocks of channels, which the library's kernels are made for; missing channels are 0. */
    public static Layout blocked(long... dimensions) {
        return OneDnn.loaded().hasAvx512() ? of(memory.format_tag.nChw16c, dimensions) : narrow(dimensions);
    }

    /** Images in blocks of 8 channels. */
    public static Layout narrow(long... dimensions) {
        return of(memory.format_tag.nChw8c, dimensions);
    }

    /** Images whose channels lie next to each other, pixel by pixel. */
    public static Layout pixels(long... dimensions) {
        return of(memory.format_tag.nhwc, dimensions);
    }

    /** This layout, or this CPU's blocks where they are wider: the library's sums of narrower ones write past their end. */
    public Layout wide() {
        long[] dimensions = dimensions();
        boolean isNarrow = dimensions.length == IMAGE_DIMENSIONS && isSameAs(narrow(dimensions));
        return isNarrow ? blocked(dimensions) : this;
    }

    /** Whatever a primitive likes best. */
    public static Layout any(long... dimensions) {
        return of(memory.format_tag.any, dimensions);
    }

    /** No tensor at all, for an optional argument. */
    public static Layout none() {
        return new Layout(new memory.desc());
    }

    /** The logical dimensions. */
    public long[] dimensions() {
        long[] dimensions = new long[description.data().ndims()];
        description.dims().get(dimensions);
        return dimensions;
    }

    /** Bytes it takes, padding included. */
    public long bytes() {
        return description.get_size();
    }

    public boolean isSameAs(Layout other) {
        return description.equals(other.description);
    }

    /** Whether values lie one after the other in C order. */
    public boolean isPlain() {
        return isSameAs(plain(dimensions()));
    }

    /** Whether blocks hold channels that the tensor doesn't have. */
    public boolean isPadded() {
        return bytes() != plain(dimensions()).bytes();
    }

    /** The same memory with other dimensions; only for a plain layout. */
    public Layout reshaped(long... dimensions) {
        if (!isPlain()) {
            throw new IllegalStateException("only plain layouts can be reshaped, found " + this);
        }
        return plain(dimensions);
    }

    /** Whether the values are only rearranged, plain or in blocks, so that they can be recovered; Winograd's code has forms of its own. */
    public boolean isInBlocks() {
        return description.data().format_kind() == dnnl_blocked;
    }

    /** Rows of the first dimension that lie in one block; only for a layout that {@link #isInBlocks}. */
    public int blockOfRows() {
        dnnl_blocking_desc_t blocks = description.data().format_desc_blocking();
        long rows = 1;
        for (int i = 0; i < blocks.inner_nblks(); i++) {
            rows *= blocks.inner_idxs().get(i) == 0 ? blocks.inner_blks().get(i) : 1;
        }
        return Math.toIntExact(rows);
    }

    /** A part of it, in place: {@code count} channels from {@code first} on. */
    public Layout channels(long first, long count) {
        return part(1, first, count);
    }

    /** A part of it, in place: {@code count} rows of the first dimension from {@code first} on, which begin and end with a block. */
    public Layout rows(long first, long count) {
        return part(0, first, count);
    }

    /** A part of it, in place: images of these dimensions behind so many rows and columns. */
    public Layout inside(long[] before, long... dimensions) {
        long[] start = {0, 0, before[0], before[1]};
        return new Layout(description.submemory_desc(dimensions, start, false));
    }

    private Layout part(int dimension, long first, long count) {
        long[] size = dimensions();
        long[] start = new long[size.length];
        size[dimension] = count;
        start[dimension] = first;
        return new Layout(description.submemory_desc(size, start, false));
    }

    @Override
    public String toString() {
        return Arrays.toString(dimensions()) + " in " + bytes() + " bytes";
    }
}
