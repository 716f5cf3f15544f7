package dev.netwright.onednn.memory;

import org.bytedeco.javacpp.FloatPointer;

/** A small vector that a step of the host reads or writes, and its array on the heap. */
public final class HostVector {
    private final FloatPointer start;
    private final float[] values;

    private HostVector(FloatPointer start, int length) {
        this.start = start;
        values = new float[length];
    }

    public static HostVector of(Tensor tensor, BindingMemory memory) {
        int length = Math.toIntExact(tensor.layout().bytes() / Float.BYTES);
        return new HostVector(new FloatPointer(tensor.place().in(memory)), length);
    }

    /** The array, to be read or filled. */
    public float[] values() {
        return values;
    }

    /** The vector as it is now. */
    public float[] read() {
        start.get(values);
        return values;
    }

    /** Copies the array to where the vector lies. */
    public void write() {
        start.put(values);
    }
}
