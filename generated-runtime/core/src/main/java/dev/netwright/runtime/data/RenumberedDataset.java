package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/** A dataset with renumbered classes. */
class RenumberedDataset implements Dataset {
    private final Dataset whole;
    private final List<String> labels;
    private final int[] renumbered;

    /**
     * Reorders the classes.
     *
     * @param labels names of the classes in their new order
     * @param renumbered the new number of each class
     */
    RenumberedDataset(Dataset whole, List<String> labels, int... renumbered) {
        this.whole = whole;
        this.labels = List.copyOf(labels);
        this.renumbered = renumbered.clone();
    }

    @Override
    public final int size() {
        return whole.size();
    }

    @Override
    public final ImageFormat format() {
        return whole.format();
    }

    @Override
    public final List<String> labels() {
        return labels;
    }

    @Override
    public final Optional<Preprocessing> preprocessing() {
        return whole.preprocessing();
    }

    @Override
    public final int checksum(int index) {
        return whole.checksum(index);
    }

    @Override
    public final List<Augmentation> augmentations() {
        return whole.augmentations();
    }

    @Override
    public final int label(int index) {
        return renumbered[whole.label(index)];
    }

    @Override
    public final void read(int index, float[] target, int offset) {
        whole.read(index, target, offset);
    }

    @Override
    public final void read(int index, Draw draw, float[] target, int offset) {
        whole.read(index, draw, target, offset);
    }
}
