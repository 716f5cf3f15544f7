package dev.netwright.runtime.engine.memory;

import dev.netwright.runtime.machine.MemoryRoom;
import org.bytedeco.javacpp.FloatPointer;

/** Copies of Java's arrays in native memory, for a while. */
public final class NativeFloats {
    private NativeFloats() {}

    /**
     * A copy that the caller closes.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static FloatPointer copyOf(float... values) {
        return uninitialized(values.length).put(values);
    }

    /**
     * Room for so many values, which the caller closes.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static FloatPointer uninitialized(long length) {
        String what = "copies of " + length + " values";
        long bytes = Float.BYTES * length;
        MemoryRoom.require(what, bytes);
        try {
            return new FloatPointer(length);
        } catch (OutOfMemoryError e) { // JavaCPP's, for native memory that the system refuses.
            throw MemoryRoom.refused(what, bytes);
        }
    }
}
