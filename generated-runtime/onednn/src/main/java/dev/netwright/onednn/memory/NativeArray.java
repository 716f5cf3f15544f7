package dev.netwright.onednn.memory;

import dev.netwright.runtime.engine.session.HostArray;
import org.bytedeco.javacpp.FloatPointer;

/** A tensor in plain order that the host writes or reads. */
public record NativeArray(FloatPointer start, long length) implements HostArray {
    public static NativeArray of(Tensor tensor, BindingMemory memory) {
        return new NativeArray(
                new FloatPointer(tensor.place().in(memory)), tensor.layout().bytes() / Float.BYTES);
    }

    @Override
    public void write(float[] source, int count) {
        HostArray.requireRoom(length, count);
        start.put(source, 0, count);
    }

    @Override
    public void read(float[] target) {
        HostArray.requireRoom(length, target.length);
        start.get(target);
    }
}
