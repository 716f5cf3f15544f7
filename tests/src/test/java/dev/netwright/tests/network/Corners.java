package dev.netwright.tests.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.List;

/** Images of four pixels, of which number {@code index % 3} is bright, and that is the class. */
record Corners(int size) implements Dataset {
    @Override
    public ImageFormat format() {
        return new ImageFormat(1, 2, 2);
    }

    @Override
    public List<String> labels() {
        return List.of("first", "second", "third");
    }

    @Override
    public int label(int index) {
        return index % 3;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        for (int pixel = 0; pixel < 4; pixel++) {
            target[offset + pixel] = 0.01f * index + (pixel == label(index) ? 1 : 0);
        }
    }

    float[] images() {
        float[] images = new float[4 * size];
        for (int i = 0; i < size; i++) {
            read(i, images, 4 * i);
        }
        return images;
    }

    int[] classes() {
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            classes[i] = label(i);
        }
        return classes;
    }
}
