package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Pictures;
import java.nio.file.Path;
import java.util.List;

/**
 * Picture files with several labels, or with numbers, that a CSV file gives in a column each, in the order of the file. Immutable; pictures
 * are decoded when they are read.
 */
public final class PictureTargets {
    private final PictureFiles files;
    private final TargetValues targets;

    /** Leaves out the targets of skipped pictures. */
    PictureTargets(PictureFiles files, TargetValues ofAll) {
        this.files = files;
        this.targets = ofAll.at(files.positions());
    }

    /**
     * Number of pictures.
     *
     * @return at least 1
     */
    public int size() {
        return files.size();
    }

    /**
     * Names of the labels or numbers.
     *
     * @return the names of their columns, in the given order
     */
    public List<String> labels() {
        return targets.labels();
    }

    /**
     * What is learned of each picture.
     *
     * @return several labels, or numbers
     */
    public Target target() {
        return targets.target();
    }

    /**
     * The labels or numbers of a picture.
     *
     * @param index index of the picture, in {@code [0, size())}
     * @return 1 or 0 for each label, or the numbers
     */
    public float[] values(int index) {
        float[] values = new float[targets.labels().size()];
        targets.read(index, values, 0);
        return values;
    }

    /**
     * Name of a picture.
     *
     * @param index index of the picture, in {@code [0, size())}
     * @return its path below the folder, as the CSV file has it
     */
    public String name(int index) {
        return files.name(index);
    }

    /**
     * File of a picture.
     *
     * @param index index of the picture, in {@code [0, size())}
     * @return its path
     */
    public Path file(int index) {
        return files.file(index);
    }

    /**
     * Pictures that were skipped, because the folder skips unreadable ones.
     *
     * @return each with the reason
     */
    public List<SkippedPicture> skipped() {
        return files.skipped();
    }

    /**
     * The files alone.
     *
     * @return the same pictures without labels or numbers
     */
    public PictureFiles withoutLabels() {
        return files;
    }

    /**
     * The pictures in colour.
     *
     * @return pictures of 3 channels
     */
    public Pictures rgb() {
        return new FilePictures(files, targets, 3);
    }

    /**
     * The pictures in grey.
     *
     * @return pictures of 1 channel
     */
    public Pictures grey() {
        return new FilePictures(files, targets, 1);
    }
}
