package dev.netwright.runtime.engine.optimizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A vector in the process's own memory, and how a step sees it. */
record DirectFloats(FloatBuffer buffer) implements DirectVector.Memory {
    static DirectFloats of(float... values) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return new DirectFloats(buffer.put(0, values));
    }

    @Override
    public FloatBuffer floats(long first, int count) {
        return buffer.slice((int) first, count);
    }

    float[] read() {
        float[] values = new float[buffer.capacity()];
        buffer.get(0, values);
        return values;
    }
}
