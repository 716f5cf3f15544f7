package dev.netwright.runtime.picture;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture of 8 bits a channel that steps work on, one after the other: each replaces its planes by others, of another
 * size perhaps. A canvas is used for picture after picture and keeps its memory; it belongs to one thread.
 *
 * <p>A resize to very many pixels waits: if a crop comes next, only what the crop keeps is computed. A strip of 60,000 pixels
 * whose shorter side becomes 256 would have four thousand million pixels else.
 */
public final class Canvas {
    /** Up to here a resize is done at once. */
    private static final int EAGER_PIXELS = 1 << 24;

    /** The most that a picture may have while steps work on it, those of the largest picture that is decoded. */
    private static final int MOST_PIXELS = PictureDecoder.DEFAULT_MAX_PIXELS;

    private int channels;
    private int height;
    private int width;
    private byte[] pixels = {};
    private byte[] spare = {};

    /** The rows and columns of a resize that waits; 0 without one. */
    private int waitingHeight;

    private int waitingWidth;
    private @Nullable BilinearResize resize;
    private BilinearResize.@Nullable Scratch scratch;

    /** Makes a plane of the present size into one of the next. */
    @FunctionalInterface
    public interface PlaneStep {
        /**
         * One plane.
         *
         * @param source holds the present plane from {@code sourceOffset} on
         * @param target takes the next plane from {@code targetOffset} on; every pixel is to be written
         */
        void apply(byte[] source, int sourceOffset, byte[] target, int targetOffset);
    }

    /** Planes: 1 (grey) or 3 (red, green, blue). */
    public int channels() {
        return channels;
    }

    /** Rows. */
    public int height() {
        return isWaiting() ? waitingHeight : height;
    }

    /** Columns. */
    public int width() {
        return isWaiting() ? waitingWidth : width;
    }

    /** Rows and columns. */
    public PictureSize size() {
        return new PictureSize(height(), width());
    }

    private boolean isWaiting() {
        return waitingHeight > 0;
    }

    /** The planes one after the other, each row by row, as unsigned bytes; past the last the content is arbitrary. */
    public byte[] pixels() {
        finishResize();
        return pixels;
    }

    /**
     * Begins with another picture.
     *
     * @return where its {@code channels * height * width} bytes are to be written, planar; perhaps longer
     */
    public byte[] begin(int newChannels, int newHeight, int newWidth) {
        pixels = room(pixels, newChannels, newHeight, newWidth);
        become(newChannels, newHeight, newWidth);
        return pixels;
    }

    /**
     * Begins with another picture, whose planes are given away: the canvas goes on to use the array as its own.
     *
     * @param planes at least {@code channels * height * width} bytes, planar
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

    /** Replaces every plane by one of the given size. */
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

    /** Replaces every plane by the given part of it. */
    public void crop(int top, int left, int newHeight, int newWidth) {
        Objects.checkFromIndexSize(top, newHeight, height());
        Objects.checkFromIndexSize(left, newWidth, width());
        if (isWaiting() && (newHeight < waitingHeight || newWidth < waitingWidth)) {
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

    /** Surrounds the picture with black. */
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
            Arrays.fill(target, to, to + newHeight * newWidth, (byte) 0);
            for (int y = 0; y < sourceHeight; y++) {
                System.arraycopy(source, from + y * sourceWidth, target, to + (top + y) * newWidth + left, sourceWidth);
            }
        });
    }

    /** Resizes as Pillow's {@code Image.resize((width, height), BILINEAR)} does; see {@link BilinearResize}. */
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

    /** @throws PictureSizeException if the picture would have too many pixels */
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

    private static byte[] room(byte[] array, int channels, int height, int width) {
        int needed = bytes(channels, height, width);
        return array.length >= needed ? array : new byte[needed];
    }

    private static int bytes(int channels, int height, int width) {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }
}
