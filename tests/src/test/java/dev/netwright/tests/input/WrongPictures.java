package dev.netwright.tests.input;

import dev.netwright.runtime.source.PictureFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files that should be pictures. */
final class WrongPictures {
    static final List<WrongInput> ALL = List.of(
            picture(
                    "picture: an empty file",
                    "a.png",
                    new byte[0],
                    "<folder>/a.png: expected a JPEG, PNG or BMP picture, found an empty file; replace or remove "
                            + "the file, or skip unreadable pictures with PictureFolder.skipUnreadable()"),
            picture(
                    "picture: text",
                    "a.jpg",
                    "no picture at all".getBytes(StandardCharsets.UTF_8),
                    "<folder>/a.jpg: expected a JPEG, PNG or BMP picture, found content that begins with 6e 6f 20 "
                            + "70 69 63 74 75; replace or remove the file, or skip unreadable pictures with "
                            + "PictureFolder.skipUnreadable()"),
            picture(
                    "picture: another format than those that are read",
                    "a.gif",
                    gif(),
                    "<folder>/a.gif: expected a JPEG, PNG or BMP picture, found a picture in GIF, which must be "
                            + "converted first; replace or remove the file, or skip unreadable pictures with "
                            + "PictureFolder.skipUnreadable()"),
            picture(
                    "picture: a PNG cut short",
                    "a.png",
                    half("png"),
                    "<folder>/a.png: expected a complete PNG picture, found a picture truncated after 42 bytes, before its "
                            + "last chunk (IEND); replace or remove the file, or skip unreadable pictures with "
                            + "PictureFolder.skipUnreadable()"),
            picture(
                    "picture: a JPEG cut short",
                    "a.jpg",
                    half("jpg"),
                    "<folder>/a.jpg: expected a complete JPEG picture, found a picture truncated after 190 bytes, before its "
                            + "end marker; replace or remove the file, or skip unreadable pictures with "
                            + "PictureFolder.skipUnreadable()"),
            picture(
                    "picture: a BMP cut short",
                    "a.bmp",
                    half("bmp"),
                    "<folder>/a.bmp: expected a complete BMP picture, found a picture truncated after 2587 bytes, before its "
                            + "last pixel; replace or remove the file, or skip unreadable pictures with "
                            + "PictureFolder.skipUnreadable()"),
            picture(
                    "picture: a few bytes that claim gigabytes",
                    "a.png",
                    claims(100_000, 100_000),
                    "<folder>/a.png: expected a picture of at most 89478485 pixels, found 100000x100000 pixels; "
                            + "replace or remove the file, or skip unreadable pictures with PictureFolder.skipUnreadable()"),
            picture(
                    "picture: a side of nothing",
                    "a.png",
                    claims(0, 8),
                    "<folder>/a.png: expected a picture of at least one pixel, found 8 columns and 0 rows; replace "
                            + "or remove the file, or skip unreadable pictures with PictureFolder.skipUnreadable()"),
            new WrongInput(
                    "pictures: no folder of that name",
                    folder -> PictureFolder.at(folder.resolve("nothing")),
                    "<folder>/nothing: expected a folder, found nothing of that name; name the folder that contains "
                            + "the pictures"),
            new WrongInput(
                    "pictures: a folder without pictures",
                    folder -> PictureFolder.at(folder).all(),
                    "<folder>: expected pictures, found none; name the folder that contains them"),
            new WrongInput(
                    "pictures: a class without pictures",
                    folder -> {
                        Files.createDirectory(folder.resolve("oak"));
                        PictureFolder.at(folder).labelledByFolder();
                    },
                    "<folder>/oak: expected at least one picture, found none; remove the folder, or put pictures of "
                            + "the class into it"));

    private WrongPictures() {}

    private static WrongInput picture(String name, String file, byte[] content, String message) {
        return new WrongInput(name, folder -> decode(folder, file, content), message);
    }

    private static void decode(Path folder, String file, byte[] content) throws IOException {
        RawFiles.write(folder, file, content);
        PictureFolder.at(folder).all().picture(0);
    }

    private static byte[] half(String format) {
        try {
            byte[] whole = RawFiles.picture(format, 64, 64);
            return Arrays.copyOf(whole, whole.length / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gif() {
        try {
            return RawFiles.picture("gif", 8, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] claims(int height, int width) {
        try {
            return RawFiles.pngThatClaims(height, width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
