package dev.netwright.nd4j;

import dev.netwright.runtime.engine.memory.NativeMemory;
import dev.netwright.runtime.machine.MemoryRoom;
import java.lang.ref.Cleaner;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A contiguous float32 array of native memory that gives out views. Closing it frees the views' memory too.
 *
 * <p>ND4J's CPU backend doesn't check whether the system granted an allocation, and then ends the JVM.
 * {@link NativeMemory} checks, so the array's memory comes from there.
 */
public final class FlatArray implements AutoCloseable {
    /** Floats to which each view's start is aligned: 256 bytes, for the fast paths of native libraries. */
    static final long ALIGNMENT = 64;

    private static final Cleaner CLEANER = Cleaner.create();

    private final INDArray flat;
    private final Runnable release;

    private FlatArray(INDArray flat, Runnable release) {
        this.flat = flat;
        this.release = release;
    }

    /**
     * Allocates an array of zeros.
     *
     * @param what the array's content in the plural, as a message begins
     * @param floats the array's length; 0 gives an array of length 1
     * @return an array that the caller closes
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static FlatArray zeros(String what, long floats) {
        long length = Math.max(1, floats);
        long bytes = Math.multiplyExact(length, Float.BYTES);
        if (Nd4j.getEnvironment().isCPU()) {
            return inHostMemory(what, length, bytes);
        }
        MemoryRoom.require(what, bytes);
        return onDevice(length);
    }

    private static FlatArray inHostMemory(String what, long length, long bytes) {
        NativeMemory memory = NativeMemory.zeros(what, bytes);
        DataBuffer buffer =
                Nd4j.createBuffer(new FloatPointer(memory.start()).capacity(length), length, DataType.FLOAT);
        // Views hold the buffer, so the memory lasts as long as any view, even if this array is never closed.
        Cleaner.Cleanable freed = CLEANER.register(buffer, memory::close);
        return new FlatArray(Nd4j.create(buffer, new long[] {length}, new long[] {1}, 0, 'c'), freed::clean);
    }

    private static FlatArray onDevice(long length) {
        INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, length);
        array.assign(0);
        return new FlatArray(array, () -> {});
    }

    static long aligned(long floats) {
        return (floats + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /**
     * The whole array as a vector.
     *
     * @return a view, valid until this array is closed
     */
    public INDArray whole() {
        return flat;
    }

    /**
     * A dense view in C order.
     *
     * @param offset index of the view's first float
     * @param shape the view's dimensions
     * @return a view, valid until this array is closed
     * @throws IllegalArgumentException if the view would exceed the array
     */
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
        release.run();
    }
}
