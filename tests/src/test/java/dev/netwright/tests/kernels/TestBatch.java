package dev.netwright.tests.kernels;

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

    /** Standard normal images for a first layer, unit vectors for an inner one; labels that repeat every few images. */
    static TestBatch of(SingleKernelNetwork network, int size) {
        int imageSize = network.images().size();
        float[] images = network.isFirstLayer() ? gaussian(11, size * imageSize, 1) : new float[size * imageSize];
        int[] labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = (5 * n + 3) % SingleKernelNetwork.CLASSES;
            if (!network.isFirstLayer()) {
                images[n * imageSize + n] = 1;
            }
        }
        return new TestBatch(images, labels);
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

    /** Gives every parameter values that keep a layer's outputs around 1; the inputs that {@code source} holds included. */
    static void fill(ParameterMemory memory) {
        for (Parameter parameter : memory.table().parameters()) {
            boolean isInput = parameter.name().equals("source.weight");
            double deviation = isInput ? 1 : 1 / Math.sqrt(parameter.fanIn());
            memory.write(parameter, gaussian(parameter.position(), parameter.size(), deviation));
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
