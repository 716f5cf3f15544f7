package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.picture.PictureDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of pictures and options for reading them. Pictures are JPEG, PNG or BMP files, detected by their content, of
 * any size.
 *
 * <pre>{@code
 * PictureFolder leaves = PictureFolder.at(Path.of("classify-leaves"));
 * ImageDataset labelled = leaves.labelledBy(Path.of("classify-leaves/train.csv")).rgb().resize(224);
 * PictureFiles test = leaves.listedIn(Path.of("classify-leaves/test.csv"));       // network.predict(test)
 * }</pre>
 *
 * <p>Listing checks every name: a path that leaves the folder (absolute, with {@code ..}, or through a symbolic link),
 * a duplicate, or a missing picture is an error. Pictures are decoded each time they are read; one that can't be
 * decoded is an error then, with a message that names the file. {@link #skipUnreadable()} skips such pictures instead.
 * As with Pillow's {@code Image.open}, EXIF's orientation and embedded color profiles aren't applied. Instances are
 * immutable.
 */
public final class PictureFolder {
    /** Number of bytes that identify a format. */
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
     * Opens a folder of pictures.
     *
     * @param root the folder
     * @return the folder with default options
     * @throws MalformedDataException if it isn't a folder
     * @throws UncheckedIOException if it can't be accessed
     */
    public static PictureFolder at(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MalformedDataException(
                    root.toAbsolutePath().toString(),
                    "a folder",
                    Files.exists(root) ? "a file" : "nothing of that name",
                    "name the folder that contains the pictures");
        }
        try {
            return new PictureFolder(
                    root.toRealPath(), PictureDecoder.upTo(PictureDecoder.DEFAULT_MAX_PIXELS), Reading.LATER);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " can't be accessed: " + FileFault.reason(e), e);
        }
    }

    /**
     * Whether a file is a picture rather than a list of pictures: by its extension, as in {@link #labelledByFolder()},
     * or by the first bytes of its content. Formats that can't be decoded count, too.
     *
     * @param file the file
     * @return true if it is a picture
     * @throws UncheckedIOException if the file can't be read
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
     * Limits the size of pictures, because a file of a few bytes can decode to gigabytes. The default is Pillow's limit
     * of 89,478,485 pixels.
     *
     * @param maxPixels the largest width times height, in [1, 500,000,000]
     * @return a changed copy
     */
    public PictureFolder maxPixels(int maxPixels) {
        return new PictureFolder(root, PictureDecoder.upTo(maxPixels), reading);
    }

    /**
     * Skips unreadable pictures. Listing then decodes every picture once, on all cores. Pictures that are missing,
     * damaged, too large or in another format, and broken links, are skipped; the others keep their order. {@link
     * LabelledPictureFiles#skipped()} lists the skipped ones. The classes are those of all pictures. Names that leave
     * the folder are still errors.
     *
     * @return a changed copy
     */
    public PictureFolder skipUnreadable() {
        return new PictureFolder(root, decoder, Reading.SKIPPED);
    }

    /**
     * Checks pictures when they are listed, on all cores, so that an unreadable one is an error then and not in the
     * middle of an epoch. Each file is read completely to check its format, size, completeness, and a PNG's checksums.
     * It isn't decoded, which would take many times as long; damage to a JPEG's coded pixels is found only when the
     * picture is read, or by {@link #checkedByDecoding()}.
     *
     * @return a changed copy
     */
    public PictureFolder checked() {
        return new PictureFolder(root, decoder, Reading.CHECKED);
    }

    /**
     * Decodes pictures once when they are listed, on all cores, so that any damage is an error then and not in the
     * middle of an epoch.
     *
     * @return a changed copy
     */
    public PictureFolder checkedByDecoding() {
        return new PictureFolder(root, decoder, Reading.DECODED);
    }

    /**
     * The pictures in a CSV file with the columns {@code image} and {@code label}; see {@link #labelledBy(Path, String,
     * String)}.
     *
     * @param csv the CSV file
     * @return the pictures with their classes
     * @throws MalformedDataException if the file isn't such a list; the message names the line
     * @throws UncheckedIOException if the file can't be read
     */
    public LabelledPictureFiles labelledBy(Path csv) {
        return labelledBy(csv, "image", "label");
    }

    /**
     * The pictures in a CSV file, in its order, with their classes. The file is in UTF-8 (RFC 4180, columns separated
     * by commas). Its header line names the columns, of which there may be more; empty lines are ignored. The classes
     * are the labels that occur, sorted by code points as in Python.
     *
     * @param csv path of the CSV file, not relative to this folder
     * @param pictureColumn name of the column with the pictures' paths below this folder
     * @param labelColumn name of the column with the classes' names
     * @return the pictures with their classes
     * @throws MalformedDataException if the file isn't such a list; the message names the line
     * @throws UncheckedIOException if the file can't be read
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
     * Pictures with several labels each, listed in a CSV file with a column for each label: 1 for a picture that has it, 0 for the others.
     *
     * @param csv the CSV file, in UTF-8, with a header line
     * @param pictureColumn header of the column with the paths of the pictures below this folder
     * @param labelColumns headers of the labels' columns, in the order of the network's outputs, at least one
     * @return the pictures
     * @throws MalformedDataException if a column, a value or a picture is missing, or a value isn't 0 or 1; the message names the line and
     *     the fix
     */
    public PictureTargets labelledBy(Path csv, String pictureColumn, List<String> labelColumns) {
        return listed(csv, pictureColumn, labelColumns, PictureFolder::label, TargetValues::ofLabels);
    }

    /**
     * Pictures with numbers each, listed in a CSV file with a column for each number.
     *
     * @param csv the CSV file, in UTF-8, with a header line
     * @param pictureColumn header of the column with the paths of the pictures below this folder
     * @param numberColumns headers of the numbers' columns, in the order of the network's outputs, at least one
     * @return the pictures
     * @throws MalformedDataException if a column, a value or a picture is missing, or a value isn't a finite number; the message names the
     *     line and the fix
     */
    public PictureTargets numberedBy(Path csv, String pictureColumn, List<String> numberColumns) {
        return listed(csv, pictureColumn, numberColumns, PictureFolder::number, TargetValues::ofNumbers);
    }

    /**
     * The pictures in the subfolder {@code images} with their masks in the subfolder {@code masks}; see {@link #masked(String, String,
     * MaskClasses)}.
     *
     * @param classes how the pixels of masks stand for classes
     * @return the pictures
     * @throws MalformedDataException if there are no pictures, or a mask is missing
     */
    public MaskedPictures masked(MaskClasses classes) {
        return masked("images", "masks", classes);
    }

    /**
     * The pictures in and below a subfolder, found and sorted as in {@link #all()}, with a mask each. The mask of {@code images/a/1.jpg} is
     * {@code masks/a/1.png}: it has the picture's rows and columns, and a class for each of its pixels. With {@link #checked()} a mask of
     * another size is an error now, with {@link #checkedByDecoding()} also an unknown number or colour; otherwise when the mask is read.
     *
     * @param images the subfolder of pictures
     * @param masks the subfolder of masks, which are PNG files
     * @param classes how the pixels of masks stand for classes
     * @return the pictures
     * @throws MalformedDataException if there are no pictures, a mask is missing, or a link leads out of this folder; the message names the
     *     file and the fix
     * @throws UncheckedIOException if a folder can't be read
     */
    public MaskedPictures masked(String images, String masks, MaskClasses classes) {
        List<String> names = Files.isDirectory(root.resolve(images)) ? tree().picturesBelow(images) : List.of();
        if (names.isEmpty()) {
            throw new MalformedDataException(
                    root.resolve(images).toString(),
                    "a folder with at least one picture, beside the folder " + masks + " with their masks",
                    Files.exists(root.resolve(images)) ? "no picture" : "no such folder",
                    "put the pictures there");
        }
        PictureFiles files = unlabelled(
                names.stream().map(name -> NamedPicture.found(name, root)).toList());
        List<NamedPicture> ofMasks = IntStream.range(0, files.size())
                .mapToObj(files::name)
                .map(name -> NamedPicture.found(masks + maskName(name.substring(images.length())), root))
                .toList();
        return new MaskedPictures(
                files, MaskFiles.of(files, ofMasks, new PictureFileReader(root, decoder), classes, reading));
    }

    private static String maskName(String picture) {
        return picture.substring(0, picture.lastIndexOf('.')) + ".png";
    }

    /**
     * The columns of a CSV file.
     *
     * @param csv the CSV file, in UTF-8
     * @return the names in its header line
     * @throws MalformedDataException if the file is empty or isn't text
     */
    public static List<String> columns(Path csv) {
        return CsvTable.columns(csv);
    }

    /** Reads a cell of a label's or number's column. */
    private interface CellReader {
        float read(CsvTable.Row row, int column, String name);
    }

    private PictureTargets listed(
            Path csv,
            String pictureColumn,
            List<String> columns,
            CellReader reader,
            BiFunction<List<String>, float[][], TargetValues> targets) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one column of " + csv + " to learn, found none");
        }
        CsvTable table = CsvTable.read(
                csv, Stream.concat(Stream.of(pictureColumn), columns.stream()).toList());
        List<NamedPicture> named = new ArrayList<>();
        float[][] rows = new float[table.rows().size()][columns.size()];
        for (int i = 0; i < rows.length; i++) {
            CsvTable.Row row = table.rows().get(i);
            named.add(NamedPicture.listed(row.value(0), row.where()));
            for (int k = 0; k < columns.size(); k++) {
                rows[i][k] = reader.read(row, k + 1, columns.get(k));
            }
        }
        return new PictureTargets(unlabelled(named), targets.apply(columns, rows));
    }

    private static float label(CsvTable.Row row, int column, String name) {
        String text = row.value(column).strip();
        if (text.equals("0") || text.equals("1")) {
            return text.equals("1") ? 1 : 0;
        }
        throw new MalformedDataException(
                row.where(),
                "0 or 1 in column '" + name + "'",
                "'" + row.value(column) + "'",
                Fix.of("write 1 if the picture has the label, else 0"),
                Fix.of("name the columns of labels with ", Setting.LABEL_COLUMNS));
    }

    private static float number(CsvTable.Row row, int column, String name) {
        float number;
        try {
            number = Float.parseFloat(row.value(column).strip());
        } catch (NumberFormatException e) {
            number = Float.NaN;
        }
        if (Float.isFinite(number)) {
            return number;
        }
        throw new MalformedDataException(
                row.where(),
                "a finite number in column '" + name + "'",
                "'" + row.value(column) + "'",
                Fix.of("write a number, or remove the line"),
                Fix.of("name the columns of numbers with ", Setting.LABEL_COLUMNS));
    }

    /**
     * The pictures in this folder's subfolders, each of which is a class, as in torchvision's {@code ImageFolder}.
     * Classes are sorted by name, and the pictures of a class by folder and name, all by code points. Pictures are
     * found by their extension, in lower or upper case: .jpg, .jpeg, .png, .bmp, and .gif, .pgm, .ppm, .tif, .tiff,
     * .webp, which can't be decoded. Other files, and those beside the subfolders, are ignored. Unlike in torchvision,
     * names that begin with a dot are ignored as well.
     *
     * @return the pictures with their classes
     * @throws MalformedDataException if there is no subfolder, one has no picture, or a link leads out of this folder
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

    /**
     * The pictures in a CSV file with the column {@code image}, without classes; see {@link #listedIn(Path, String)}.
     *
     * @param csv the CSV file
     * @return the pictures
     * @throws MalformedDataException if the file isn't such a list; the message names the line
     * @throws UncheckedIOException if the file can't be read
     */
    public PictureFiles listedIn(Path csv) {
        return listedIn(csv, "image");
    }

    /**
     * The pictures in a CSV file, in its order, without classes. The file has the form of {@link #labelledBy(Path,
     * String, String)}.
     *
     * @param csv path of the CSV file, not relative to this folder
     * @param pictureColumn name of the column with the pictures' paths below this folder
     * @return the pictures
     * @throws MalformedDataException if the file isn't such a list; the message names the line
     * @throws UncheckedIOException if the file can't be read
     */
    public PictureFiles listedIn(Path csv, String pictureColumn) {
        return unlabelled(CsvTable.read(csv, List.of(pictureColumn)).rows().stream()
                .map(row -> NamedPicture.listed(row.value(0), row.where()))
                .toList());
    }

    /**
     * All pictures below this folder, without classes, sorted by folder and name. Pictures are found as in {@link
     * #labelledByFolder()}.
     *
     * @return the pictures
     * @throws MalformedDataException if there are none, or a link leads out of this folder
     * @throws UncheckedIOException if a folder can't be read
     */
    public PictureFiles all() {
        List<String> names = tree().picturesBelow("");
        if (names.isEmpty()) {
            throw new MalformedDataException(root.toString(), "pictures", "none", "name the folder that contains them");
        }
        return unlabelled(
                names.stream().map(name -> NamedPicture.found(name, root)).toList());
    }

    /**
     * Pictures by name, without classes.
     *
     * @param names paths below this folder, at least one
     * @return the pictures in this order
     * @throws MalformedDataException if a path leads out of the folder, is a duplicate or doesn't exist
     */
    public PictureFiles named(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("There must be at least one picture of " + root + ", found none");
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
