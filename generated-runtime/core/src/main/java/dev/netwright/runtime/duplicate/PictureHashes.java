package dev.netwright.runtime.duplicate;

import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.Canvas;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/**
 * Two hashes of each of many pictures, 32 bytes a picture.
 *
 * <p>The content's hash is the first half of SHA-256 of the size and the decoded pixels. Two pictures that have it in
 * common are taken as equal.
 *
 * <p>The perceptual hash is the difference hash of rows and columns (N. Krawetz, "Kind of Like That", 2013, in the form of
 * 128 bits by B. Hoyt, "Duplicate image detection with perceptual hashing in Python", 2017): the picture is reduced to
 * grey g of 9x9 pixels, and for x and y from 0 to 7
 *
 * <pre>
 * bit 8y + x of the first half   is  g[y][x] &lt; g[y][x + 1]
 * bit 8y + x of the second half  is  g[y][x] &lt; g[y + 1][x]
 * </pre>
 *
 * It survives another size, a stronger compression and another brightness, and neither crops nor flips.
 */
final class PictureHashes {
    private static final int SIDE = 8;
    /** ITU-R BT.601's luma in thousandths. */
    private static final int[] LUMA = {299, 587, 114};

    private final long[] contentHigh;
    private final long[] contentLow;
    private final long[] rows;
    private final long[] columns;

    private PictureHashes(int size) {
        contentHigh = new long[size];
        contentLow = new long[size];
        rows = new long[size];
        columns = new long[size];
    }

    /** Decodes every picture once, on all cores, one at a time on each. */
    static PictureHashes of(Pictures pictures) {
        PictureHashes hashes = new PictureHashes(pictures.size());
        ThreadLocal<Canvas> canvases = ThreadLocal.withInitial(Canvas::new);
        IntStream.range(0, pictures.size()).parallel().forEach(index -> {
            Canvas canvas = canvases.get();
            pictures.decode(index, canvas);
            hashes.put(index, canvas);
        });
        return hashes;
    }

    private void put(int index, Canvas canvas) {
        int planeSize = canvas.height() * canvas.width();
        MessageDigest sha = sha256();
        sha.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(canvas.channels())
                .putInt(canvas.height())
                .putInt(canvas.width())
                .flip());
        sha.update(canvas.pixels(), 0, canvas.channels() * planeSize);
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        contentHigh[index] = digest.getLong();
        contentLow[index] = digest.getLong();

        canvas.resize(SIDE + 1, SIDE + 1);
        int[] grey = grey(canvas);
        rows[index] = bits(grey, 1);
        columns[index] = bits(grey, SIDE + 1);
    }

    private static int[] grey(Canvas canvas) {
        int size = (SIDE + 1) * (SIDE + 1);
        byte[] planes = canvas.pixels();
        int[] grey = new int[size];
        for (int i = 0; i < size; i++) {
            if (canvas.channels() == LUMA.length) {
                for (int c = 0; c < LUMA.length; c++) {
                    grey[i] += LUMA[c] * (planes[c * size + i] & 0xff);
                }
            } else {
                grey[i] = planes[i] & 0xff;
            }
        }
        return grey;
    }

    private static long bits(int[] grey, int step) {
        long bits = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int place = y * (SIDE + 1) + x;
                bits |= (grey[place] < grey[place + step] ? 1L : 0) << (SIDE * y + x);
            }
        }
        return bits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    int size() {
        return rows.length;
    }

    boolean hasContent(int index, PictureHashes others, int other) {
        return contentHigh[index] == others.contentHigh[other] && contentLow[index] == others.contentLow[other];
    }

    /** A number that equal contents have in common. */
    long contentKey(int index) {
        return contentHigh[index];
    }

    /** Bits in which two perceptual hashes differ. */
    int distance(int index, PictureHashes others, int other) {
        return Long.bitCount(rows[index] ^ others.rows[other]) + Long.bitCount(columns[index] ^ others.columns[other]);
    }

    /**
     * Whether any pixel is darker than its neighbour to the right or below. In a picture of a single colour none is, and it would resemble
     * every other such picture.
     */
    boolean hasStructure(int index) {
        return (rows[index] | columns[index]) != 0;
    }

    /** One of eight pieces of 16 bits of a perceptual hash. */
    int piece(int index, int number) {
        long half = number < PIECES / 2 ? rows[index] : columns[index];
        return (int) (half >>> (PIECE_BITS * (number % (PIECES / 2)))) & PIECE_VALUES - 1;
    }

    /** Pieces of a perceptual hash. */
    static final int PIECES = 8;
    /** Bits of a piece. */
    static final int PIECE_BITS = 16;
    /** Values that a piece can have. */
    static final int PIECE_VALUES = 1 << PIECE_BITS;
}
