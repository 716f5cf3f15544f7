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
 * Turns a picture into a network's input: converts the channels, applies the steps, and normalizes. It equals
 * torchvision's {@code Resize}, {@code CenterCrop}, {@code ToTensor} and {@code Normalize} on a picture that Pillow has
 * converted to mode L or RGB, and it is what evaluation applies to the pictures of an {@link ImageDataset}.
 *
 * <p>It is stored in weights files, so that a loaded network reads pictures in the same way as in training.
 *
 * @param channels channels of the network's input, 1 or 3
 * @param steps steps that give every picture one size; steps without an effect are left out
 * @param normalization normalization of the pixels
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
     * Checks that the parts fit together.
     *
     * @param channels channels of the network's input, 1 or 3
     * @param steps steps that give every picture one size; steps without an effect are left out
     * @param normalization normalization of the pixels
     * @throws IllegalArgumentException if pictures have different sizes after the steps, or the normalization has
     *     another number of channels
     */
    public Preprocessing {
        steps = withoutIdleSteps(steps);
        PictureSize size = size(steps);
        new ImageFormat(channels, size.height(), size.width());
        normalization.values(channels);
    }

    /**
     * Resizes to a format without keeping the aspect ratio, and divides by 255.
     *
     * @param format the network's input
     */
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
                        "Pictures have different sizes after " + steps + ", but a network needs a single size"));
    }

    /** {@return the format of the network's input} */
    public ImageFormat format() {
        PictureSize size = size(steps);
        return new ImageFormat(channels, size.height(), size.width());
    }

    /**
     * Turns a picture into the network's input.
     *
     * <p>Color becomes grey by {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, Pillow's form of ITU-R BT.601's
     * luma. Grey becomes color by repetition. Grey samples are used without a change of color space, and of 16 bits
     * only the upper 8. Alpha is dropped, as Pillow's {@code convert} does: a transparent pixel counts with its hidden
     * color.
     *
     * @param picture a picture of any size and type
     * @return {@code format().values()} numbers, planar, in [0, 1] unless they are normalized
     */
    public float[] apply(BufferedImage picture) {
        return apply(picture, "the picture");
    }

    /**
     * Turns a named picture into the network's input.
     *
     * @param picture a picture of any size and type
     * @param name the picture's name in messages
     * @return {@code format().values()} numbers, planar, in [0, 1] unless they are normalized
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
     * The preprocessing as entries of a file's metadata. Their keys begin with {@code preprocessing.} and are in
     * alphabetical order. Only a normalization, or steps other than a single resize, have entries of their own.
     *
     * @return entries by key
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

    /** Whether a metadata key is one of {@link #toMetadata}'s. */
    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * The preprocessing for messages: {@code resize-shorter-side 256, center-crop 224x224, (pixel / 255 - [0.485,
     * 0.456, 0.406]) / [0.229, 0.224, 0.225]}, or {@code pixel / 255} without a normalization.
     *
     * @return the text
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
     * Parses what {@link #toMetadata} wrote; ignores entries whose keys don't begin with {@code preprocessing.}.
     *
     * @param metadata all metadata of the file by key
     * @return the preprocessing
     * @throws MalformedDataException if an entry is missing, unknown or not supported by this version
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
