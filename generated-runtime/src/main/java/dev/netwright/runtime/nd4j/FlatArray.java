package dev.netwright.runtime.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One contiguous float32 array of native memory, of which views are handed out; closing it frees them all. */
public final class FlatArray implements AutoCloseable {
    /** Floats to which the start of each view is aligned: 256 bytes, for the native libraries' fast paths. */
    static final long ALIGNMENT = 64;

    private final INDArray flat;

    private FlatArray(INDArray flat) {
        this.flat = flat;
    }

    /** An array with whatever the memory holds. */
    public static FlatArray uninitialized(long floats) {
        return new FlatArray(Nd4j.createUninitializedDetached(DataType.FLOAT, Math.max(1, floats)));
    }

    /** An array of zeros. */
    public static FlatArray zeros(long floats) {
        FlatArray array = uninitialized(floats);
        array.flat.assign(0);
        return array;
    }

    static long aligned(long floats) {
        return (floats + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The whole array as a vector. */
    public INDArray whole() {
        return flat;
    }

    /** A dense view in C order. */
    public INDArray view(long offset, long... shape) {
        long[] strides = denseStrides(shape);
        long size = shape[0] * strides[0];
        if (offset + size > flat.length()) {
            throw new IllegalArgumentException("a view of " + Arrays.toString(shape) + " at " + offset
                    + " doesn't fit into " + flat.length() + " floats");
        }
        return Nd4j.create(flat.data(), shape, strides, offset, 'c');
    }

    static long[] denseStrides(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    @Override
    public void close() {
        flat.close();
    }
}
