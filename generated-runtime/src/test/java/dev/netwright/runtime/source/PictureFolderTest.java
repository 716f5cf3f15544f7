package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.PilFixture;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.picture.PillowPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

class PictureFolderTest {
    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.toRealPath().resolve("leaves"));
    }

    @Test
    void aCsvFileGivesPicturesInItsOrderAndLabelsSorted() throws IOException {
        put("images/0.jpg", "420.jpg");
        put("images/1.jpg", "colour.png");
        put("images/2.jpg", "grey.bmp");
        Path csv = csv("image,label\nimages/1.jpg,oak\nimages/0.jpg,elm\nimages/2.jpg,oak\n");

        LabelledPictureFiles files = PictureFolder.at(root).labelledBy(csv);
        assertThat(files.size()).isEqualTo(3);
        assertThat(files.labels()).containsExactly("elm", "oak");
        assertThat(names(files)).containsExactly("images/1.jpg", "images/0.jpg", "images/2.jpg");
        assertThat(files.label(2)).isEqualTo("oak");
        assertThat(files.file(1)).isEqualTo(root.resolve("images/0.jpg"));
        assertThat(files.skipped()).isEmpty();

        ImageDataset dataset = files.rgb().resize(32);
        assertThat(dataset.size()).isEqualTo(3);
        assertThat(dataset.labels()).containsExactly("elm", "oak");
        assertThat(IntStream.range(0, 3).map(dataset::label)).containsExactly(1, 0, 1);
        assertThat(dataset.format()).isEqualTo(new ImageFormat(3, 32, 32));
        assertThat(dataset.preprocessing()).contains(new Preprocessing(dataset.format()));
    }

    @Test
    void columnsMayHaveOtherNames() throws IOException {
        put("a.png", "colour.png");
        Path csv = csv("file,note,species\na.png,x,oak\n");
        PictureFolder folder = PictureFolder.at(root);
        assertThat(folder.labelledBy(csv, "file", "species").label(0)).isEqualTo("oak");
        assertThat(folder.listedIn(csv, "file").name(0)).isEqualTo("a.png");
    }

    @Test
    void theHeaderIsNoPicture() throws IOException {
        put("a.png", "colour.png");
        assertThat(PictureFolder.at(root).listedIn(csv("image\na.png\n")).size())
                .isEqualTo(1);
    }

    @Test
    void labelsAreSortedByCodePointsAsPythonSortsThem() throws IOException {
        // sorted(["b", "B", "\U0001F33F", "\uFF21", "10", "9"]) in Python
        List<String> sorted = List.of("10", "9", "B", "b", "\uFF21", "\uD83C\uDF3F");
        StringBuilder lines = new StringBuilder("image,label\n");
        for (int i = 0; i < sorted.size(); i++) {
            put(i + ".png", "colour.png");
            lines.append(i).append(".png,").append(sorted.get((i * 5 + 2) % 6)).append('\n');
        }
        assertThat(PictureFolder.at(root).labelledBy(csv(lines.toString())).labels())
                .isEqualTo(sorted);
    }

    @Test
    void everyPictureIsWhatTheNetworksPreprocessingMakesOfIt() throws IOException {
        List<String> names = List.of("420.jpg", "colour.png", "grey.png", "palette.png", "core-header.bmp");
        for (String name : names) {
            put("any/" + name, name);
        }
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        for (ImageDataset images : List.of(
                files.rgb().resize(40, 30), files.grey().resizeShorterSide(20).centerCrop(16))) {
            int values = images.format().values();
            for (int i = 0; i < files.size(); i++) {
                float[] read = new float[values + 2];
                images.read(i, read, 1);
                float[] expected = images.preprocessing()
                        .orElseThrow()
                        .apply(files.withoutLabels().picture(i));
                assertThat(Arrays.copyOfRange(read, 1, values + 1))
                        .as(files.name(i))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void picturesOfTheirOwnSizeAreThePixelsThatPillowSees() throws IOException {
        for (PillowPictures.Expectation picture : PillowPictures.all()) {
            put("any/" + picture.name(), picture.name());
        }
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        for (PillowPictures.Expectation picture : PillowPictures.all()) {
            int index = names(files).indexOf("any/" + picture.name());
            assertThat(sum(files.rgb().resize(picture.height(), picture.width()), index))
                    .as(picture.name())
                    .isEqualTo(picture.rgbSha256());
            assertThat(sum(files.grey().resize(picture.height(), picture.width()), index))
                    .as(picture.name())
                    .isEqualTo(picture.greySha256());
        }
    }

    @Test
    void foldersAreClassesInTheOrderOfTorchvision() throws IOException {
        for (String name :
                List.of("oak/b.jpg", "oak/a.JPEG", "oak/young/z.png", "oak/young-2/a.png", "elm/1.bmp", "Ash/x.png")) {
            put(name, "420.jpg");
        }
        put("beside.jpg", "420.jpg");
        put(".hidden/a.jpg", "420.jpg");
        put("oak/.hidden.jpg", "420.jpg");
        Files.writeString(root.resolve("oak/notes.txt"), "no picture");

        // [s[0] for s in torchvision.datasets.ImageFolder(root).samples], without .hidden
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        assertThat(files.labels()).containsExactly("Ash", "elm", "oak");
        assertThat(names(files))
                .containsExactly(
                        "Ash/x.png", "elm/1.bmp", "oak/a.JPEG", "oak/b.jpg", "oak/young/z.png", "oak/young-2/a.png");
        assertThat(IntStream.range(0, 6).mapToObj(files::label))
                .containsExactly("Ash", "elm", "oak", "oak", "oak", "oak");
    }

    @Test
    void allPicturesBelowAFolderHaveNoClasses() throws IOException {
        put("b.png", "colour.png");
        put("a/c.jpg", "420.jpg");
        put("a.bmp", "colour.bmp");
        PictureFiles files = PictureFolder.at(root).all();
        assertThat(names(files)).containsExactly("a.bmp", "b.png", "a/c.jpg");
        assertThat(files.file(2)).isEqualTo(root.resolve("a/c.jpg"));
        assertThat(files.picture(2).getWidth()).isEqualTo(23);
    }

    @Test
    void aSmallerSourceTakesTheClassesOfAnother() throws IOException {
        put("a.png", "colour.png");
        LabelledPictureFiles files = PictureFolder.at(root).labelledBy(csv("image,label\na.png,oak\n"));
        LabelledPictureFiles renumbered = files.withLabels(List.of("ash", "elm", "oak"));
        assertThat(renumbered.labels()).containsExactly("ash", "elm", "oak");
        assertThat(renumbered.rgb().label(0)).isEqualTo(2);
        assertThatThrownBy(() -> files.withLabels(List.of("ash", "elm")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(root.resolve("a.png") + ": expected one of the 2 classes that the network has or that were"
                        + " given, found 'oak'; leave this picture out, correct its class, or give the names of all"
                        + " classes with LabelledPictureFiles.withLabels(names)");
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
        put("a.png", "colour.png");
        Files.write(temporary.resolve("outside.png"), PillowPictures.content("colour.png"));
        Path csv = csv("image,label\na.png,elm\n" + name + ",oak\n");
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
        put("oak/b.png", "colour.png");
        link(root.resolve("oak/a.png"), outside.resolve("a.png"));
        Path csv = csv("image,label\noak/a.png,oak\n");
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
        put("oak/b.png", "colour.png");
        link(root.resolve("elm"), root.resolve("oak"));
        assertThat(names(PictureFolder.at(root).labelledByFolder())).containsExactly("elm/b.png", "oak/b.png");
        link(root.resolve("oak/again"), root.resolve("oak"));
        assertThatThrownBy(() -> PictureFolder.at(root).labelledByFolder())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("folders without a circle");
    }

    static Stream<Arguments> malformedLists() {
        return Stream.of(
                Arguments.of(
                        "a.png,oak\nb.png,elm\n",
                        "line 3",
                        "the picture 'b.png'",
                        "none of that name",
                        "skipUnreadable"),
                Arguments.of(
                        "a.png,oak\na.png,elm\n", "line 3", "each picture once", "'a.png' again, after", "remove one"),
                Arguments.of(
                        "a.png,oak\n./a.png,elm\n", "line 3", "each picture once", "'./a.png' again", "remove one"),
                Arguments.of("folder,oak\n", "line 2", "the picture 'folder'", "a folder", "put it there"),
                Arguments.of(".,oak\n", "line 2", "a picture's path", "'.'", "write the path"),
                Arguments.of("a\0.png,oak\n", "line 2", "a picture's path", "Nul character", "write the path"));
    }

    @ParameterizedTest
    @MethodSource("malformedLists")
    void namesThatAreNoPicturesAreRefused(String lines, String line, String expected, String found, String cure)
            throws IOException {
        put("a.png", "colour.png");
        Files.createDirectory(root.resolve("folder"));
        Path csv = csv("image,label\n" + lines);
        assertThatThrownBy(() -> PictureFolder.at(root).labelledBy(csv))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(csv + ", " + line + ": expected " + expected)
                .hasMessageContaining(found)
                .hasMessageContaining(cure);
    }

    @Test
    void aDamagedPictureIsAnErrorThatNamesItsFileWhenItIsRead() throws IOException {
        put("a.png", "colour.png");
        putCut("b.jpg", "420.jpg");
        PictureFiles files = PictureFolder.at(root).all();
        assertThat(files.picture(0).getHeight()).isEqualTo(17);
        assertThatThrownBy(() -> files.picture(1))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(root.resolve("b.jpg") + ": expected a whole JPEG picture, found one cut off")
                .hasMessageEndingWith("replace or remove the file, or leave such pictures out with"
                        + " PictureFolder.skipUnreadable()");
    }

    @Test
    void unreadablePicturesAreSkippedAndListedInOrder() throws IOException {
        put("0.png", "colour.png");
        putCut("1.jpg", "420.jpg");
        put("2.png", "grey.png");
        Files.writeString(root.resolve("3.png"), "<html>");
        put("4.png", "colour.png");
        Path csv = csv("image,label\n4.png,yew\n1.jpg,elm\n2.png,oak\n9.png,oak\n3.png,elm\n0.png,yew\n");

        LabelledPictureFiles files = PictureFolder.at(root).skipUnreadable().labelledBy(csv);
        assertThat(names(files)).containsExactly("4.png", "2.png", "0.png");
        assertThat(files.labels()).containsExactly("elm", "oak", "yew");
        Pictures dataset = files.rgb();
        assertThat(IntStream.range(0, 3).map(dataset::label)).containsExactly(2, 1, 2);
        assertThat(files.skipped()).extracting(SkippedPicture::name).containsExactly("1.jpg", "9.png", "3.png");
        assertThat(files.skipped().get(0).reason()).contains("a whole JPEG picture");
        assertThat(files.skipped().get(1).reason()).isEqualTo("expected a file, found none of that name");
        assertThat(files.skipped().get(2).reason()).contains("3c 68 74 6d 6c");
        assertThat(PictureFolder.at(root).skipUnreadable().listedIn(csv).skipped())
                .isEqualTo(files.skipped());
    }

    @Test
    void aSourceOfWhichEverythingIsSkippedIsRefused() throws IOException {
        putCut("1.jpg", "420.jpg");
        assertThatThrownBy(() -> PictureFolder.at(root).skipUnreadable().all())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("found none of 1; the first, 1.jpg: expected a whole JPEG picture");
    }

    @Test
    void theLimitOfPixelsIsTheUsersToChoose() throws IOException {
        put("a.png", "colour.png");
        PictureFolder small = PictureFolder.at(root).maxPixels(100);
        assertThatThrownBy(() -> small.all().picture(0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a.png: expected a picture of at most 100 pixels, found 23x17 pixels");
        put("b.png", "grey-2-bit.png");
        assertThat(names(small.skipUnreadable().all())).containsExactly("b.png");
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
        put("a.png", "colour.png");
        PictureFiles files = PictureFolder.at(root).all();
        for (int index : new int[] {-1, 1}) {
            assertThatThrownBy(() -> files.name(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> files.picture(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void severalThreadsReadTheSameBytes() throws IOException {
        for (PillowPictures.Expectation picture : PillowPictures.all()) {
            put("any/" + picture.name(), picture.name());
        }
        ImageDataset pictures = PictureFolder.at(root).labelledByFolder().rgb().resize(11, 40);
        List<String> alone = IntStream.range(0, pictures.size())
                .mapToObj(i -> sum(pictures, i))
                .toList();
        List<String> together = IntStream.range(0, 10 * pictures.size())
                .parallel()
                .mapToObj(i -> sum(pictures, i % pictures.size()))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % alone.size()));
        }
    }

    @Test
    void noFileStaysOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).isDirectory();
        put("a.jpg", "420.jpg");
        put("b.png", "colour.png");
        putCut("c.jpg", "420.jpg");
        Path csv = csv("image\na.jpg\nb.png\n");
        for (int i = 0; i < 50; i++) {
            PictureFiles files = PictureFolder.at(root).listedIn(csv);
            assertThat(files.picture(0).getWidth()).isEqualTo(files.picture(1).getWidth());
            assertThat(PictureFolder.at(root).skipUnreadable().all().skipped()).hasSize(1);
        }
        assertThat(openBelow(descriptors, root)).isEmpty();
    }

    private static List<Path> openBelow(Path descriptors, Path root) throws IOException {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(PictureFolderTest::target)
                    .filter(target -> target.startsWith(root.getParent()))
                    .toList();
        }
    }

    /** What a descriptor leads to; the one of the listing itself is gone. */
    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return descriptor;
        }
    }

    private void put(String name, String picture) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PillowPictures.content(picture));
    }

    private void putCut(String name, String picture) throws IOException {
        byte[] content = PillowPictures.content(picture);
        Files.write(root.resolve(name), Arrays.copyOf(content, content.length - 100));
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | IOException e) {
            assumeThat(e).as("this system makes links").isNull();
        }
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(temporary.resolve("list.csv"), content);
    }

    private static List<String> names(PictureFiles files) {
        return IntStream.range(0, files.size()).mapToObj(files::name).toList();
    }

    private static List<String> names(LabelledPictureFiles files) {
        return names(files.withoutLabels());
    }

    private static String sum(ImageDataset pictures, int index) {
        byte[] pixels = new byte[pictures.format().values()];
        pictures.readPixels(index, pixels, 0);
        return PilFixture.sha256(pixels);
    }
}
