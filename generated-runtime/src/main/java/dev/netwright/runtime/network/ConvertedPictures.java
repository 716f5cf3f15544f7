package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of any size as a network reads them; nobody knows their classes, so that each is said to be of the first. */
record ConvertedPictures(List<BufferedImage> pictures, Preprocessing conversion, List<String> labels)
        implements Dataset {
    /** Copies the list. */
    ConvertedPictures {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("there are no pictures to judge; give at least one");
        }
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public ImageFormat format() {
        return conversion.format();
    }

    @Override
    public int label(int index) {
        return 0;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        float[] input = conversion.apply(pictures.get(index));
        System.arraycopy(input, 0, target, offset, input.length);
    }
}
