package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/** A view of selected samples. */
record DatasetSelection(Dataset whole, Selection selection) implements Dataset {
    @Override
    public int size() {
        return selection.size();
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
    public int checksum(int index) {
        return whole.checksum(selection.inWhole(index));
    }

    @Override
    public List<Augmentation> augmentations() {
        return whole.augmentations();
    }

    @Override
    public Target target() {
        return whole.target();
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        whole.readTarget(selection.inWhole(index), values, offset);
    }

    @Override
    public void readTarget(int index, Draw draw, float[] values, int offset) {
        whole.readTarget(selection.inWhole(index), draw, values, offset);
    }

    @Override
    public int label(int index) {
        return whole.label(selection.inWhole(index));
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(selection.inWhole(index), target, offset);
    }

    @Override
    public void read(int index, Draw draw, float[] target, int offset) {
        whole.read(selection.inWhole(index), draw, target, offset);
    }
}
