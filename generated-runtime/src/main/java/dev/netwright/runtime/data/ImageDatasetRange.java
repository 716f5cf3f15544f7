package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A view of consecutive 8-bit samples. */
record ImageDatasetRange(ImageDataset whole, int from, int to) implements ImageDataset {
    ImageDatasetRange {
        DatasetRange.checkRange(from, to, whole.size());
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
        return whole.label(inWhole(index));
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(inWhole(index), target, offset);
    }

    @Override
    public void read(int index, Draw draw, float[] target, int offset) {
        whole.read(inWhole(index), draw, target, offset);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        whole.readPixels(inWhole(index), target, offset);
    }

    @Override
    public void readPixels(int index, Draw draw, byte[] target, int offset) {
        whole.readPixels(inWhole(index), draw, target, offset);
    }

    private int inWhole(int index) {
        return from + Objects.checkIndex(index, size());
    }
}
