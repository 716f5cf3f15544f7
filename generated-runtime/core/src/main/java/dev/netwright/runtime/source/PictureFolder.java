package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.picture.PictureDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder below which pictures lie, and how they are read: JPEG, PNG or BMP, of any sizes, told by their content.
 *
 * <pre>{@code
 * PictureFolder leaves = PictureFolder.at(Path.of("classify-leaves"));
 * ImageDataset labelled = leaves.labelledBy(Path.of("classify-leaves/train.csv")).rgb().resize(224);
 * PictureFiles test = leaves.listedIn(Path.of("classify-leaves/test.csv"));       // network.predict(test)
 * }</pre>
 *
 * <p>Listing checks each name: a path that leaves the folder (absolute, with {@code ..}, or through a symbolic link), a
 * picture that is named twice or isn't there is an error. Pictures are decoded when they are read, each time anew, and one
 * that can't be decoded is an error then, which names the file; {@link #skipUnreadable()} leaves such pictures out instead.
 * A picture is taken as it is written: EXIF's orientation doesn't turn it and an embedded colour profile doesn't change its
 * colours, as Pillow's {@code Image.open} leaves both alone. Instances are immutable.
 */
public final class PictureFolder {
    /** Bytes by which a format is recognized. */
    private static final int BEGINNING = 32;

    private final Path root;
    private final PictureDecoder decoder;
    private final Reading reading;

    private PictureFolder(Path root, PictureDecoder decoder, Reading reading) {
        this.root = root;
        this.decoder = decoder;
        this.reading = reading;
    }

    /**
     * A folder of pictures.
     *
     * @throws MalformedDataException if it is no folder
     * @throws UncheckedIOException if it can't be looked at
     */
    public static PictureFolder at(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MalformedDataException(
                    root.toAbsolutePath().toString(),
                    "a folder",
                    Files.exists(root) ? "a file" : "nothing of that name",
                    "name the folder below which the pictures lie");
        }
        try {
            return new PictureFolder(
                    root.toRealPath(), PictureDecoder.upTo(PictureDecoder.DEFAULT_MAX_PIXELS), Reading.LATER);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be looked at: " + FileFault.reason(e), e);
        }
    }

    /**
     * Whether a file is a picture and not a list of them: by its name, which ends as {@link #labelledByFolder()} says, or by
     * how its content begins, of formats that can't be decoded too.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static boolean isPicture(Path file) {
        if (PictureTree.isPicture(String.valueOf(file.getFileName()))) {
            return true;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return PictureDecoder.formatOf(stream.readNBytes(BEGINNING)).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /**
     * This folder with another limit of size, so that no picture of a few bytes takes gigabytes. Without this it is
     * Pillow's, 89,478,485 pixels.
     *
     * @param maxPixels the most that width x height of a picture may be, in [1, 500,000,000]
     */
    public PictureFolder maxPixels(int maxPixels) {
        return new PictureFolder(root, PictureDecoder.upTo(maxPixels), reading);
    }

    /**
     * This folder without what can't be read. Listing then decodes every picture once, on all cores; one that is missing,
     * damaged, too large or of another format, or a link that leads nowhere, is left out, the others keep their order, and the list has it among those
     * {@link LabelledPictureFiles#skipped() skipped}. The classes are those of all pictures. Names that leave the folder
     * stay errors.
     */
    public PictureFolder skipUnreadable() {
        return new PictureFolder(root, decoder, Reading.SKIPPED);
    }

    /**
     * This folder whose files are looked at when they are listed, on all cores, so that one that can't be read is an error
     * then and not in the middle of an epoch. Each file is read whole: its format, its size and whether its end is there, by
     * a PNG's checksums too. It isn't decoded, which would take many times as long; damage among a JPEG's coded pixels is
     * still found only when it is read, or by {@link #checkedByDecoding()}.
     */
    public PictureFolder checked() {
        return new PictureFolder(root, decoder, Reading.CHECKED);
    }

    /**
     * This folder whose pictures are decoded once when they are listed, on all cores, so that one that can't be decoded is an
     * error then, whatever it is damaged by, and not in the middle of an epoch.
     */
    public PictureFolder checkedByDecoding() {
        return new PictureFolder(root, decoder, Reading.DECODED);
    }

    /**
     * The pictures that a CSV file lists in its column {@code image}, each with its class in the column {@code label}; see
     * {@link #labelledBy(Path, String, String)}.
     */
    public LabelledPictureFiles labelledBy(Path csv) {
        return labelledBy(csv, "image", "label");
    }

    /**
     * The pictures that a CSV file lists, in its order, with their classes. The file is UTF-8 (RFC 4180, columns separated
     * by commas); its first line names the columns, of which there may be more; empty lines are passed over. The classes
     * are the labels that occur, in the order of their code points, as Python sorts them.
     *
     * @param csv where the file lies: not taken below this folder
     * @param pictureColumn the column of the pictures' paths below this folder
     * @param labelColumn the column of the classes' names
     * @throws MalformedDataException if the file isn't such a list; the message names the line
     * @throws UncheckedIOException if it can't be read
     */
    public LabelledPictureFiles labelledBy(Path csv, String pictureColumn, String labelColumn) {
        CsvTable table = CsvTable.read(csv, List.of(pictureColumn, labelColumn));
        List<NamedPicture> named = new ArrayList<>();
        List<String> labelOfEach = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            named.add(NamedPicture.listed(row.value(0), row.where()));
            labelOfEach.add(row.value(1));
        }
        return labelled(named, labelOfEach);
    }

    /**
     * The pictures in this folder's folders, each of which is a class and gives it its name, as torchvision's
     * {@code ImageFolder} takes them: classes by name, in each the pictures of all its folders, by folder and name, in the
     * order of code points. A picture is what ends in .jpg, .jpeg, .png, .bmp, or in another format's .gif, .pgm, .ppm,
     * .tif, .tiff, .webp (which can't be decoded), small letters or capitals; other files are passed over, and so is
     * what lies beside the classes' folders. Unlike there, what begins with a dot is passed over too.
     *
     * @throws MalformedDataException if there is no folder, one has no picture, or a link leads out
     * @throws UncheckedIOException if a folder can't be read
     */
    public LabelledPictureFiles labelledByFolder() {
        PictureTree tree = tree();
        List<NamedPicture> named = new ArrayList<>();
        List<String> labelOfEach = new ArrayList<>();
        for (String label : tree.folders()) {
            List<String> names = tree.picturesBelow(label);
            if (names.isEmpty()) {
                throw new MalformedDataException(
                        root.resolve(label).toString(),
                        "at least one picture",
                        "none",
                        "remove the folder, or put pictures of the class into it");
            }
            for (String name : names) {
                named.add(NamedPicture.found(name, root));
                labelOfEach.add(label);
            }
        }
        if (named.isEmpty()) {
            throw new MalformedDataException(
                    root.toString(),
                    "a folder for each class",
                    "no folder",
                    "sort the pictures into folders, or list them in a CSV file");
        }
        return labelled(named, labelOfEach);
    }

    /** The pictures that a CSV file lists in its column {@code image}, without classes; see {@link #listedIn(Path, String)}. */
    public PictureFiles listedIn(Path csv) {
        return listedIn(csv, "image");
    }

    /** The pictures that a CSV file lists, in its order, without classes; else as {@link #labelledBy(Path, String, String)}. */
    public PictureFiles listedIn(Path csv, String pictureColumn) {
        return unlabelled(CsvTable.read(csv, List.of(pictureColumn)).rows().stream()
                .map(row -> NamedPicture.listed(row.value(0), row.where()))
                .toList());
    }

    /**
     * All pictures below this folder, without classes, by folder and name; what counts as a picture is said at
     * {@link #labelledByFolder()}.
     *
     * @throws MalformedDataException if there is none, or a link leads out
     * @throws UncheckedIOException if a folder can't be read
     */
    public PictureFiles all() {
        List<String> names = tree().picturesBelow("");
        if (names.isEmpty()) {
            throw new MalformedDataException(root.toString(), "pictures", "none", "name the folder that has them");
        }
        return unlabelled(
                names.stream().map(name -> NamedPicture.found(name, root)).toList());
    }

    /**
     * Pictures by their names, in that order, without classes.
     *
     * @param names paths below this folder, at least one
     * @throws MalformedDataException if one leads out of the folder, is named twice or isn't there
     */
    public PictureFiles named(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("Name at least one picture of " + root + ", found none");
        }
        return unlabelled(Stream.of(names)
                .map(name -> NamedPicture.listed(name, root.toString()))
                .toList());
    }

    private PictureTree tree() {
        return new PictureTree(root, reading == Reading.SKIPPED);
    }

    private PictureFiles unlabelled(List<NamedPicture> named) {
        return PictureFiles.of(root, decoder, named, reading);
    }

    private LabelledPictureFiles labelled(List<NamedPicture> named, List<String> labelOfEach) {
        PictureFiles files = unlabelled(named);
        List<String> labels =
                labelOfEach.stream().distinct().sorted(PictureTree.CODE_POINTS).toList();
        return LabelledPictureFiles.of(files, labels, labelOfEach);
    }
}
