package dev.netwright.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Samples of three values, all equal to the sample's index, of class {@code index % 5}; a hook runs before each read. */
record NumberedSamples(int size, IntConsumer beforeRead) implements Dataset {
    NumberedSamples(int size) {
        this(size, index -> {});
    }

    @Override
    public ImageFormat format() {
        return new ImageFormat(3, 1, 1);
    }

    @Override
    public List<String> labels() {
        return List.of("zero", "one", "two", "three", "four");
    }

    @Override
    public int label(int index) {
        return index % 5;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        beforeRead.accept(index);
        for (int i = 0; i < 3; i++) {
            target[offset + i] = index;
        }
    }

    /** The indices of the samples of a batch, once all its values have been checked to belong together. */
    static List<Integer> indices(Batch batch) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            float index = batch.images()[3 * i];
            if (batch.images()[3 * i + 1] != index
                    || batch.images()[3 * i + 2] != index
                    || batch.labels()[i] != index % 5) {
                throw new AssertionError("Sample " + i + " of a batch is a mixture");
            }
            indices.add((int) index);
        }
        return indices;
    }
}
