package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/** A dataset with reordered classes, labels or numbers. */
class RenumberedDataset implements Dataset {
    private final Dataset whole;
    private final List<String> labels;
    private final int[] renumbered;

    /**
     * Reorders them.
     *
     * @param labels names of the classes in their new order
     * @param renumbered the new place of each
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
    public final Target target() {
        return whole.target();
    }

    @Override
    public final void readTarget(int index, float[] values, int offset) {
        if (target() instanceof Target.OneClass) {
            values[offset] = label(index);
            return;
        }
        if (target() instanceof Target.PerPixel pixels) {
            whole.readTarget(index, values, offset);
            renumber(pixels, values, offset);
            return;
        }
        float[] before = new float[renumbered.length];
        whole.readTarget(index, before, 0);
        for (int k = 0; k < before.length; k++) {
            values[offset + renumbered[k]] = before[k];
        }
    }

    @Override
    public final void readTarget(int index, Draw draw, float[] values, int offset) {
        if (target() instanceof Target.PerPixel pixels) {
            whole.readTarget(index, draw, values, offset);
            renumber(pixels, values, offset);
        } else {
            readTarget(index, values, offset);
        }
    }

    private void renumber(Target.PerPixel pixels, float[] values, int offset) {
        for (int i = offset; i < offset + pixels.values(); i++) {
            values[i] = values[i] == Target.PerPixel.IGNORED ? Target.PerPixel.IGNORED : renumbered[(int) values[i]];
        }
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
