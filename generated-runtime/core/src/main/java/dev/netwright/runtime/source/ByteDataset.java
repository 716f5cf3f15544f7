package dev.netwright.runtime.source;

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
    private final Classes classes;

    /**
     * Pictures one after the other.
     *
     * @param pixels pixels of one picture for each class given
     */
    ByteDataset(ImageFormat format, byte[] pixels, Classes classes) {
        this.format = format;
        this.pixels = pixels;
        this.classes = classes;
    }

    @Override
    public int size() {
        return classes.count();
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public List<String> labels() {
        return classes.labels();
    }

    @Override
    public int label(int index) {
        return classes.of(index);
    }

    @Override
    public int checksum(int index) {
        CRC32C crc = new CRC32C();
        crc.update(pixels, Objects.checkIndex(index, size()) * format.values(), format.values());
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
