package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.UnitScale;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/** 8-bit pictures in one array. */
final class ByteDataset implements ImageDataset {
    private final ImageFormat format;
    private final byte[] pixels;
    private final Targets targets;

    /**
     * Pictures one after the other.
     *
     * @param pixels pixels of one picture for each class given
     */
    ByteDataset(ImageFormat format, byte[] pixels, Targets targets) {
        this.format = format;
        this.pixels = pixels;
        this.targets = targets;
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
        CRC32C crc = new CRC32C();
        crc.update(pixels, Objects.checkIndex(index, size()) * format.values(), format.values());
        targets.addMask(index, crc);
        return (int) crc.getValue();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int values = format.values();
        UnitScale.apply(pixels, Objects.checkIndex(index, size()) * values, target, offset, values);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        int values = format.values();
        System.arraycopy(pixels, Objects.checkIndex(index, size()) * values, target, offset, values);
    }
}
