package dev.netwright.tests.input;

import dev.netwright.runtime.source.PictureFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CSV lists of pictures of which one, {@code a.png}, is there. */
final class WrongLists {
    static final List<WrongInput> ALL = List.of(
            list(
                    "CSV: an empty file",
                    "",
                    "<folder>/train.csv: expected a header line with the names of the columns, found an empty file; write "
                            + "'image,label'"),
            list(
                    "CSV: no line but the first",
                    "image,label\n",
                    "<folder>/train.csv: expected a line for each picture, found only the header line; list the "
                            + "pictures"),
            list(
                    "CSV: a first line without the column",
                    "picture,label\na.png,oak\n",
                    "<folder>/train.csv, line 1: expected the column 'image', found the columns 'picture', 'label'; "
                            + "make 'image,label' the header line, with commas between the columns, or name the columns "
                            + "with PictureFolder.labelledBy(csv, pictureColumn, labelColumn)"),
            list(
                    "CSV: a column twice",
                    "image,label,label\na.png,oak,elm\n",
                    "<folder>/train.csv, line 1: expected one column 'label', found several; rename all but one"),
            list(
                    "CSV: a line with a field too few",
                    "image,label\na.png\n",
                    "<folder>/train.csv, line 2: expected 2 fields as in the header line, found 1: 'a.png'; correct "
                            + "the line; put a field with a comma in double quotes"),
            list(
                    "CSV: a line with a field too many",
                    "image,label\na.png,oak,elm\n",
                    "<folder>/train.csv, line 2: expected 2 fields as in the header line, found 3: 'a.png', 'oak', "
                            + "'elm'; correct the line; put a field with a comma in double quotes"),
            list(
                    "CSV: a picture without a class",
                    "image,label\na.png,\n",
                    "<folder>/train.csv, line 2: expected a value in column 'label', found none; write it or remove "
                            + "the line"),
            list(
                    "CSV: a quote that never ends",
                    "image,label\n\"a.png,oak\n",
                    "<folder>/train.csv: expected CSV (RFC 4180), found text that isn't (Unclosed quoted field at "
                            + "end of input (record starting at line 2)); correct the quotes"),
            list(
                    "CSV: a picture that isn't there",
                    "image,label\na.png,oak\nb.png,elm\n",
                    "<folder>/train.csv, line 3: expected the picture 'b.png' in <folder>/pictures, found no such "
                            + "file; put it there, correct the name, or skip missing pictures with "
                            + "PictureFolder.skipUnreadable()"),
            list(
                    "CSV: a picture twice",
                    "image,label\na.png,oak\n./a.png,elm\n",
                    "<folder>/train.csv, line 3: expected each picture only once, found './a.png' again, after "
                            + "<folder>/train.csv, line 2; remove one of the two"),
            list(
                    "CSV: a path that leaves the folder",
                    "image,label\n../secret.png,oak\n",
                    "<folder>/train.csv, line 2: expected a picture below <folder>/pictures, found '../secret.png', "
                            + "which goes up; write the path of a picture below the folder"),
            list(
                    "CSV: an absolute path",
                    "image,label\n/etc/passwd,oak\n",
                    "<folder>/train.csv, line 2: expected a picture below <folder>/pictures, found the absolute "
                            + "path '/etc/passwd'; write the path of a picture below the folder"),
            list(
                    "CSV: semicolons",
                    "image;label\na.png;oak\n",
                    "<folder>/train.csv, line 1: expected the column 'image', found the columns 'image;label'; make "
                            + "'image,label' the header line, with commas between the columns, or name the columns "
                            + "with PictureFolder.labelledBy(csv, pictureColumn, labelColumn)"),
            new WrongInput(
                    "CSV: text that isn't UTF-8",
                    folder -> read(folder, "image,label\na.png,\u00e9rable\n".getBytes(StandardCharsets.ISO_8859_1)),
                    "<folder>/train.csv, line 2: expected text in UTF-8, found byte 0xe9; save the file as UTF-8"));

    private WrongLists() {}

    private static WrongInput list(String name, String content, String message) {
        return new WrongInput(name, folder -> read(folder, content.getBytes(StandardCharsets.UTF_8)), message);
    }

    private static void read(Path folder, byte[] content) throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        RawFiles.write(pictures, "a.png", RawFiles.picture("png", 2, 2));
        PictureFolder.at(pictures).labelledBy(RawFiles.write(folder, "train.csv", content));
    }
}
