package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PicturePlanes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.CRC32C;

/** Picture files with their classes, decoded when they are read. */
record FilePictures(PictureFiles files, Targets targets, int channels) implements Pictures {
    @Override
    public int size() {
        return files.size();
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
    public void decodeMask(int index, Canvas mask) {
        targets.decodeMask(index, mask);
    }

    @Override
    public int label(int index) {
        return targets.of(index);
    }

    @Override
    public String name(int index) {
        return files.file(index).toString();
    }

    @Override
    public int checksum(int index) {
        CRC32C crc = new CRC32C();
        crc.update(files.name(index).getBytes(StandardCharsets.UTF_8));
        try {
            long size = Files.size(files.file(index));
            crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of " + files.file(index) + ": " + e, e);
        }
        targets.addMask(index, crc);
        return (int) crc.getValue();
    }

    @Override
    public void decode(int index, Canvas canvas) {
        BufferedImage picture = files.picture(index);
        canvas.take(PicturePlanes.of(picture, channels), channels, picture.getHeight(), picture.getWidth());
    }
}
