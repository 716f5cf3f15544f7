package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.picture.Canvas;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the pixels of masks stand for classes: by number, or by colour. Immutable.
 *
 * <pre>{@code
 * MaskClasses.numbered("background", "circle", "square")                          // 0, 1, 2; 255 doesn't count
 * MaskClasses.coloured("background", 0x000000).and("circle", 0xff0000).ignoring(0xffffff)
 * }</pre>
 */
public final class MaskClasses {
    /** The number of pixels that don't count in the masks of Pascal VOC and Cityscapes. */
    private static final int USUALLY_IGNORED = 255;

    private static final int MOST_COLOURS_IN_MESSAGE = 8;
    private static final int COLOUR = 0xffffff;

    private final boolean isColoured;
    private final List<String> labels;

    /** The class, or 255, of each number or colour. */
    private final Map<Integer, Integer> classes;

    private MaskClasses(boolean isColoured, List<String> labels, Map<Integer, Integer> classes) {
        this.isColoured = isColoured;
        this.labels = List.copyOf(labels);
        this.classes = new LinkedHashMap<>(classes);
    }

    /**
     * Masks whose pixels are numbers of classes: the value of a grey picture, or the index in a picture's palette. 255 stands for a pixel that
     * doesn't count.
     *
     * @param labels names of the classes from number 0 on, at least 1 and at most 255
     * @return the classes
     * @throws IllegalArgumentException if there are too few or too many names, or a name comes twice
     */
    public static MaskClasses numbered(String... labels) {
        return numbered(List.of(labels));
    }

    /**
     * Masks whose pixels are numbers of classes; see {@link #numbered(String...)}.
     *
     * @param labels names of the classes from number 0 on
     * @return the classes
     * @throws IllegalArgumentException if there are too few or too many names, or a name comes twice
     */
    public static MaskClasses numbered(List<String> labels) {
        requireCount(labels);
        Map<Integer, Integer> classes = new LinkedHashMap<>();
        for (int k = 0; k < labels.size(); k++) {
            classes.put(k, k);
        }
        return new MaskClasses(false, labels, classes).ignoring(USUALLY_IGNORED);
    }

    /**
     * Masks whose pixels are colours, beginning with that of class 0. Every other colour is an error.
     *
     * @param label name of the class
     * @param colour its colour, {@code 0xRRGGBB}
     * @return the class, to which {@link #and} adds others
     */
    public static MaskClasses coloured(String label, int colour) {
        return new MaskClasses(true, List.of(), Map.of()).and(label, colour);
    }

    /**
     * Adds the next class of masks of colours.
     *
     * @param label name of the class
     * @param colour its colour, {@code 0xRRGGBB}
     * @return a changed copy
     * @throws IllegalArgumentException if the name or the colour comes twice, or the colour is out of range
     * @throws IllegalStateException if classes are numbered
     */
    public MaskClasses and(String label, int colour) {
        if (!isColoured) {
            throw new IllegalStateException(
                    "these classes are numbered and have no colours; begin with MaskClasses.coloured(...)");
        }
        List<String> names = new ArrayList<>(labels);
        names.add(label);
        requireCount(names);
        return new MaskClasses(true, names, with(colour, labels.size()));
    }

    /**
     * Pixels of this number or colour don't count, neither in training nor in evaluation.
     *
     * @param value a number from 0 to 255, or a colour, {@code 0xRRGGBB}
     * @return a changed copy
     * @throws IllegalArgumentException if it is that of a class, or out of range
     */
    public MaskClasses ignoring(int value) {
        return new MaskClasses(isColoured, labels, with(value, Byte.toUnsignedInt(Canvas.NO_CLASS)));
    }

    private Map<Integer, Integer> with(int value, int number) {
        int most = isColoured ? COLOUR : USUALLY_IGNORED;
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(
                    (isColoured ? "a colour must be from 0x000000 to 0xffffff" : "a number must be from 0 to 255")
                            + ", found " + text(value));
        }
        Map<Integer, Integer> more = new LinkedHashMap<>(classes);
        Integer before = more.put(value, number);
        if (before != null && before != number) {
            throw new IllegalArgumentException(
                    text(value) + " already stands for " + name(before) + "; give each class a value of its own");
        }
        return more;
    }

    /**
     * Requires names of at most 255 classes.
     *
     * @throws IllegalArgumentException if there are too few or too many names, or a name comes twice
     */
    static void requireCount(List<String> labels) {
        if (labels.isEmpty() || labels.size() > USUALLY_IGNORED) {
            throw new IllegalArgumentException("masks have from 1 to 255 classes, found " + labels.size());
        }
        if (labels.stream().distinct().count() < labels.size()) {
            throw new IllegalArgumentException("each class must have a name of its own, found " + labels);
        }
    }

    /**
     * The names of the classes.
     *
     * @return in the order of their numbers
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * The classes of a mask's pixels.
     *
     * @param mask a decoded mask
     * @param file its file, for messages
     * @param target receives a class for each pixel, row by row, or {@link Canvas#NO_CLASS}
     * @throws MalformedDataException if a pixel has another number or colour; the message names the file, the pixel and the fix
     */
    void read(BufferedImage mask, String file, byte[] target) {
        Raster raster = mask.getRaster();
        boolean isOfNumbers = !isColoured && raster.getNumBands() == 1;
        int width = mask.getWidth();
        int last = -1;
        byte known = 0;
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int value = isOfNumbers ? raster.getSample(x, y, 0) : mask.getRGB(x, y) & COLOUR;
                if (value != last) {
                    known = classOf(isOfNumbers || isColoured ? value : grey(value), value, file, y, x);
                    last = value;
                }
                target[y * width + x] = known;
            }
        }
    }

    /** The number of a pixel with three equal parts; -1 for a colour. */
    private static int grey(int rgb) {
        int blue = rgb & 0xff;
        return rgb == blue * 0x010101 ? blue : -1;
    }

    private byte classOf(int key, int found, String file, int row, int column) {
        Integer number = classes.get(key);
        if (number == null) {
            String text = isColoured || key < 0 ? colour(found) : String.valueOf(key);
            throw new MalformedDataException(
                    file,
                    expected(),
                    text + " in row " + row + ", column " + column,
                    Fix.of("correct the pixel; JPEG changes colours, so save masks as PNG"),
                    Fix.of("name its class"),
                    Fix.of("leave its pixels out with MaskClasses.ignoring(...)"));
        }
        return number.byteValue();
    }

    private String expected() {
        if (!isColoured) {
            return "pixels with the number of a class, from 0 to " + (labels.size() - 1) + ", or "
                    + classes.entrySet().stream()
                            .filter(entry -> entry.getValue() == Byte.toUnsignedInt(Canvas.NO_CLASS))
                            .map(entry -> String.valueOf(entry.getKey()))
                            .collect(Collectors.joining(" or "))
                    + " for none";
        }
        String more = classes.size() > MOST_COLOURS_IN_MESSAGE
                ? " and " + (classes.size() - MOST_COLOURS_IN_MESSAGE) + " more"
                : "";
        return classes.entrySet().stream()
                .limit(MOST_COLOURS_IN_MESSAGE)
                .map(entry -> colour(entry.getKey()) + " (" + name(entry.getValue()) + ")")
                .collect(Collectors.joining(", ", "pixels with the colour of a class, ", more));
    }

    private String name(int number) {
        return number < labels.size() ? labels.get(number) : "no class";
    }

    private String text(int value) {
        return isColoured ? colour(value) : String.valueOf(value);
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
