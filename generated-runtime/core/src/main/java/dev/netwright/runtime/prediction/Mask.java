package dev.netwright.runtime.prediction;

import dev.netwright.runtime.checkpoint.AtomicFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The class of each pixel of a picture, in the size in which the network reads pictures. Immutable. */
public final class Mask {
    private static final int COLOURS = 256;

    private final List<String> labels;
    private final int height;
    private final int width;
    private final byte[] classes;

    /**
     * Copies nothing.
     *
     * @param classes the number of each pixel's class as an unsigned byte, row by row; never changed afterwards
     */
    Mask(List<String> labels, int height, int width, byte... classes) {
        this.labels = labels;
        this.height = height;
        this.width = width;
        this.classes = classes;
    }

    /** {@return the names of the classes, in the order of their numbers} */
    public List<String> labels() {
        return labels;
    }

    /** {@return the number of rows} */
    public int height() {
        return height;
    }

    /** {@return the number of pixels in a row} */
    public int width() {
        return width;
    }

    /**
     * The class of a pixel.
     *
     * @param row in {@code [0, height())}
     * @param column in {@code [0, width())}
     * @return the number of its class
     */
    public int number(int row, int column) {
        return Byte.toUnsignedInt(classes[Objects.checkIndex(row, height) * width + Objects.checkIndex(column, width)]);
    }

    /**
     * The name of a pixel's class.
     *
     * @param row in {@code [0, height())}
     * @param column in {@code [0, width())}
     * @return the name of its class
     */
    public String label(int row, int column) {
        return labels.get(number(row, column));
    }

    /**
     * The number of pixels of a class.
     *
     * @param number the number of the class
     * @return at least 0
     */
    public int pixels(int number) {
        int count = 0;
        for (byte each : classes) {
            count += Byte.toUnsignedInt(each) == number ? 1 : 0;
        }
        return count;
    }

    /**
     * The mask as a picture whose pixels are the numbers of classes, with Pascal VOC's palette, in which class 0 is black. {@code
     * MaskClasses.numbered(...)} reads it.
     *
     * @return a picture of type {@code TYPE_BYTE_INDEXED}
     */
    public BufferedImage picture() {
        byte[][] parts = new byte[3][COLOURS];
        for (int number = 0; number < COLOURS; number++) {
            for (int part = 0; part < parts.length; part++) {
                parts[part][number] = part(number >> part);
            }
        }
        IndexColorModel palette = new IndexColorModel(Byte.SIZE, COLOURS, parts[0], parts[1], parts[2]);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        picture.getRaster().setDataElements(0, 0, width, height, classes);
        return picture;
    }

    /** Every third bit of a number, the lowest first, from the highest place of a byte down. */
    private static byte part(int number) {
        int part = 0;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            part |= (number >> (3 * bit) & 1) << (Byte.SIZE - 1 - bit);
        }
        return (byte) part;
    }

    /**
     * Writes {@link #picture()} as PNG. An existing file is replaced atomically.
     *
     * @param file the file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written; the message names it and the fix
     */
    public void write(Path file) {
        AtomicFile.replace(file, channel -> {
            ByteBuffer content = ByteBuffer.wrap(png());
            while (content.hasRemaining()) {
                channel.write(content);
            }
        });
    }

    private byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture(), "png", stream)) {
                throw new IOException("this Java has no writer of PNG files");
            }
        }
        return bytes.toByteArray();
    }
}
