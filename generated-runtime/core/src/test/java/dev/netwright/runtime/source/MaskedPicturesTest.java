package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.PixelCounts;
import dev.netwright.runtime.data.Split;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and masks in two folders beside each other. */
class MaskedPicturesTest {
    private static final MaskClasses NUMBERED = MaskClasses.numbered("ground", "tree", "road");
    private static final MaskClasses COLOURED =
            MaskClasses.coloured("ground", 0x000000).and("tree", 0x00ff00).and("road", 0x804080);

    /** Two rows of three pixels. */
    private static final int[] CLASSES = {0, 1, 2, 2, 0, 255};

    @TempDir
    private Path folder;

    @Test
    void greyValuesAreNumbersOfClassesAnd255DoesNotCount() throws IOException {
        write("images/a.jpg", picture(3, 2));
        write("masks/a.png", grey(CLASSES));
        MaskedPictures pictures = PictureFolder.at(folder).masked(NUMBERED);
        assertThat(pictures.labels()).containsExactly("ground", "tree", "road");
        assertThat(pictures.name(0)).isEqualTo("images/a.jpg");
        assertThat(pictures.mask(0)).isEqualTo(folder.toRealPath().resolve("masks/a.png"));
        assertThat(pictures.rgb().target()).isEqualTo(new Target.PerPixel(3, 0, 0));
        ImageDataset data = pictures.grey().resize(2, 3);
        assertThat(data.target()).isEqualTo(new Target.PerPixel(3, 2, 3));
        assertThat(target(data)).containsExactly(0, 1, 2, 2, 0, -1);
        assertThat(PixelCounts.of(data).counts()).containsExactly(2L, 1L, 2L);
        assertThat(PixelCounts.of(data).balancedWeights()).containsExactly(5 / 6.0, 5 / 3.0, 5 / 6.0);
    }

    @Test
    void paletteIndicesAreNumbersWhateverTheirColours() throws IOException {
        write("images/a.png", picture(3, 2));
        byte[] reds = new byte[256];
        reds[1] = (byte) 200;
        IndexColorModel palette = new IndexColorModel(8, 256, reds, new byte[256], new byte[256]);
        BufferedImage mask = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int i = 0; i < CLASSES.length; i++) {
            mask.getRaster().setSample(i % 3, i / 3, 0, CLASSES[i]);
        }
        write("masks/a.png", mask);
        assertThat(target(PictureFolder.at(folder).masked(NUMBERED).rgb().resize(2, 3)))
                .containsExactly(0, 1, 2, 2, 0, -1);
    }

    @Test
    void coloursAreClassesAndOneMayNotCount() throws IOException {
        write("images/b/a.png", picture(2, 2));
        write("masks/b/a.png", coloured(2, 0x804080, 0x000000, 0xe0e0c0, 0x00ff00));
        MaskClasses classes = COLOURED.ignoring(0xe0e0c0);
        assertThat(target(PictureFolder.at(folder).masked(classes).rgb().resize(2)))
                .containsExactly(2, 0, -1, 1);
    }

    @Test
    void aMaskIsResizedToTheNearestPixels() throws IOException {
        write("images/a.png", picture(2, 2));
        write("masks/a.png", coloured(2, 0x000000, 0x00ff00, 0x804080, 0x000000));
        assertThat(target(PictureFolder.at(folder).masked(COLOURED).rgb().resize(3, 4)))
                .containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 2, 2, 0, 0);
    }

    @Test
    void theMasksFollowTheirPicturesThroughViewsAndCaches() throws IOException {
        for (int i = 0; i < 4; i++) {
            write("images/" + i + ".png", picture(1, 1));
            write("masks/" + i + ".png", grey1(i % 3));
        }
        Split<ImageDataset> split =
                Split.ordered(PictureFolder.at(folder).masked(NUMBERED).rgb().resize(1), 0.5);
        assertThat(target(split.validation().cached().select(1, 0), 0)).containsExactly(0);
        assertThat(target(split.validation().cached().select(1, 0), 1)).containsExactly(2);
        ImageDataset cached = split.training().cached();
        Files.delete(folder.resolve("masks/1.png"));
        assertThatThrownBy(() -> target(cached, 1)).hasMessageContaining("1.png");
        assertThat(target(cached, 0)).containsExactly(0);
        Files.delete(folder.resolve("masks/0.png"));
        assertThat(target(cached, 0)).containsExactly(0);
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() throws IOException {
        write("images/a.png", picture(3, 4));
        write("masks/a.png", grey(CLASSES));
        PictureFolder pictures = PictureFolder.at(folder);
        assertFault(
                pictures,
                NUMBERED,
                folder.toRealPath().resolve("masks/a.png")
                        + ": expected 4x3 pixels, as its picture images/a.png has, found 2x3",
                "save the mask in the size of the picture");
        assertThatThrownBy(() -> pictures.checked().masked(NUMBERED))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("found 2x3");
    }

    @Test
    void aColourOrANumberWithoutAClassIsRefused() throws IOException {
        write("images/a.png", picture(3, 2));
        write("masks/a.png", coloured(3, 0, 0, 0, 0, 0xff00ff, 0));
        assertFault(
                PictureFolder.at(folder),
                COLOURED,
                "expected pixels with the colour of a class, #000000 (ground), #00ff00 (tree), #804080 (road), found #ff00ff in row 1, column 1",
                "save masks as PNG");
        assertFault(
                PictureFolder.at(folder),
                NUMBERED,
                "from 0 to 2, or 255 for none, found #ff00ff in row 1, column 1",
                "name its class");
        write("masks/a.png", grey(0, 1, 2, 0, 1, 7));
        assertFault(
                PictureFolder.at(folder),
                NUMBERED,
                "from 0 to 2, or 255 for none, found 7 in row 1, column 2",
                "MaskClasses.ignoring");
        assertThatThrownBy(() -> PictureFolder.at(folder).checkedByDecoding().masked(NUMBERED))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("found 7");
    }

    @Test
    void aMissingMaskOrFolderIsRefused() throws IOException {
        assertThatThrownBy(() -> PictureFolder.at(folder).masked(NUMBERED))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("images: expected a folder with at least one picture, beside the folder masks")
                .hasMessageContaining("no such folder");
        write("images/a.jpeg", picture(3, 2));
        write("masks/b.png", grey(CLASSES));
        assertThatThrownBy(() -> PictureFolder.at(folder).masked(NUMBERED))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a.jpeg: expected its mask")
                .hasMessageContaining("a.png, found no such file");
    }

    @Test
    void classesThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> MaskClasses.numbered("a", "a")).hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> MaskClasses.numbered(List.of()))
                .hasMessageContaining("from 1 to 255 classes, found 0");
        assertThatThrownBy(() -> COLOURED.and("sky", 0x00ff00)).hasMessageContaining("#00ff00 already stands for tree");
        assertThatThrownBy(() -> COLOURED.ignoring(0)).hasMessageContaining("#000000 already stands for ground");
        assertThatThrownBy(() -> COLOURED.and("sky", 0x1000000)).hasMessageContaining("from 0x000000 to 0xffffff");
        assertThatThrownBy(() -> NUMBERED.and("sky", 3)).hasMessageContaining("begin with MaskClasses.coloured");
        assertThatThrownBy(() -> NUMBERED.ignoring(1)).hasMessageContaining("1 already stands for tree");
    }

    private static void assertFault(PictureFolder folder, MaskClasses classes, String fault, String fix) {
        ImageDataset data = folder.masked(classes).rgb().resize(2);
        assertThatThrownBy(() -> target(data))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(fault)
                .hasMessageContaining(fix);
    }

    private static float[] target(Dataset data) {
        return target(data, 0);
    }

    private static float[] target(Dataset data, int index) {
        float[] target = new float[data.target().values()];
        data.readTarget(index, target, 0);
        return target;
    }

    private void write(String name, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(picture, name.endsWith("png") ? "png" : "jpg", file.toFile()))
                .isTrue();
    }

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage grey1(int number) {
        BufferedImage mask = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        mask.getRaster().setSample(0, 0, 0, number);
        return mask;
    }

    private static BufferedImage grey(int... numbers) {
        BufferedImage mask = new BufferedImage(3, numbers.length / 3, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < numbers.length; i++) {
            mask.getRaster().setSample(i % 3, i / 3, 0, numbers[i]);
        }
        return mask;
    }

    private static BufferedImage coloured(int width, int... colours) {
        BufferedImage mask = picture(width, colours.length / width);
        for (int i = 0; i < colours.length; i++) {
            mask.setRGB(i % width, i / width, colours[i]);
        }
        return mask;
    }
}
