package dev.netwright.runtime.data;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PicturePlanes;
import dev.netwright.runtime.picture.PictureSize;
import dev.netwright.runtime.picture.PictureSizeException;
import dev.netwright.runtime.picture.PictureStep;
import dev.netwright.runtime.picture.Resize;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What turns a picture into a network's input: convert to the channels, do the steps, normalize. It equals torchvision's
 * {@code Resize}, {@code CenterCrop}, {@code ToTensor} and {@code Normalize} on a picture that Pillow has converted to mode L or
 * RGB, and is what evaluation does to the pictures of an {@link ImageDataset}.
 *
 * <p>It is saved beside the weights, so that a network loaded elsewhere sees what it was trained on.
 *
 * @param channels of what the network takes, 1 or 3
 * @param steps that give every picture one size; one that changes nothing is left out
 * @param normalization of the pixels
 */
public record Preprocessing(int channels, List<PictureStep> steps, Normalization normalization) {
    private static final String PREFIX = "preprocessing.";
    private static final String CHANNELS = PREFIX + "channels";
    private static final String HEIGHT = PREFIX + "height";
    private static final String WIDTH = PREFIX + "width";
    private static final String SCALING = PREFIX + "scaling";
    private static final String INTERPOLATION = PREFIX + "interpolation";
    private static final String STEPS = PREFIX + "steps";
    private static final String MEAN = PREFIX + "mean";
    private static final String DEVIATION = PREFIX + "deviation";
    private static final String DIVIDE_BY_255 = "divide-by-255";
    private static final String PIL_BILINEAR = "pil-bilinear";
    private static final String SEPARATOR = ", ";
    private static final List<String> KNOWN =
            List.of(CHANNELS, DEVIATION, HEIGHT, INTERPOLATION, MEAN, SCALING, STEPS, WIDTH);

    /**
     * Checks that all of it fits together.
     *
     * @throws IllegalArgumentException if pictures don't have one size after the steps, or the normalization is made for another
     *     number of channels
     */
    public Preprocessing {
        steps = withoutIdleSteps(steps);
        PictureSize size = size(steps);
        new ImageFormat(channels, size.height(), size.width());
        normalization.values(channels);
    }

    /** Resizing to a format, whatever a picture's form, and division by 255. */
    public Preprocessing(ImageFormat format) {
        this(format.channels(), List.of(new Resize(format.height(), format.width())), Normalization.NONE);
    }

    private static List<PictureStep> withoutIdleSteps(List<PictureStep> steps) {
        List<PictureStep> active = new ArrayList<>();
        for (PictureStep step : steps) {
            Optional<PictureSize> before = PictureStep.size(active);
            if (before.isEmpty() || !step.sizeAfter(before.get()).equals(before.get())) {
                active.add(step);
            }
        }
        return List.copyOf(active);
    }

    private static PictureSize size(List<PictureStep> steps) {
        return PictureStep.size(steps)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Pictures have sizes of their own after " + steps + ", but a network reads one size"));
    }

    /** What the network takes. */
    public ImageFormat format() {
        PictureSize size = size(steps);
        return new ImageFormat(channels, size.height(), size.width());
    }

    /**
     * A picture as the network's input.
     *
     * <p>Colour becomes grey by {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, Pillow's form of ITU-R BT.601's
     * luma; grey becomes colour by repeating it; grey samples are taken as they are, without a change of colour space,
     * and of 16 bits the upper 8. Alpha is dropped, as Pillow's {@code convert} drops it: a transparent pixel counts with
     * the colour that it hides.
     *
     * @param picture of any size and type
     * @return {@code format().values()} numbers, planar, in [0, 1] unless they are normalized
     */
    public float[] apply(BufferedImage picture) {
        return apply(picture, "the picture");
    }

    /**
     * The same, of a picture that has a name.
     *
     * @param name what messages call it
     * @throws MalformedDataException if its size doesn't suit a step
     */
    public float[] apply(BufferedImage picture, String name) {
        Objects.requireNonNull(
                picture, "There is no picture: ImageIO.read gives null for a file that it cannot decode");
        Canvas canvas = new Canvas();
        canvas.take(PicturePlanes.of(picture, channels), channels, picture.getHeight(), picture.getWidth());
        try {
            steps.forEach(step -> step.apply(canvas));
            canvas.pixels();
        } catch (PictureSizeException e) {
            throw unsuitable(name, e);
        }
        float[] input = new float[format().values()];
        normalization.values(channels).apply(canvas.pixels(), 0, canvas.height() * canvas.width(), input, 0);
        return input;
    }

    static MalformedDataException unsuitable(String picture, PictureSizeException fault) {
        MalformedDataException named = new MalformedDataException(
                picture, fault.expected(), fault.found(), "leave the picture out, or cut its longer side");
        named.initCause(fault);
        return named;
    }

    /**
     * This as entries for a file's metadata; their keys begin with {@code preprocessing.}, in alphabetical order. Steps other
     * than one resize, and a normalization, have entries only where there are any.
     */
    public Map<String, String> toMetadata() {
        ImageFormat format = format();
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(CHANNELS, Integer.toString(channels));
        metadata.put(HEIGHT, Integer.toString(format.height()));
        metadata.put(WIDTH, Integer.toString(format.width()));
        metadata.put(SCALING, DIVIDE_BY_255);
        metadata.put(INTERPOLATION, PIL_BILINEAR);
        if (!steps.equals(new Preprocessing(format).steps)) {
            metadata.put(STEPS, joined(steps, PictureStep::text));
        }
        if (!normalization.equals(Normalization.NONE)) {
            metadata.put(MEAN, joined(normalization.mean(), String::valueOf));
            metadata.put(DEVIATION, joined(normalization.deviation(), String::valueOf));
        }
        return metadata;
    }

    /** Whether a metadata entry of this key is one of {@link #toMetadata}'s. */
    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * This for a person: {@code resize-shorter-side 256, center-crop 224x224, (pixel / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]},
     * without a normalization {@code pixel / 255}.
     */
    public String text() {
        String values = normalization.equals(Normalization.NONE)
                ? "pixel / 255"
                : "(pixel / 255 - " + normalization.mean() + ") / " + normalization.deviation();
        return joined(steps, PictureStep::text) + SEPARATOR + values;
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Reads what {@link #toMetadata} wrote; entries whose keys do not begin with {@code preprocessing.} are passed over.
     *
     * @throws MalformedDataException if an entry is missing, unknown or holds what this version cannot do
     */
    public static Preprocessing fromMetadata(Map<String, String> metadata) {
        requireValue(metadata, SCALING, DIVIDE_BY_255);
        requireValue(metadata, INTERPOLATION, PIL_BILINEAR);
        for (String key : metadata.keySet()) {
            if (key.startsWith(PREFIX) && !KNOWN.contains(key)) {
                throw refused(key, "one of " + KNOWN, "an entry that this version does not know");
            }
        }
        ImageFormat format = format(metadata);
        List<PictureStep> steps = metadata.containsKey(STEPS)
                ? parsed(metadata, STEPS, "steps", PictureStep::parse)
                : new Preprocessing(format).steps;
        Normalization normalization = metadata.containsKey(MEAN) || metadata.containsKey(DEVIATION)
                ? normalization(metadata)
                : Normalization.NONE;
        Preprocessing preprocessing;
        try {
            preprocessing = new Preprocessing(format.channels(), steps, normalization);
        } catch (IllegalArgumentException e) {
            throw refused(
                    STEPS + ", " + MEAN + ", " + DEVIATION,
                    "steps and a normalization that give " + format,
                    String.valueOf(e.getMessage()));
        }
        if (!preprocessing.format().equals(format)) {
            throw refused(STEPS, "steps that end in " + format, quoted(metadata.get(STEPS)));
        }
        return preprocessing;
    }

    private static ImageFormat format(Map<String, String> metadata) {
        int channels = size(metadata, CHANNELS);
        int height = size(metadata, HEIGHT);
        int width = size(metadata, WIDTH);
        try {
            return new ImageFormat(channels, height, width);
        } catch (IllegalArgumentException e) {
            throw refused(CHANNELS + ", " + HEIGHT + ", " + WIDTH, "a picture's sizes", String.valueOf(e.getMessage()));
        }
    }

    private static Normalization normalization(Map<String, String> metadata) {
        if (!metadata.containsKey(MEAN) || !metadata.containsKey(DEVIATION)) {
            throw refused(MEAN + ", " + DEVIATION, "both or none of them", "one");
        }
        List<Float> mean = parsed(metadata, MEAN, "numbers", Float::valueOf);
        List<Float> deviation = parsed(metadata, DEVIATION, "numbers", Float::valueOf);
        try {
            return new Normalization(mean, deviation);
        } catch (IllegalArgumentException e) {
            throw refused(MEAN + ", " + DEVIATION, "a normalization", String.valueOf(e.getMessage()));
        }
    }

    private static <T> List<T> parsed(
            Map<String, String> metadata, String key, String expected, Function<String, T> parser) {
        String value = metadata.get(key);
        try {
            return Stream.of(String.valueOf(value).split(SEPARATOR, -1))
                    .map(parser)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw refused(key, expected, quoted(value) + " (" + e.getMessage() + ")");
        }
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
