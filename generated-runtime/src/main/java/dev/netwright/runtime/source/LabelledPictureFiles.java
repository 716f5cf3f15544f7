package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.Pictures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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
        int[] classes = Arrays.stream(files.positions())
                .map(position -> labels.indexOf(labelOfEach.get(position)))
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
        int[] renumbered = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            renumbered[i] = names.indexOf(label(i));
            if (renumbered[i] < 0) {
                throw new MalformedDataException(
                        name(i),
                        "one of the " + names.size() + " classes that were given",
                        "'" + label(i) + "'",
                        "give the names of all classes, or leave this picture out");
            }
        }
        return new LabelledPictureFiles(files, List.copyOf(names), renumbered);
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
