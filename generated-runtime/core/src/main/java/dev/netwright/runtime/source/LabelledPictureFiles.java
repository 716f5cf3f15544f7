package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Picture files with their classes. {@link #rgb()} or {@link #grey()} selects the channels that a network reads. */
public final class LabelledPictureFiles {
    private final PictureFiles files;
    private final List<String> labels;
    private final int[] classes;

    private LabelledPictureFiles(PictureFiles files, List<String> labels, int[] classes) {
        this.files = files;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * Combines files and labels.
     *
     * @param labelOfEach label of each picture in the source, including skipped ones
     */
    static LabelledPictureFiles of(PictureFiles files, List<String> labels, List<String> labelOfEach) {
        Map<String, Integer> numbers = numbers(labels);
        int[] classes = Arrays.stream(files.positions())
                .map(position ->
                        Objects.requireNonNull(numbers.get(labelOfEach.get(position)), "every label has a number"))
                .toArray();
        return new LabelledPictureFiles(files, labels, classes);
    }

    /**
     * Renumbers the classes, for example to those of the training pictures if this source lacks some of them.
     *
     * @param names names of the classes in their new order
     * @return a changed copy
     * @throws MalformedDataException if a picture's class isn't among the names
     */
    public LabelledPictureFiles withLabels(List<String> names) {
        Map<String, Integer> numbers = numbers(names);
        int[] renumbered = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            Integer number = numbers.get(label(i));
            if (number == null) {
                throw new MalformedDataException(
                        file(i).toString(),
                        "one of the " + names.size() + " known classes",
                        "'" + label(i) + "'",
                        Fix.of("leave this picture out"),
                        Fix.of("correct its class"),
                        Fix.of("give the names of all classes with ", Setting.CLASS_NAMES));
            }
            renumbered[i] = number;
        }
        return new LabelledPictureFiles(files, List.copyOf(names), renumbered);
    }

    /** The number of each class; the first one if several have the same name. */
    private static Map<String, Integer> numbers(List<String> labels) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            numbers.putIfAbsent(labels.get(i), i);
        }
        return numbers;
    }

    /** {@return the number of pictures, at least 1} */
    public int size() {
        return files.size();
    }

    /** {@return the names of the classes} */
    public List<String> labels() {
        return labels;
    }

    /**
     * The name of a picture's class.
     *
     * @param index in {@code [0, size())}
     * @return the name
     */
    public String label(int index) {
        return labels.get(classes[index]);
    }

    /**
     * The name of a picture; see {@link PictureFiles#name}.
     *
     * @param index in {@code [0, size())}
     * @return the path in the list or below the folder
     */
    public String name(int index) {
        return files.name(index);
    }

    /**
     * The file of a picture; see {@link PictureFiles#file}.
     *
     * @param index in {@code [0, size())}
     * @return the path without symbolic links
     */
    public Path file(int index) {
        return files.file(index);
    }

    /** {@return the skipped pictures; see {@link PictureFiles#skipped}} */
    public List<SkippedPicture> skipped() {
        return files.skipped();
    }

    /** {@return the same pictures without their classes} */
    public PictureFiles withoutLabels() {
        return files;
    }

    /**
     * Reads the pictures in color, as Pillow's {@code convert("RGB")} does: grey becomes color by repetition, alpha is
     * dropped. A step that gives them one size, such as {@code resize(224)}, makes them a dataset.
     *
     * @return the pictures with three channels
     */
    public Pictures rgb() {
        return new FilePictures(files, new Classes(classes, labels), 3);
    }

    /**
     * Reads the pictures in grey, as Pillow's {@code convert("L")} does: color becomes grey by ITU-R BT.601's luma. A
     * step that gives them one size, such as {@code resize(28)}, makes them a dataset.
     *
     * @return the pictures with one channel
     */
    public Pictures grey() {
        return new FilePictures(files, new Classes(classes, labels), 1);
    }
}
