package dev.netwright.runtime.engine.memory;

import dev.netwright.runtime.machine.MemoryRoom;
import org.bytedeco.javacpp.FloatPointer;

/** Short-lived copies of Java arrays in native memory. */
public final class NativeFloats {
    private NativeFloats() {}

    /**
     * A copy of an array in native memory.
     *
     * @param values the array
     * @return a pointer that the caller closes
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static FloatPointer copyOf(float... values) {
        return uninitialized(values.length).put(values);
    }

    /**
     * Native memory with undefined values.
     *
     * @param length floats, at least 1
     * @return a pointer that the caller closes
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
