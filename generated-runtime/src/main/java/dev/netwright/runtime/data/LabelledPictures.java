package dev.netwright.runtime.data;

import java.util.List;
import java.util.Optional;

/** Pictures joined to their classes. */
final class LabelledPictures implements ImageDataset {
    private final Pictures pictures;
    private final List<String> labels;
    private final int[] classes;

    LabelledPictures(Pictures pictures, List<String> labels, int[] classes) {
        if (classes.length != pictures.size()) {
            throw new IllegalArgumentException(
                    "There are " + pictures.size() + " pictures, but classes for " + classes.length);
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= labels.size()) {
                throw new IllegalArgumentException("The class of picture " + i + " (" + pictures.name(i)
                        + ") lies in [0, " + labels.size() + "), found " + classes[i]);
            }
        }
        this.pictures = pictures;
        this.labels = labels;
        this.classes = classes;
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public ImageFormat format() {
        return pictures.format();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public int label(int index) {
        return classes[index];
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return Optional.of(pictures.preprocessing());
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        pictures.readPixels(index, target, offset);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        pictures.read(index, target, offset);
    }
}
