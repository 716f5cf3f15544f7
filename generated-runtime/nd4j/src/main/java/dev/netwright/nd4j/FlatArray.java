package dev.netwright.nd4j;

import dev.netwright.runtime.machine.MemoryRoom;
import dev.netwright.runtime.engine.memory.NativeMemory;
import java.lang.ref.Cleaner;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One contiguous float32 array of native memory, of which views are handed out; closing it frees them all.
 *
 * <p>ND4J's CPU backend writes to memory that it asked for without a look at whether it got it, which ends the JVM. So its memory
 * is allocated by {@link NativeMemory}, which looks.
 */
public final class FlatArray implements AutoCloseable {
    /** Floats to which the start of each view is aligned: 256 bytes, for the native libraries' fast paths. */
    static final long ALIGNMENT = 64;

    private static final Cleaner CLEANER = Cleaner.create();

    private final INDArray flat;
    private final Runnable release;

    private FlatArray(INDArray flat, Runnable release) {
        this.flat = flat;
        this.release = release;
    }

    /**
     * An array of zeros.
     *
     * @param what it is for, as a message begins
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
        DataBuffer buffer = Nd4j.createBuffer(
                new FloatPointer(memory.start()).capacity(length), length, DataType.FLOAT);
        // Views hold the buffer: as long as there is one, the memory stays, whether or not anybody remembers to close.
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
        release.run();
    }
}
