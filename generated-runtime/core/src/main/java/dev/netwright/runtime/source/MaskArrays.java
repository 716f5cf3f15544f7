package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MaskBytes;
import dev.netwright.runtime.picture.Canvas;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/** The masks of pictures of one size, in memory. */
final class MaskArrays implements Targets {
    private final Target.PerPixel target;
    private final byte[][] masks;
    private final List<String> labels;

    /**
     * Masks of a class for each pixel, row by row, as unsigned bytes; {@link Canvas#NO_CLASS} for pixels that don't count.
     *
     * @throws IllegalArgumentException if there are none, one has another size, a class has no name, or there are too many classes
     */
    MaskArrays(ImageFormat format, List<String> labels, byte[]... masks) {
        MaskClasses.requireCount(labels);
        if (masks.length == 0) {
            throw new IllegalArgumentException("A dataset must have at least one picture, found none");
        }
        target = new Target.PerPixel(labels.size(), format.height(), format.width());
        this.masks = masks.clone();
        this.labels = List.copyOf(labels);
        for (int i = 0; i < masks.length; i++) {
            require(i);
        }
    }

    private void require(int index) {
        byte[] mask = masks[index];
        if (mask.length != target.pixels()) {
            throw new IllegalArgumentException("The mask of picture " + index + " must have a class for each of "
                    + target.height() + "x" + target.width() + " pixels, found " + mask.length);
        }
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != Canvas.NO_CLASS && Byte.toUnsignedInt(mask[i]) >= labels.size()) {
                throw new IllegalArgumentException("The class of the pixel in row " + i / target.width() + ", column "
                        + i % target.width() + " of picture " + index + " must be in [0, " + labels.size() + "), or "
                        + Byte.toUnsignedInt(Canvas.NO_CLASS) + " for none, found " + Byte.toUnsignedInt(mask[i]));
            }
        }
    }

    @Override
    public int count() {
        return masks.length;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public int of(int index) {
        throw MaskFiles.hasNoClass(target);
    }

    @Override
    public void read(int index, float[] values, int offset) {
        byte[] mask = masks[Objects.checkIndex(index, masks.length)];
        MaskBytes.read(mask, mask.length, values, offset);
    }

    @Override
    public void addMask(int index, CRC32C checksum) {
        checksum.update(masks[index]);
    }
}
