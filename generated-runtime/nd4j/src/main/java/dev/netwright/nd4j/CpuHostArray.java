package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between the Java heap and native memory of the same process. */
final class CpuHostArray implements HostArray {
    private final FloatPointer start;
    private final long length;

    CpuHostArray(INDArray array) {
        start = new FloatPointer(array.data().pointer()).position(array.offset());
        length = array.length();
    }

    @Override
    public void write(float[] source, int count) {
        HostArray.requireRoom(length, count);
        start.put(source, 0, count);
    }

    @Override
    public void read(float[] target) {
        HostArray.requireRoom(length, target.length);
        start.get(target, 0, target.length);
    }

    /** Copies {@code count} numbers from {@code first} on to the start of {@code target}. */
    void read(long first, float[] target, int count) {
        if (first < 0 || first + count > length) {
            throw new IllegalArgumentException(
                    "the array holds " + length + " numbers, found " + count + " from " + first + " on to copy");
        }
        start.getPointer(first).get(target, 0, count);
    }
}
