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

/**
 * Pictures in files with their classes. {@link #rgb()} or {@link #grey()} says what a network sees of them.
 */
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
     * Joins files to labels.
     *
     * @param labelOfEach for each picture of the source, those that were skipped among them
     */
    static LabelledPictureFiles of(PictureFiles files, List<String> labels, List<String> labelOfEach) {
        Map<String, Integer> numbers = numbers(labels);
        int[] classes = Arrays.stream(files.positions())
                .map(position ->
                        Objects.requireNonNull(numbers.get(labelOfEach.get(position)), "labels are those of each"))
                .toArray();
        return new LabelledPictureFiles(files, labels, classes);
    }

    /**
     * These pictures with their classes numbered as in another list, such as that of the pictures that a network has
     * learned from: a smaller source may lack some of them.
     *
     * @param names the names of the classes, in their order
     * @throws MalformedDataException if a picture's class isn't among them
     */
    public LabelledPictureFiles withLabels(List<String> names) {
        Map<String, Integer> numbers = numbers(names);
        int[] renumbered = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            Integer number = numbers.get(label(i));
            if (number == null) {
                throw new MalformedDataException(
                        file(i).toString(),
                        "one of the " + names.size() + " classes that the network has or that were given",
                        "'" + label(i) + "'",
                        Fix.of("leave this picture out"),
                        Fix.of("correct its class"),
                        Fix.of("give the names of all classes with ", Setting.CLASS_NAMES));
            }
            renumbered[i] = number;
        }
        return new LabelledPictureFiles(files, List.copyOf(names), renumbered);
    }

    /** The number of each class, the first where several have the same name. */
    private static Map<String, Integer> numbers(List<String> labels) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            numbers.putIfAbsent(labels.get(i), i);
        }
        return numbers;
    }

    /** The number of pictures, at least 1. */
    public int size() {
        return files.size();
    }

    /** The names of the classes. */
    public List<String> labels() {
        return labels;
    }

    /**
     * The name of a picture's class.
     *
     * @param index in {@code [0, size())}
     */
    public String label(int index) {
        return labels.get(classes[index]);
    }

    /** As {@link PictureFiles#name}. */
    public String name(int index) {
        return files.name(index);
    }

    /** As {@link PictureFiles#file}. */
    public Path file(int index) {
        return files.file(index);
    }

    /** As {@link PictureFiles#skipped}. */
    public List<SkippedPicture> skipped() {
        return files.skipped();
    }

    /** The same pictures without their classes. */
    public PictureFiles withoutLabels() {
        return files;
    }

    /**
     * The pictures in colour, as Pillow's {@code convert("RGB")} gives them: grey becomes colour by repeating it, alpha is
     * dropped. What gives them one size, such as {@code resize(224)}, makes them a dataset.
     */
    public Pictures rgb() {
        return new FilePictures(this, 3);
    }

    /**
     * The pictures in grey, as Pillow's {@code convert("L")} gives them: colour becomes grey by ITU-R BT.601's luma. What
     * gives them one size, such as {@code resize(28)}, makes them a dataset.
     */
    public Pictures grey() {
        return new FilePictures(this, 1);
    }

    int classOf(int index) {
        return classes[index];
    }
}
