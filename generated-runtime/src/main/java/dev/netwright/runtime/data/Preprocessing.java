package dev.netwright.runtime.data;

import dev.netwright.runtime.picture.BilinearResize;
import dev.netwright.runtime.picture.PicturePlanes;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What turns a picture into a network's input: convert to the channels, resize by Pillow's bilinear filter, divide by
 * 255. It equals torchvision's {@code Resize((height, width))} and {@code ToTensor} on a picture that Pillow has
 * converted to mode L or RGB, and is what an {@link ImageDataset} of the same format does to its pictures.
 *
 * <p>It is saved beside the weights, so that a network loaded elsewhere sees what it was trained on.
 *
 * @param format what the network takes
 */
public record Preprocessing(ImageFormat format) {
    private static final String PREFIX = "preprocessing.";
    private static final String CHANNELS = PREFIX + "channels";
    private static final String HEIGHT = PREFIX + "height";
    private static final String WIDTH = PREFIX + "width";
    private static final String SCALING = PREFIX + "scaling";
    private static final String INTERPOLATION = PREFIX + "interpolation";
    private static final String DIVIDE_BY_255 = "divide-by-255";
    private static final String PIL_BILINEAR = "pil-bilinear";

    /**
     * A picture as the network's input.
     *
     * <p>Colour becomes grey by {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, Pillow's form of ITU-R BT.601's
     * luma; grey becomes colour by repeating it; grey samples are taken as they are, without a change of colour space,
     * and of 16 bits the upper 8. Alpha is dropped, as Pillow's {@code convert} drops it: a transparent pixel counts with
     * the colour that it hides.
     *
     * @param picture of any size and type
     * @return {@code format().values()} numbers in [0, 1], planar
     */
    public float[] apply(BufferedImage picture) {
        Objects.requireNonNull(
                picture, "There is no picture: ImageIO.read gives null for a file that it cannot decode");
        byte[] original = PicturePlanes.of(picture, format.channels());
        BilinearResize resize =
                BilinearResize.between(picture.getHeight(), picture.getWidth(), format.height(), format.width());
        BilinearResize.Scratch scratch = resize.newScratch();
        int sourcePlane = original.length / format.channels();
        int plane = format.height() * format.width();
        byte[] resized = new byte[format.values()];
        for (int channel = 0; channel < format.channels(); channel++) {
            resize.apply(original, channel * sourcePlane, resized, channel * plane, scratch);
        }
        float[] input = new float[format.values()];
        UnitScale.apply(resized, 0, input, 0, input.length);
        return input;
    }

    /** This as entries for a file's metadata; their keys begin with {@code preprocessing.}, in alphabetical order. */
    public Map<String, String> toMetadata() {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(CHANNELS, Integer.toString(format.channels()));
        metadata.put(HEIGHT, Integer.toString(format.height()));
        metadata.put(WIDTH, Integer.toString(format.width()));
        metadata.put(SCALING, DIVIDE_BY_255);
        metadata.put(INTERPOLATION, PIL_BILINEAR);
        return metadata;
    }

    /**
     * Reads what {@link #toMetadata} wrote; entries whose keys do not begin with {@code preprocessing.} are passed over.
     *
     * @throws MalformedDataException if an entry is missing, unknown or holds what this version cannot do
     */
    public static Preprocessing fromMetadata(Map<String, String> metadata) {
        requireValue(metadata, SCALING, DIVIDE_BY_255);
        requireValue(metadata, INTERPOLATION, PIL_BILINEAR);
        int channels = size(metadata, CHANNELS);
        int height = size(metadata, HEIGHT);
        int width = size(metadata, WIDTH);
        Preprocessing preprocessing;
        try {
            preprocessing = new Preprocessing(new ImageFormat(channels, height, width));
        } catch (IllegalArgumentException e) {
            throw refused(CHANNELS + ", " + HEIGHT + ", " + WIDTH, "a picture's sizes", String.valueOf(e.getMessage()));
        }
        Map<String, String> known = preprocessing.toMetadata();
        for (String key : metadata.keySet()) {
            if (key.startsWith(PREFIX) && !known.containsKey(key)) {
                throw refused(key, "one of " + known.keySet(), "an entry that this version does not know");
            }
        }
        return preprocessing;
    }

    private static int size(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw refused(key, "a whole number", quoted(value));
        }
    }

    private static void requireValue(Map<String, String> metadata, String key, String expected) {
        String value = metadata.get(key);
        if (!expected.equals(value)) {
            throw refused(key, quoted(expected), quoted(value));
        }
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }

    private static MalformedDataException refused(String key, String expected, String found) {
        return new MalformedDataException(
                "metadata entry " + key, expected, found, "use weights that this version of Netwright wrote");
    }
}
