package dev.netwright.tests.kernels;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.util.Random;

/** A batch of images with labels. The arrays belong to whoever asks: each call makes new ones. */
final class TestBatch {
    private final float[] images;
    private final int[] labels;

    TestBatch(float[] images, int[] labels) {
        this.images = images.clone();
        this.labels = labels.clone();
    }

    /** Standard normal images; labels that repeat every few images. */
    static TestBatch gaussian(Shape image, int size) {
        return new TestBatch(gaussian(11, size * image.size(), 1), labels(size));
    }

    /** Image n is the unit vector n; labels that repeat every few images. */
    static TestBatch unitVectors(int length, int size) {
        float[] images = new float[size * length];
        for (int n = 0; n < size; n++) {
            images[n * length + n] = 1;
        }
        return new TestBatch(images, labels(size));
    }

    private static int[] labels(int size) {
        int[] labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = (5 * n + 3) % TestNetwork.CLASSES;
        }
        return labels;
    }

    /** Standard normal numbers, scaled. */
    static float[] gaussian(long seed, int count, double deviation) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    /**
     * Gives every tensor values that keep a layer's outputs around 1; the inputs that {@code source} holds included. Running
     * variances are positive.
     */
    static void fill(ParameterMemory memory) {
        for (Parameter parameter : memory.table().tensors()) {
            boolean isInput = parameter.name().equals("source.weight");
            double deviation = isInput ? 1 : 1 / Math.sqrt(parameter.fanIn());
            float[] values = gaussian(parameter.position(), parameter.size(), deviation);
            if (parameter.role() == ParameterSpec.Role.RUNNING_VARIANCE) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = 0.5f + values[i] * values[i];
                }
            }
            memory.write(parameter, values);
        }
    }

    float[] images() {
        return images.clone();
    }

    int[] labels() {
        return labels.clone();
    }

    int size() {
        return labels.length;
    }
}
