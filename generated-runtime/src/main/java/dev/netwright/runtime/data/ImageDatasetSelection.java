package dev.netwright.runtime.data;

import java.util.List;
import java.util.Optional;

/** A view of chosen samples of 8 bits. */
final class ImageDatasetSelection implements ImageDataset {
    private final ImageDataset whole;
    private final int[] indices;

    ImageDatasetSelection(ImageDataset whole, int[] indices) {
        this.whole = whole;
        this.indices = indices;
    }

    @Override
    public int size() {
        return indices.length;
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
        return whole.label(indices[index]);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(indices[index], target, offset);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        whole.readPixels(indices[index], target, offset);
    }
}
