package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.data.UnlabelledPictures;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Unlabelled pictures of any size as a network reads them. Their classes are unknown, so each has the label 0, which
 * nothing reads.
 *
 * @param size number of pictures, at least 1
 * @param picture loads a picture by its index
 * @param name names a picture in messages
 * @param conversion makes the network's input of a picture
 * @param labels the network's classes
 */
record ConvertedPictures(
        int size,
        IntFunction<BufferedImage> picture,
        IntFunction<String> name,
        Preprocessing conversion,
        List<String> labels)
        implements Dataset {
    ConvertedPictures {
        if (size < 1) {
            throw new IllegalArgumentException("there are no pictures to classify; give at least one");
        }
    }

    static ConvertedPictures of(List<BufferedImage> pictures, Preprocessing conversion, List<String> labels) {
        List<BufferedImage> copied = List.copyOf(pictures);
        return new ConvertedPictures(copied.size(), copied::get, index -> "picture " + index, conversion, labels);
    }

    static ConvertedPictures of(UnlabelledPictures pictures, Preprocessing conversion, List<String> labels) {
        return new ConvertedPictures(pictures.size(), pictures::picture, pictures::name, conversion, labels);
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
        float[] input = conversion.apply(picture.apply(index), name.apply(index));
        System.arraycopy(input, 0, target, offset, input.length);
    }
}
