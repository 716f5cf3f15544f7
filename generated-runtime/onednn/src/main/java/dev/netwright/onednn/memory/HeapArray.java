package dev.netwright.onednn.memory;

import dev.netwright.runtime.engine.session.HostArray;

/** Values that only Java reads, such as a loss's targets. */
@SuppressWarnings("ArrayRecordComponent") // It is the array that counts, not what is in it.
public record HeapArray(float[] values) implements HostArray {
    @Override
    public void write(float[] source, int count) {
        HostArray.requireRoom(values.length, count);
        System.arraycopy(source, 0, values, 0, count);
    }

    @Override
    public void read(float[] target) {
        HostArray.requireRoom(values.length, target.length);
        System.arraycopy(values, 0, target, 0, target.length);
    }
}
