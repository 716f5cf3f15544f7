package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Pictures;
import java.nio.file.Path;
import java.util.List;

/** Picture files with a mask each, whose pixels are classes. Immutable; both are decoded when they are read. */
public final class MaskedPictures {
    private final PictureFiles files;
    private final MaskFiles masks;

    MaskedPictures(PictureFiles files, MaskFiles masks) {
        this.files = files;
        this.masks = masks;
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
     * Names of the classes.
     *
     * @return in the order of their numbers
     */
    public List<String> labels() {
        return masks.labels();
    }

    /**
     * Name of a picture.
     *
     * @param index index of the picture, in {@code [0, size())}
     * @return its path below the folder
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
     * File of a picture's mask.
     *
     * @param index index of the picture, in {@code [0, size())}
     * @return its path
     */
    public Path mask(int index) {
        return masks.file(index);
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
     * The pictures alone.
     *
     * @return the same pictures without masks
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
        return new FilePictures(files, masks, 3);
    }

    /**
     * The pictures in grey.
     *
     * @return pictures of 1 channel
     */
    public Pictures grey() {
        return new FilePictures(files, masks, 1);
    }
}
