package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/** Mask files of pictures of any size, decoded when they are read. */
final class MaskFiles implements Targets {
    private final PictureFiles pictures;
    private final List<NamedPicture> names;
    private final List<Path> files;
    private final PictureFileReader reader;
    private final MaskClasses classes;

    /** Pictures whose mask has been found to have their size, which takes reading both files. */
    private final Set<Integer> ofSameSize = ConcurrentHashMap.newKeySet();

    private MaskFiles(
            PictureFiles pictures,
            List<NamedPicture> names,
            List<Path> files,
            PictureFileReader reader,
            MaskClasses classes) {
        this.pictures = pictures;
        this.names = names;
        this.files = files;
        this.reader = reader;
        this.classes = classes;
    }

    /**
     * The masks of pictures.
     *
     * @param names of the masks below the reader's folder, in the order of the pictures
     * @throws MalformedDataException if a mask doesn't exist, or, if {@code reading} says so, has another size or an unknown colour
     */
    static MaskFiles of(
            PictureFiles pictures,
            List<NamedPicture> names,
            PictureFileReader reader,
            MaskClasses classes,
            Reading reading) {
        List<Path> files = IntStream.range(0, names.size())
                .mapToObj(i -> file(pictures.file(i), names.get(i), reader.root()))
                .toList();
        MaskFiles masks = new MaskFiles(pictures, names, files, reader, classes);
        if (reading != Reading.LATER) {
            IntStream.range(0, files.size()).parallel().forEach(index -> masks.check(index, reading));
        }
        return masks;
    }

    private static Path file(Path picture, NamedPicture mask, Path root) {
        NamedPicture.Located located = mask.in(root);
        return located.file()
                .orElseThrow(() -> new MalformedDataException(
                        picture.toString(),
                        "its mask " + root.resolve(mask.name()),
                        located.fault(),
                        Fix.of("put it there"),
                        Fix.of("remove the picture")));
    }

    private void check(int index, Reading reading) {
        if (reading == Reading.CHECKED) {
            requireSize(index, reader.size(files.get(index)));
        } else {
            decodeMask(index, Canvas.ofMask());
        }
    }

    @Override
    public int count() {
        return files.size();
    }

    Path file(int index) {
        return files.get(index);
    }

    @Override
    public List<String> labels() {
        return classes.labels();
    }

    @Override
    public Target target() {
        return new Target.PerPixel(labels().size(), 0, 0);
    }

    @Override
    public int of(int index) {
        throw hasNoClass(target());
    }

    /** Why a picture has no class. */
    static IllegalStateException hasNoClass(Target target) {
        return new IllegalStateException("a picture of this data set has " + target.text()
                + ", not a class of its own; read its target with readTarget(...)");
    }

    @Override
    public void read(int index, float[] values, int offset) {
        throw new IllegalStateException(
                "the masks of these pictures have the sizes of the pictures; give all of them one size first, such as by resize(256)");
    }

    @Override
    public void decodeMask(int index, Canvas mask) {
        BufferedImage picture = reader.read(files.get(index));
        requireSize(index, new PictureSize(picture.getHeight(), picture.getWidth()));
        byte[] target = mask.begin(1, picture.getHeight(), picture.getWidth());
        classes.read(picture, files.get(index).toString(), target);
    }

    private void requireSize(int index, PictureSize found) {
        if (ofSameSize.contains(index)) {
            return;
        }
        PictureSize expected = reader.size(pictures.file(index));
        if (!found.equals(expected)) {
            throw new MalformedDataException(
                    files.get(index).toString(),
                    expected + " pixels, as its picture " + pictures.name(index) + " has",
                    found.toString(),
                    Fix.of("save the mask in the size of the picture"),
                    Fix.of("remove both"));
        }
        ofSameSize.add(index);
    }

    @Override
    public void addMask(int index, CRC32C checksum) {
        checksum.update(names.get(index).name().getBytes(StandardCharsets.UTF_8));
        try {
            long size = Files.size(files.get(index));
            checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of " + files.get(index) + ": " + e, e);
        }
    }
}
