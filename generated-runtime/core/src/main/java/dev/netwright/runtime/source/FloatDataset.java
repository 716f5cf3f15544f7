package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.List;

/** Pictures of floats in arrays; an array may hold several pictures. */
final class FloatDataset implements Dataset {
    private final ImageFormat format;
    private final float[][] arrays;
    private final int[] offsets;
    private final Targets targets;

    private FloatDataset(ImageFormat format, float[][] arrays, int[] offsets, Targets targets) {
        this.format = format;
        this.arrays = arrays;
        this.offsets = offsets;
        this.targets = targets;
    }

    /**
     * Pictures in arrays.
     *
     * @param arrays the array of each picture
     * @param offsets index of each picture's first value in its array
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    static FloatDataset of(ImageFormat format, float[][] arrays, int[] offsets, Targets targets) {
        for (int i = 0; i < arrays.length; i++) {
            for (int value = 0; value < format.values(); value++) {
                if (!Float.isFinite(arrays[i][offsets[i] + value])) {
                    throw new IllegalArgumentException("The values of a picture must be finite, found "
                            + arrays[i][offsets[i] + value] + " as value " + value + " of picture " + i);
                }
            }
        }
        return new FloatDataset(format, arrays, offsets, targets);
    }

    @Override
    public int size() {
        return targets.count();
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public List<String> labels() {
        return targets.labels();
    }

    @Override
    public Target target() {
        return targets.target();
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        targets.read(index, values, offset);
    }

    @Override
    public int label(int index) {
        return targets.of(index);
    }

    @Override
    public int checksum(int index) {
        int hash = 1;
        for (int value = 0; value < format.values(); value++) {
            hash = 31 * hash + Float.floatToRawIntBits(arrays[index][offsets[index] + value]);
        }
        return hash;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        System.arraycopy(arrays[index], offsets[index], target, offset, format.values());
    }
}
