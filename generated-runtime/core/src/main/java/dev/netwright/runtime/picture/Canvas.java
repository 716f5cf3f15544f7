package dev.netwright.runtime.picture;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An 8-bit picture that steps change one after the other; each may also change its size. A canvas is reused for many
 * pictures and keeps its memory. It isn't thread-safe.
 *
 * <p>A resize to very many pixels is delayed: if a crop follows, only the cropped pixels are computed. Otherwise a
 * strip of 60,000 pixels whose shorter side becomes 256 would have four billion pixels.
 */
public final class Canvas {
    /** A resize to at most this number of pixels isn't delayed. */
    private static final int EAGER_PIXELS = 1 << 24;

    /** The largest number of pixels after any step, the same as for decoded pictures. */
    private static final int MOST_PIXELS = PictureDecoder.DEFAULT_MAX_PIXELS;

    /** A mask's value for a pixel without a class: 255 as an unsigned byte. */
    public static final byte NO_CLASS = (byte) 255;

    private int channels;
    private int height;
    private int width;
    private byte[] pixels = {};
    private byte[] spare = {};

    /** Rows of a delayed resize; 0 without one. */
    private int waitingHeight;

    private int waitingWidth;
    private @Nullable BilinearResize resize;
    private BilinearResize.@Nullable Scratch scratch;

    private final boolean isMask;

    /** A canvas without a picture. */
    public Canvas() {
        this(false);
    }

    private Canvas(boolean isMask) {
        this.isMask = isMask;
    }

    /**
     * A canvas for a mask: one plane whose bytes are classes, or {@link #NO_CLASS}. Resizing takes the nearest pixel, as Pillow's
     * {@code NEAREST} does, and what is added at the sides has no class.
     *
     * @return a canvas without a mask
     */
    public static Canvas ofMask() {
        return new Canvas(true);
    }

    /** {@return whether the values are classes of pixels, between which nothing can be interpolated} */
    public boolean isMask() {
        return isMask;
    }

    /** {@return the value of pixels from outside the picture: black, or no class in a mask} */
    public byte outside() {
        return isMask ? NO_CLASS : 0;
    }

    /** Computes a new plane from the current one. */
    @FunctionalInterface
    public interface PlaneStep {
        /**
         * Computes one plane.
         *
         * @param source array with the current plane
         * @param sourceOffset index of the current plane's first byte
         * @param target array for the new plane; every pixel must be written
         * @param targetOffset index of the new plane's first byte
         */
        void apply(byte[] source, int sourceOffset, byte[] target, int targetOffset);
    }

    /** {@return the number of planes: 1 (grey) or 3 (red, green, blue)} */
    public int channels() {
        return channels;
    }

    /** {@return the number of rows} */
    public int height() {
        return isWaiting() ? waitingHeight : height;
    }

    /** {@return the number of columns} */
    public int width() {
        return isWaiting() ? waitingWidth : width;
    }

    /** {@return rows and columns} */
    public PictureSize size() {
        return new PictureSize(height(), width());
    }

    private boolean isWaiting() {
        return waitingHeight > 0;
    }

    /** {@return the planes one after the other, each row by row, as unsigned bytes; undefined after the last plane} */
    public byte[] pixels() {
        finishResize();
        return pixels;
    }

    /**
     * Starts a new picture.
     *
     * @param newChannels planes, 1 or 3
     * @param newHeight rows, at least 1
     * @param newWidth columns, at least 1
     * @return array for the picture's {@code channels * height * width} bytes, planar; it may be longer
     */
    public byte[] begin(int newChannels, int newHeight, int newWidth) {
        pixels = room(pixels, newChannels, newHeight, newWidth);
        become(newChannels, newHeight, newWidth);
        return pixels;
    }

    /**
     * Starts a new picture from existing planes. The canvas takes ownership of the array.
     *
     * @param planes at least {@code channels * height * width} bytes, planar
     * @param newChannels planes, 1 or 3
     * @param newHeight rows, at least 1
     * @param newWidth columns, at least 1
     */
    public void take(byte[] planes, int newChannels, int newHeight, int newWidth) {
        Objects.checkFromIndexSize(0, bytes(newChannels, newHeight, newWidth), planes.length);
        pixels = planes;
        become(newChannels, newHeight, newWidth);
    }

    private void become(int newChannels, int newHeight, int newWidth) {
        channels = newChannels;
        height = newHeight;
        width = newWidth;
        waitingHeight = 0;
        waitingWidth = 0;
    }

    /**
     * Replaces every plane.
     *
     * @param newHeight rows of the new planes
     * @param newWidth columns of the new planes
     * @param step computes each new plane
     */
    public void replace(int newHeight, int newWidth, PlaneStep step) {
        finishResize();
        replaceNow(newHeight, newWidth, step);
    }

    private void replaceNow(int newHeight, int newWidth, PlaneStep step) {
        byte[] target = room(spare, channels, newHeight, newWidth);
        for (int channel = 0; channel < channels; channel++) {
            step.apply(pixels, channel * height * width, target, channel * newHeight * newWidth);
        }
        spare = pixels;
        pixels = target;
        become(channels, newHeight, newWidth);
    }

    /**
     * Crops the picture.
     *
     * @param top first row to keep
     * @param left first column to keep
     * @param newHeight rows to keep
     * @param newWidth columns to keep
     */
    public void crop(int top, int left, int newHeight, int newWidth) {
        Objects.checkFromIndexSize(top, newHeight, height());
        Objects.checkFromIndexSize(left, newWidth, width());
        if (isWaiting() && (newHeight < waitingHeight || newWidth < waitingWidth)) {
            if (isMask) {
                replaceNow(newHeight, newWidth, nearest(top, left, newHeight, newWidth, waitingHeight, waitingWidth));
                return;
            }
            BilinearResize part =
                    BilinearResize.between(height, width, waitingHeight, waitingWidth, top, left, newHeight, newWidth);
            BilinearResize.Scratch memory = part.newScratch();
            replaceNow(newHeight, newWidth, (source, from, target, to) -> part.apply(source, from, target, to, memory));
            return;
        }
        finishResize();
        if (newHeight == height && newWidth == width) {
            return;
        }
        int sourceWidth = width;
        replace(newHeight, newWidth, (source, from, target, to) -> {
            for (int y = 0; y < newHeight; y++) {
                System.arraycopy(source, from + (top + y) * sourceWidth + left, target, to + y * newWidth, newWidth);
            }
        });
    }

    /**
     * Pads the picture with black, or a mask with pixels without a class.
     *
     * @param top rows to add above
     * @param left columns to add on the left
     * @param bottom rows to add below
     * @param right columns to add on the right
     */
    public void pad(int top, int left, int bottom, int right) {
        if (top == 0 && left == 0 && bottom == 0 && right == 0) {
            return;
        }
        finishResize();
        int sourceHeight = height;
        int sourceWidth = width;
        int newHeight = Math.addExact(Math.addExact(top, height), bottom);
        int newWidth = Math.addExact(Math.addExact(left, width), right);
        replace(newHeight, newWidth, (source, from, target, to) -> {
            Arrays.fill(target, to, to + newHeight * newWidth, outside());
            for (int y = 0; y < sourceHeight; y++) {
                System.arraycopy(source, from + y * sourceWidth, target, to + (top + y) * newWidth + left, sourceWidth);
            }
        });
    }

    /**
     * Resizes the picture as Pillow's {@code Image.resize((width, height), BILINEAR)} does, or a mask as it does by {@code NEAREST}.
     *
     * @param newHeight rows afterwards
     * @param newWidth columns afterwards
     */
    public void resize(int newHeight, int newWidth) {
        finishResize();
        if (newHeight == height && newWidth == width) {
            return;
        }
        if ((long) newHeight * newWidth > EAGER_PIXELS) {
            waitingHeight = newHeight;
            waitingWidth = newWidth;
            return;
        }
        resizeNow(newHeight, newWidth);
    }

    /**
     * Runs a delayed resize.
     *
     * @throws PictureSizeException if the picture would have too many pixels
     */
    private void finishResize() {
        if (!isWaiting()) {
            return;
        }
        if ((long) waitingHeight * waitingWidth > MOST_PIXELS) {
            throw new PictureSizeException(
                    "a picture of at most " + MOST_PIXELS + " pixels after it is resized",
                    waitingHeight + "x" + waitingWidth + " pixels of " + height + "x" + width);
        }
        resizeNow(waitingHeight, waitingWidth);
    }

    private void resizeNow(int newHeight, int newWidth) {
        if (isMask) {
            replaceNow(newHeight, newWidth, nearest(0, 0, newHeight, newWidth, newHeight, newWidth));
            return;
        }
        BilinearResize known = resize;
        BilinearResize.Scratch memory = scratch;
        if (known == null || memory == null || !known.isBetween(height, width, newHeight, newWidth)) {
            known = BilinearResize.between(height, width, newHeight, newWidth);
            memory = known.newScratch();
            resize = known;
            scratch = memory;
        }
        BilinearResize chosen = known;
        BilinearResize.Scratch working = memory;
        replaceNow(newHeight, newWidth, (source, from, target, to) -> chosen.apply(source, from, target, to, working));
    }

    /** A part of the picture after it is resized to a whole: each pixel takes the one in which its center lies. */
    private PlaneStep nearest(int top, int left, int rows, int columns, int wholeHeight, int wholeWidth) {
        int sourceHeight = height;
        int sourceWidth = width;
        return (source, from, target, to) -> {
            for (int y = 0; y < rows; y++) {
                int row = from + place(top + y, sourceHeight, wholeHeight) * sourceWidth;
                for (int x = 0; x < columns; x++) {
                    target[to + y * columns + x] = source[row + place(left + x, sourceWidth, wholeWidth)];
                }
            }
        };
    }

    /** {@code (index + 1/2) length / newLength}, rounded down. */
    private static int place(int index, int length, int newLength) {
        return (int) ((2L * index + 1) * length / (2L * newLength));
    }

    private static byte[] room(byte[] array, int channels, int height, int width) {
        int needed = bytes(channels, height, width);
        return array.length >= needed ? array : new byte[needed];
    }

    private static int bytes(int channels, int height, int width) {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }
}
