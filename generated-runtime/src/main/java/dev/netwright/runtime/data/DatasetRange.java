package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A view of consecutive samples. */
record DatasetRange(Dataset whole, int from, int to) implements Dataset {
    DatasetRange {
        checkRange(from, to, whole.size());
    }

    static void checkRange(int from, int to, int size) {
        if (from < 0 || from >= to || to > size) {
            throw new IllegalArgumentException("A range of this dataset holds at least one of its " + size
                    + " samples and no others, found [" + from + ", " + to + ")");
        }
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public ImageFormat format() {
        return whole.format();
    }

    @Override
    public List<String> labels() {
        return whole.labels();
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return whole.preprocessing();
    }

    @Override
    public int label(int index) {
        return whole.label(from + Objects.checkIndex(index, size()));
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(from + Objects.checkIndex(index, size()), target, offset);
    }

    @Override
    public void read(int index, Draw draw, float[] target, int offset) {
        whole.read(from + Objects.checkIndex(index, size()), draw, target, offset);
    }
}
