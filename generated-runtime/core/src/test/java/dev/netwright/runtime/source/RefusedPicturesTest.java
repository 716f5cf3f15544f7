package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.PillowPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid folders and lists of pictures: names and links that lead out, damaged and oversized pictures, no pictures. */
class RefusedPicturesTest {
    @TempDir
    private Path temporary;

    private TestFolder leaves = new TestFolder(Path.of(""));
    private Path root = Path.of("");

    @BeforeEach
    void makeRoot() throws IOException {
        leaves = TestFolder.in(temporary);
        root = leaves.root();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "\\\\host\\a.png",
                "C:\\a.png",
                "../outside.png",
                "images/../../outside.png",
                "images/../a.png",
                ".."
            })
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        leaves.put("a.png", "colour.png");
        Files.write(temporary.resolve("outside.png"), PillowPictures.content("colour.png"));
        Path csv = leaves.csv("image,label\na.png,elm\n" + name + ",oak\n");
        for (PictureFolder folder :
                List.of(PictureFolder.at(root), PictureFolder.at(root).skipUnreadable())) {
            assertThatThrownBy(() -> folder.labelledBy(csv))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageStartingWith(csv + ", line 3: expected a picture below " + root)
                    .hasMessageContaining(name)
                    .hasMessageEndingWith("write the path of a picture below the folder");
        }
    }

    @Test
    void linksThatLeaveTheFolderAreRefused() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.write(outside.resolve("a.png"), PillowPictures.content("colour.png"));
        leaves.put("oak/b.png", "colour.png");
        link(root.resolve("oak/a.png"), outside.resolve("a.png"));
        Path csv = leaves.csv("image,label\noak/a.png,oak\n");
        PictureFolder folder = PictureFolder.at(root).skipUnreadable();
        assertThatThrownBy(() -> folder.labelledBy(csv))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("'oak/a.png', a link to ");
        assertThatThrownBy(folder::labelledByFolder).isInstanceOf(MalformedDataException.class);

        Files.delete(root.resolve("oak/a.png"));
        link(root.resolve("elm"), outside);
        assertThatThrownBy(folder::labelledByFolder)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("elm: expected a folder below " + root + ", found a link to ");
        assertThatThrownBy(folder::all).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void linksInsideTheFolderAreFollowedButNotInCircles() throws IOException {
        leaves.put("oak/b.png", "colour.png");
        link(root.resolve("elm"), root.resolve("oak"));
        assertThat(TestFolder.names(PictureFolder.at(root).labelledByFolder()))
                .containsExactly("elm/b.png", "oak/b.png");
        link(root.resolve("oak/again"), root.resolve("oak"));
        assertThatThrownBy(() -> PictureFolder.at(root).labelledByFolder())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("folders without a cycle");
    }

    static Stream<Arguments> malformedLists() {
        return Stream.of(
                Arguments.of(
                        "a.png,oak\nb.png,elm\n", "line 3", "the picture 'b.png'", "no such file", "skipUnreadable"),
                Arguments.of(
                        "a.png,oak\na.png,elm\n",
                        "line 3",
                        "each picture only once",
                        "'a.png' again, after",
                        "remove one"),
                Arguments.of(
                        "a.png,oak\n./a.png,elm\n",
                        "line 3",
                        "each picture only once",
                        "'./a.png' again",
                        "remove one"),
                Arguments.of("folder,oak\n", "line 2", "the picture 'folder'", "a folder", "put it there"),
                Arguments.of(".,oak\n", "line 2", "a picture's path", "'.'", "write the path"),
                Arguments.of("a\0.png,oak\n", "line 2", "a picture's path", "Nul character", "write the path"));
    }

    @ParameterizedTest
    @MethodSource("malformedLists")
    void namesThatAreNoPicturesAreRefused(String lines, String line, String expected, String found, String fix)
            throws IOException {
        leaves.put("a.png", "colour.png");
        Files.createDirectory(root.resolve("folder"));
        Path csv = leaves.csv("image,label\n" + lines);
        assertThatThrownBy(() -> PictureFolder.at(root).labelledBy(csv))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(csv + ", " + line + ": expected " + expected)
                .hasMessageContaining(found)
                .hasMessageContaining(fix);
    }

    @Test
    void aDamagedPictureIsAnErrorThatNamesItsFileWhenItIsRead() throws IOException {
        leaves.put("a.png", "colour.png");
        leaves.putCut("b.jpg", "420.jpg");
        PictureFiles files = PictureFolder.at(root).all();
        assertThat(files.picture(0).getHeight()).isEqualTo(17);
        assertThatThrownBy(() -> files.picture(1))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(
                        root.resolve("b.jpg") + ": expected a complete JPEG picture, found a picture truncated")
                .hasMessageEndingWith("replace or remove the file, or skip unreadable pictures with"
                        + " PictureFolder.skipUnreadable()");
    }

    @Test
    void unreadablePicturesAreSkippedAndListedInOrder() throws IOException {
        leaves.put("0.png", "colour.png");
        leaves.putCut("1.jpg", "420.jpg");
        leaves.put("2.png", "grey.png");
        Files.writeString(root.resolve("3.png"), "<html>");
        leaves.put("4.png", "colour.png");
        Path csv = leaves.csv("image,label\n4.png,yew\n1.jpg,elm\n2.png,oak\n9.png,oak\n3.png,elm\n0.png,yew\n");

        LabelledPictureFiles files = PictureFolder.at(root).skipUnreadable().labelledBy(csv);
        assertThat(TestFolder.names(files)).containsExactly("4.png", "2.png", "0.png");
        assertThat(files.labels()).containsExactly("elm", "oak", "yew");
        Pictures dataset = files.rgb();
        assertThat(IntStream.range(0, 3).map(dataset::label)).containsExactly(2, 1, 2);
        assertThat(files.skipped()).extracting(SkippedPicture::name).containsExactly("1.jpg", "9.png", "3.png");
        assertThat(files.skipped().get(0).reason()).contains("a complete JPEG picture");
        assertThat(files.skipped().get(1).reason()).isEqualTo("expected a file, found no such file");
        assertThat(files.skipped().get(2).reason()).contains("3c 68 74 6d 6c");
        assertThat(PictureFolder.at(root).skipUnreadable().listedIn(csv).skipped())
                .isEqualTo(files.skipped());
    }

    @Test
    void aSourceOfWhichEverythingIsSkippedIsRefused() throws IOException {
        leaves.putCut("1.jpg", "420.jpg");
        assertThatThrownBy(() -> PictureFolder.at(root).skipUnreadable().all())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("found none of 1; the first, 1.jpg: expected a complete JPEG picture");
    }

    @Test
    void theLimitOfPixelsIsTheUsersToChoose() throws IOException {
        leaves.put("a.png", "colour.png");
        PictureFolder small = PictureFolder.at(root).maxPixels(100);
        assertThatThrownBy(() -> small.all().picture(0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a.png: expected a picture of at most 100 pixels, found 23x17 pixels");
        leaves.put("b.png", "grey-2-bit.png");
        assertThat(TestFolder.names(small.skipUnreadable().all())).containsExactly("b.png");
    }

    @Test
    void foldersThatAreNoneOrEmptyAreRefused() throws IOException {
        assertThatThrownBy(() -> PictureFolder.at(root.resolve("absent")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("absent: expected a folder, found nothing of that name");
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> PictureFolder.at(file)).hasMessageContaining("expected a folder, found a file");
        PictureFolder empty = PictureFolder.at(root);
        assertThatThrownBy(empty::all).hasMessageContaining("expected pictures, found none");
        assertThatThrownBy(empty::labelledByFolder).hasMessageContaining("a folder for each class, found no folder");
        Files.createDirectory(root.resolve("oak"));
        assertThatThrownBy(empty::labelledByFolder).hasMessageContaining("oak: expected at least one picture");
    }

    @Test
    void picturesThatAreNotThereAreRefused() throws IOException {
        leaves.put("a.png", "colour.png");
        PictureFiles files = PictureFolder.at(root).all();
        for (int index : new int[] {-1, 1}) {
            assertThatThrownBy(() -> files.name(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> files.picture(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | IOException e) {
            assumeThat(e).as("this system makes links").isNull();
        }
    }
}
