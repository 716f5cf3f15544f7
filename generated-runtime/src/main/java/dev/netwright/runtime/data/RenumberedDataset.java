package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/**
 * A data set whose classes have other numbers.
 *
 * @param labels the names of the classes in their new order
 * @param renumbered the new number of each class
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RenumberedDataset(Dataset whole, List<String> labels, int[] renumbered) implements Dataset {
    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public ImageFormat format() {
        return whole.format();
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return whole.preprocessing();
    }

    @Override
    public int checksum(int index) {
        return whole.checksum(index);
    }

    @Override
    public List<Augmentation> augmentations() {
        return whole.augmentations();
    }

    @Override
    public int label(int index) {
        return renumbered[whole.label(index)];
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(index, target, offset);
    }

    @Override
    public void read(int index, Draw draw, float[] target, int offset) {
        whole.read(index, draw, target, offset);
    }
}
