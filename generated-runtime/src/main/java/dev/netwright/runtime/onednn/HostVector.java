package dev.netwright.runtime.onednn;

import org.bytedeco.javacpp.FloatPointer;

/** A small vector that a step of the host reads or writes, and its array on the heap. */
record HostVector(FloatPointer start, float[] values) {
    static HostVector of(Tensor tensor, BindingMemory memory) {
        int length = Math.toIntExact(tensor.layout().bytes() / Float.BYTES);
        return new HostVector(new FloatPointer(tensor.place().in(memory)), new float[length]);
    }

    /** The vector as it is now. */
    float[] read() {
        start.get(values);
        return values;
    }

    /** Copies the array to where the vector lies. */
    void write() {
        start.put(values);
    }
}
