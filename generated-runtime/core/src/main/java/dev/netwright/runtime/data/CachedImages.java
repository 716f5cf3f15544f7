package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.picture.Canvas;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Caches the pixels of every picture, and its mask if it has one, when it is first read. Two threads that miss the same picture both read it and get
 * the same pixels.
 */
final class CachedImages implements ImageDataset {
    /** Size of an array's header in the JVM, rounded up. */
    private static final int BYTES_OF_AN_ARRAY = 24;

    private final ImageDataset source;
    private final ImageFormat format;
    private final AtomicReferenceArray<byte[]> pictures;

    /** A class for each pixel of each picture, if that is what is learned. */
    private final AtomicReferenceArray<byte[]> masks;

    /**
     * An empty cache for all pictures of a source.
     *
     * @param mostBytes the largest size of the cache in bytes
     * @throws IllegalArgumentException if the pictures take more
     */
    CachedImages(ImageDataset source, long mostBytes) {
        this.source = source;
        format = source.format();
        int ofMask = source.target() instanceof Target.PerPixel pixels ? pixels.values() + BYTES_OF_AN_ARRAY : 0;
        long needed = (long) source.size() * (format.values() + BYTES_OF_AN_ARRAY + ofMask);
        if (needed > mostBytes) {
            throw new SettingException(
                    source.size() + " pictures of " + format + " take " + mebibytes(needed)
                            + " in the Java heap, expected at most " + mebibytes(mostBytes),
                    Fix.of("read them without ", Setting.CACHED),
                    Fix.of("give java a larger -Xmx"));
        }
        pictures = new AtomicReferenceArray<>(source.size());
        masks = new AtomicReferenceArray<>(ofMask == 0 ? 0 : source.size());
    }

    /** The cached pictures. */
    ImageDataset source() {
        return source;
    }

    private static String mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) / (1 << 20) + " MiB";
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public List<String> labels() {
        return source.labels();
    }

    @Override
    public String name(int index) {
        return source.name(index);
    }

    @Override
    public int checksum(int index) {
        return source.checksum(index);
    }

    @Override
    public Target target() {
        return source.target();
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        if (masks.length() == 0) {
            source.readTarget(index, values, offset);
            return;
        }
        byte[] mask = mask(index);
        MaskBytes.read(mask, mask.length, values, offset);
    }

    @Override
    public void decodeMask(int index, Canvas mask) {
        if (masks.length() == 0) {
            source.decodeMask(index, mask);
            return;
        }
        byte[] known = mask(index);
        System.arraycopy(known, 0, mask.begin(1, format.height(), format.width()), 0, known.length);
    }

    private byte[] mask(int index) {
        byte[] known = masks.get(Objects.checkIndex(index, size()));
        if (known != null) {
            return known;
        }
        Canvas canvas = Canvas.ofMask();
        source.decodeMask(index, canvas);
        byte[] read = Arrays.copyOf(canvas.pixels(), format.height() * format.width());
        masks.set(index, read);
        return read;
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return source.preprocessing();
    }

    @Override
    public void decode(int index, Canvas canvas) {
        byte[] pixels = pixels(index);
        System.arraycopy(pixels, 0, canvas.begin(format.channels(), format.height(), format.width()), 0, pixels.length);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        System.arraycopy(pixels(index), 0, target, offset, format.values());
    }

    @Override
    public void read(int index, float[] target, int offset) {
        UnitScale.apply(pixels(index), 0, target, offset, format.values());
    }

    private byte[] pixels(int index) {
        byte[] known = pictures.get(Objects.checkIndex(index, size()));
        if (known != null) {
            return known;
        }
        byte[] read = new byte[format.values()];
        source.readPixels(index, read, 0);
        pictures.set(index, read);
        return read;
    }
}
