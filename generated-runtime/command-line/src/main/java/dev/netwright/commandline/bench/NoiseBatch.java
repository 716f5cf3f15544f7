package dev.netwright.commandline.bench;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;

/**
 * Images of standard normal noise with random labels.
 *
 * @param images images one after the other, each as channels, rows, columns
 * @param labels class of each image, uniformly distributed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NoiseBatch(float[] images, int[] labels) {
    static NoiseBatch of(NetworkType<?> type, int batch, long seed) {
        CounterRandom random = CounterRandom.seeded(seed);
        int[] labels = new int[batch];
        for (int i = 0; i < batch; i++) {
            labels[i] = (int) (random.uniform(RandomStream.NOISE_LABELS, 0, i) * type.classes());
        }
        return new NoiseBatch(images(type.images(), batch, seed), labels);
    }

    /** Only the images. */
    static float[] images(Shape shape, int batch, long seed) {
        float[] images = new float[Math.multiplyExact(batch, shape.size())];
        CounterRandom.seeded(seed).fillGaussian(RandomStream.NOISE, 0, images, 0, images.length, 0);
        return images;
    }
}
