package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a folder: their order, classes and numbers. */
class PictureFolderTest {
    @TempDir
    private Path temporary;

    private TestFolder leaves = new TestFolder(Path.of(""));
    private Path root = Path.of("");

    @BeforeEach
    void makeRoot() throws IOException {
        leaves = TestFolder.in(temporary);
        root = leaves.root();
    }

    @Test
    void aCsvFileGivesPicturesInItsOrderAndLabelsSorted() throws IOException {
        leaves.put("images/0.jpg", "420.jpg");
        leaves.put("images/1.jpg", "colour.png");
        leaves.put("images/2.jpg", "grey.bmp");
        Path csv = leaves.csv("image,label\nimages/1.jpg,oak\nimages/0.jpg,elm\nimages/2.jpg,oak\n");

        LabelledPictureFiles files = PictureFolder.at(root).labelledBy(csv);
        assertThat(files.size()).isEqualTo(3);
        assertThat(files.labels()).containsExactly("elm", "oak");
        assertThat(TestFolder.names(files)).containsExactly("images/1.jpg", "images/0.jpg", "images/2.jpg");
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
        leaves.put("a.png", "colour.png");
        Path csv = leaves.csv("file,note,species\na.png,x,oak\n");
        PictureFolder folder = PictureFolder.at(root);
        assertThat(folder.labelledBy(csv, "file", "species").label(0)).isEqualTo("oak");
        assertThat(folder.listedIn(csv, "file").name(0)).isEqualTo("a.png");
    }

    @Test
    void labelsAreReadFromAColumnEach() throws IOException {
        leaves.put("a.png", "colour.png");
        leaves.put("b.png", "grey.png");
        Path csv = leaves.csv("scab,image,rust\n1,b.png,0\n0,a.png,1\n");
        PictureTargets files = PictureFolder.at(root).labelledBy(csv, "image", List.of("rust", "scab"));
        assertThat(files.labels()).containsExactly("rust", "scab");
        assertThat(files.target()).isEqualTo(new Target.SeveralLabels(2));
        assertThat(files.name(0)).isEqualTo("b.png");
        assertThat(files.values(0)).containsExactly(0, 1);
        ImageDataset images = files.grey().resize(8).select(1, 0);
        assertThat(images.target()).isEqualTo(files.target());
        float[] target = new float[3];
        images.readTarget(0, target, 1);
        assertThat(target).containsExactly(0, 1, 0);
        assertThatThrownBy(() -> images.label(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has any of 2 labels, not one of several classes");
    }

    @Test
    void numbersAreReadFromAColumnEach() throws IOException {
        leaves.put("a.png", "colour.png");
        Path csv = leaves.csv("image,mass,age\na.png, 1.5e3 ,-2\n");
        PictureTargets files = PictureFolder.at(root).numberedBy(csv, "image", List.of("age", "mass"));
        assertThat(files.target()).isEqualTo(new Target.Numbers(2));
        assertThat(files.values(0)).containsExactly(-2, 1500);
        assertThat(PictureFolder.columns(csv)).containsExactly("image", "mass", "age");
    }

    @Test
    void aSkippedPictureTakesItsTargetWithIt() throws IOException {
        leaves.putCut("a.png", "colour.png");
        leaves.put("b.png", "grey.png");
        PictureTargets files = PictureFolder.at(root)
                .skipUnreadable()
                .numberedBy(leaves.csv("image,mass\na.png,1\nb.png,2\n"), "image", List.of("mass"));
        assertThat(files.size()).isEqualTo(1);
        assertThat(files.values(0)).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image,rust;a.png,2 | line 2 | 0 or 1 in column 'rust' | '2'
            image,rust;a.png,yes | line 2 | 0 or 1 in column 'rust' | 'yes'
            image,rust;a.png, | line 2 | a value in column 'rust' | none
            image,rust;a.png | line 2 | 2 fields as in the header line | 1
            image,scab;a.png,1 | line 1 | the column 'rust' | 'image', 'scab'
            """)
    void aWrongLabelIsAnErrorThatNamesTheLineAndTheFix(String lines, String where, String expected, String found)
            throws IOException {
        leaves.put("a.png", "colour.png");
        Path csv = leaves.csv(lines.replace(';', '\n') + "\n");
        assertThatThrownBy(() -> PictureFolder.at(root).labelledBy(csv, "image", List.of("rust")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(expected)
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "heavy", "1,5", "1e99"})
    void aWrongNumberIsAnErrorThatNamesTheLineAndTheFix(String number) throws IOException {
        leaves.put("a.png", "colour.png");
        Path csv = leaves.csv("image,mass\na.png,\"" + number + "\"\n");
        assertThatThrownBy(() -> PictureFolder.at(root).numberedBy(csv, "image", List.of("mass")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("list.csv, line 2")
                .hasMessageContaining("a finite number in column 'mass'")
                .hasMessageContaining("'" + number + "'")
                .hasMessageContaining("write a number, or remove the line");
    }

    @Test
    void theHeaderIsNoPicture() throws IOException {
        leaves.put("a.png", "colour.png");
        assertThat(PictureFolder.at(root).listedIn(leaves.csv("image\na.png\n")).size())
                .isEqualTo(1);
    }

    @Test
    void labelsAreSortedByCodePointsAsPythonSortsThem() throws IOException {
        // sorted(["b", "B", "\U0001F33F", "\uFF21", "10", "9"]) in Python
        List<String> sorted = List.of("10", "9", "B", "b", "\uFF21", "\uD83C\uDF3F");
        StringBuilder lines = new StringBuilder("image,label\n");
        for (int i = 0; i < sorted.size(); i++) {
            leaves.put(i + ".png", "colour.png");
            lines.append(i).append(".png,").append(sorted.get((i * 5 + 2) % 6)).append('\n');
        }
        assertThat(PictureFolder.at(root)
                        .labelledBy(leaves.csv(lines.toString()))
                        .labels())
                .isEqualTo(sorted);
    }

    @Test
    void everyPictureIsWhatTheNetworksPreprocessingMakesOfIt() throws IOException {
        List<String> names = List.of("420.jpg", "colour.png", "grey.png", "palette.png", "core-header.bmp");
        for (String name : names) {
            leaves.put("any/" + name, name);
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
            leaves.put("any/" + picture.name(), picture.name());
        }
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        for (PillowPictures.Expectation picture : PillowPictures.all()) {
            int index = TestFolder.names(files).indexOf("any/" + picture.name());
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
            leaves.put(name, "420.jpg");
        }
        leaves.put("beside.jpg", "420.jpg");
        leaves.put(".hidden/a.jpg", "420.jpg");
        leaves.put("oak/.hidden.jpg", "420.jpg");
        Files.writeString(root.resolve("oak/notes.txt"), "no picture");

        // [s[0] for s in torchvision.datasets.ImageFolder(root).samples], without .hidden
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        assertThat(files.labels()).containsExactly("Ash", "elm", "oak");
        assertThat(TestFolder.names(files))
                .containsExactly(
                        "Ash/x.png", "elm/1.bmp", "oak/a.JPEG", "oak/b.jpg", "oak/young/z.png", "oak/young-2/a.png");
        assertThat(IntStream.range(0, 6).mapToObj(files::label))
                .containsExactly("Ash", "elm", "oak", "oak", "oak", "oak");
    }

    @Test
    void allPicturesBelowAFolderHaveNoClasses() throws IOException {
        leaves.put("b.png", "colour.png");
        leaves.put("a/c.jpg", "420.jpg");
        leaves.put("a.bmp", "colour.bmp");
        PictureFiles files = PictureFolder.at(root).all();
        assertThat(TestFolder.names(files)).containsExactly("a.bmp", "b.png", "a/c.jpg");
        assertThat(files.file(2)).isEqualTo(root.resolve("a/c.jpg"));
        assertThat(files.picture(2).getWidth()).isEqualTo(23);
    }

    @Test
    void aSmallerSourceTakesTheClassesOfAnother() throws IOException {
        leaves.put("a.png", "colour.png");
        LabelledPictureFiles files = PictureFolder.at(root).labelledBy(leaves.csv("image,label\na.png,oak\n"));
        LabelledPictureFiles renumbered = files.withLabels(List.of("ash", "elm", "oak"));
        assertThat(renumbered.labels()).containsExactly("ash", "elm", "oak");
        assertThat(renumbered.rgb().label(0)).isEqualTo(2);
        assertThatThrownBy(() -> files.withLabels(List.of("ash", "elm")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(root.resolve("a.png") + ": expected one of the 2 known classes, found 'oak'; leave this "
                        + "picture out, correct its class, or give the names of all classes with "
                        + "LabelledPictureFiles.withLabels(names)");
    }

    @Test
    void severalThreadsReadTheSameBytes() throws IOException {
        for (PillowPictures.Expectation picture : PillowPictures.all()) {
            leaves.put("any/" + picture.name(), picture.name());
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
        leaves.put("a.jpg", "420.jpg");
        leaves.put("b.png", "colour.png");
        leaves.putCut("c.jpg", "420.jpg");
        Path csv = leaves.csv("image\na.jpg\nb.png\n");
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

    /** The target of a descriptor; that of the listing itself is closed by now. */
    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return descriptor;
        }
    }

    private static String sum(ImageDataset pictures, int index) {
        byte[] pixels = new byte[pictures.format().values()];
        pictures.readPixels(index, pixels, 0);
        return PilFixture.sha256(pixels);
    }
}
