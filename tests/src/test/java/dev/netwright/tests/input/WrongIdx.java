package dev.netwright.tests.input;

import dev.netwright.runtime.source.IdxDataset;
import java.util.Arrays;
import java.util.List;

/** Pairs of IDX files; the labels, where nothing else is said, are three of the classes a and b. */
final class WrongIdx {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    private static final byte[] THREE_IMAGES = RawFiles.idx(IMAGES, 12, 3, 2, 2);
    private static final byte[] THREE_LABELS = RawFiles.idx(LABELS, 3, 3);

    static final List<WrongInput> ALL = List.of(
            images(
                    "IDX: an empty file",
                    new byte[0],
                    "<folder>/images: expected a header of 16 bytes, found 0 bytes; download the file again"),
            images(
                    "IDX: labels in place of pictures",
                    RawFiles.idx(LABELS, 12, 12),
                    "<folder>/images: expected the magic number 0x00000803, found 0x00000801; download the file again"),
            images(
                    "IDX: integers in place of bytes",
                    RawFiles.idx(0x0C03, 48, 3, 2, 2),
                    "<folder>/images: expected the magic number 0x00000803, found 0x00000c03; download the file again"),
            images(
                    "IDX: fewer values than the header says",
                    RawFiles.idx(IMAGES, 11, 3, 2, 2),
                    "<folder>/images: expected 12 values, as its header says, found only 11; download the file again"),
            images(
                    "IDX: more values than the header says",
                    RawFiles.idx(IMAGES, 13, 3, 2, 2),
                    "<folder>/images: expected 12 values, as its header says, found more bytes after them; download "
                            + "the file again"),
            images(
                    "IDX: a header that promises gigabytes",
                    RawFiles.idx(IMAGES, 12, 1 << 20, 1 << 15, 1 << 15),
                    "<folder>/images: expected sizes from 1 up, their product at most 2^30, found size 32768 of "
                            + "dimension 1; download the file again"),
            images(
                    "IDX: a size of nothing",
                    RawFiles.idx(IMAGES, 0, 0, 2, 2),
                    "<folder>/images: expected sizes from 1 up, their product at most 2^30, found size 0 of "
                            + "dimension 0; download the file again"),
            pair(
                    "IDX: a label too few",
                    THREE_IMAGES,
                    RawFiles.idx(LABELS, 2, 2),
                    "<folder>/labels: expected a label for each of the 3 pictures of <folder>/images, found 2 "
                            + "labels; use files that belong together"),
            pair(
                    "IDX: a label of a third class",
                    THREE_IMAGES,
                    thirdClass(),
                    "<folder>/labels: expected labels in [0, 2), found 2 for picture 2; give names for all classes "
                            + "of the file, or download the file again"),
            new WrongInput(
                    "IDX: compressed data cut off",
                    folder -> {
                        byte[] whole = RawFiles.gzip(THREE_IMAGES);
                        IdxDataset.read(
                                RawFiles.write(folder, "images.gz", Arrays.copyOf(whole, whole.length - 9)),
                                RawFiles.write(folder, "labels", THREE_LABELS),
                                List.of("a", "b"));
                    },
                    "<folder>/images.gz: expected a complete gzip file, found damaged or truncated data (Unexpected end "
                            + "of ZLIB input stream); download the file again"));

    private WrongIdx() {}

    private static byte[] thirdClass() {
        byte[] labels = THREE_LABELS.clone();
        labels[labels.length - 1] = 2;
        return labels;
    }

    private static WrongInput images(String name, byte[] content, String message) {
        return pair(name, content, THREE_LABELS, message);
    }

    private static WrongInput pair(String name, byte[] images, byte[] labels, String message) {
        return new WrongInput(
                name,
                folder -> IdxDataset.read(
                        RawFiles.write(folder, "images", images),
                        RawFiles.write(folder, "labels", labels),
                        List.of("a", "b")),
                message);
    }
}
