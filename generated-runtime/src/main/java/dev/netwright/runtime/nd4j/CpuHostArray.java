package dev.netwright.runtime.nd4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between the Java heap and native memory of the same process. */
final class CpuHostArray implements HostArray {
    private final FloatPointer start;

    CpuHostArray(INDArray array) {
        start = new FloatPointer(array.data().pointer()).position(array.offset());
    }

    @Override
    public void write(float[] source, int count) {
        start.put(source, 0, count);
    }

    @Override
    public void read(float[] target) {
        start.get(target, 0, target.length);
    }
}
