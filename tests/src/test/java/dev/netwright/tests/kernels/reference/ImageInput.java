package dev.netwright.tests.kernels.reference;

import java.util.Arrays;
import java.util.Collection;

/** Where images go. All other memory becomes NaN: a step may read nothing that it hasn't written itself. */
final class ImageInput {
    private final Tensor images;
    private final double[] arena;
    private final Collection<Tensor> slices;

    ImageInput(Tensor images, double[] arena, Collection<Tensor> slices) {
        this.images = images;
        this.arena = arena;
        this.slices = slices;
    }

    void load(float[] pixels) {
        int needed = images.batch() * images.imageSize();
        if (pixels.length < needed) {
            throw new IllegalArgumentException(
                    "a batch of " + images.batch() + " images needs " + needed + " numbers, found " + pixels.length);
        }
        Arrays.fill(arena, Double.NaN);
        slices.forEach(slice -> slice.fill(Double.NaN));
        for (int i = 0; i < needed; i++) {
            images.set(i / images.imageSize(), i % images.imageSize(), pixels[i]);
        }
    }
}
