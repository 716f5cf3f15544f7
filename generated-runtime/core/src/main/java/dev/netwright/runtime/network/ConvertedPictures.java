package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.data.UnlabelledPictures;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Pictures of any size as a network reads them; nobody knows their classes, so that each is said to be of the first.
 *
 * @param size how many, at least 1
 * @param picture any of them
 * @param name what messages call it
 * @param conversion to the network's input
 * @param labels of the network
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
