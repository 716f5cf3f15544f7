package dev.netwright.tests.parity;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * oneDNN's memory behind an activation, in whatever layout: all of a tensor's floats are multiplied, and what its layout adds to them is 0.
 *
 * @param activation as the kernels were planned with it
 * @param memory of its binding
 */
record OneDnnTensorAccess(Object activation, Hidden memory) implements TensorAccess {
    @Override
    public void multiplyValue(double factor) {
        multiply(floats("value"), factor);
    }

    @Override
    public boolean hasGradient() {
        return new Hidden(activation).call("hasGradient").as(Boolean.class);
    }

    @Override
    public Runnable multiplyWhatIsAdded(double factor) {
        FloatBuffer gradient = floats("gradient");
        if (!new Hidden(activation).call("isAccumulating").as(Boolean.class)) {
            return () -> multiply(gradient, factor);
        }
        float[] before = new float[gradient.capacity()];
        gradient.get(0, before);
        return () -> {
            for (int i = 0; i < before.length; i++) {
                gradient.put(i, (float) (before[i] + ((double) gradient.get(i) - before[i]) * factor));
            }
        };
    }

    @Override
    public void multiplyGradient(double factor) {
        multiply(floats("gradient"), factor);
    }

    private static void multiply(FloatBuffer values, double factor) {
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, (float) (values.get(i) * factor));
        }
    }

    private FloatBuffer floats(String part) {
        Hidden tensor = new Hidden(activation).call(part);
        Pointer address = tensor.call("place").call("in", memory).as(Pointer.class);
        long bytes = tensor.call("layout").call("bytes").as(Long.class);
        return new FloatPointer(address).capacity(bytes / Float.BYTES).asBuffer();
    }
}
