package dev.netwright.runtime.data;

import java.util.List;
import java.util.Objects;

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
    public int label(int index) {
        return whole.label(from + Objects.checkIndex(index, size()));
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(from + Objects.checkIndex(index, size()), target, offset);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        whole.readPixels(from + Objects.checkIndex(index, size()), target, offset);
    }
}
