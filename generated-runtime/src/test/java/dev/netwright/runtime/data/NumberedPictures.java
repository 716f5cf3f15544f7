package dev.netwright.runtime.data;

import java.util.Objects;

/** Pictures of one pixel, whose three bytes are the picture's number. */
record NumberedPictures(int size) implements Pictures {
    @Override
    public ImageFormat format() {
        return new ImageFormat(3, 1, 1);
    }

    @Override
    public String name(int index) {
        return "number " + Objects.checkIndex(index, size);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        Objects.checkIndex(index, size);
        target[offset] = (byte) (index >> 16);
        target[offset + 1] = (byte) (index >> 8);
        target[offset + 2] = (byte) index;
    }
}
