package dev.netwright.tests.kernels.reference;

import java.util.Collection;
import java.util.List;

/** Where images go. All other memory becomes NaN: a step may read nothing that it hasn't written itself. */
final class ImageInput {
    private final Tensor images;
    private final List<ReferenceValue> values;

    /** The images' values are among all. */
    ImageInput(Tensor images, Collection<ReferenceValue> values) {
        this.images = images;
        this.values = List.copyOf(values);
    }

    void load(float[] pixels) {
        int needed = images.batch() * images.imageSize();
        if (pixels.length < needed) {
            throw new IllegalArgumentException(
                    "a batch of " + images.batch() + " images needs " + needed + " numbers, found " + pixels.length);
        }
        values.forEach(value -> value.fill(Double.NaN));
        for (int i = 0; i < needed; i++) {
            images.set(i / images.imageSize(), i % images.imageSize(), pixels[i]);
        }
    }
}
