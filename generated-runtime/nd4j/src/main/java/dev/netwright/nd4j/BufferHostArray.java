package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies through ND4J's own transfers, which know which side is newer. They move a whole buffer, so a view of an arena
 * would move the whole arena: views are rejected.
 */
final class BufferHostArray implements HostArray {
    private final INDArray array;

    BufferHostArray(INDArray array) {
        // length() of a view's buffer is the view's own.
        long whole = array.data().underlyingLength();
        if (array.length() != whole) {
            throw new IllegalArgumentException("the host may not touch a view of " + whole + " numbers, found one of "
                    + array.length() + "; give it an array of its own");
        }
        this.array = array;
    }

    @Override
    public void write(float[] source, int count) {
        HostArray.requireRoom(array.length(), count);
        float[] whole = source;
        if (count != array.length() || source.length != count) {
            whole = Arrays.copyOf(Arrays.copyOf(source, count), Math.toIntExact(array.length()));
        }
        try (INDArray uploaded = Nd4j.create(whole, array.shape(), 'c')) {
            array.assign(uploaded);
        }
    }

    @Override
    public void read(float[] target) {
        HostArray.requireRoom(array.length(), target.length);
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalStateException("expected float32, found " + array.dataType());
        }
        System.arraycopy(array.data().asFloat(), 0, target, 0, target.length);
    }
}
