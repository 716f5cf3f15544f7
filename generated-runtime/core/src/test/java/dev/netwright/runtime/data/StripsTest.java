package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PicturePlanes;
import dev.netwright.runtime.picture.ResizeShorterSide;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Long, narrow pictures: a resize that keeps their aspect ratio would give too many pixels. */
class StripsTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> fixtures() {
        return PilFixture.lines("pil-strips.txt").stream().map(line -> Arguments.of((Object[]) line));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theMiddleEqualsPillows(int seed, int channels, int height, int width, int shorter, int crop, String sha256)
            throws IOException {
        byte[] planes = PilFixture.pixels(seed, channels * height * width);
        ImageDataset middle = folderOf(planes, channels, height, width)
                .resizeShorterSide(shorter)
                .centerCrop(crop);
        byte[] read = new byte[middle.format().values()];
        middle.readPixels(0, read, 0);
        assertThat(PilFixture.sha256(read)).isEqualTo(sha256);

        float[] predicted = new Preprocessing(
                        channels,
                        List.of(new ResizeShorterSide(shorter), new CenterCrop(crop, crop)),
                        Normalization.NONE)
                .apply(PicturePlanes.toPicture(planes, channels, height, width));
        float[] learned = new float[read.length];
        middle.read(0, learned, 0);
        assertThat(predicted).isEqualTo(learned);
    }

    @ParameterizedTest
    @CsvSource({"1, 20000", "60000, 1", "1, 1000000"})
    void theLongestStripsHaveAMiddle(int height, int width) throws IOException {
        ImageDataset middle = folderOf(PilFixture.pixels(1, height * width), 1, height, width)
                .resizeShorterSide(256)
                .centerCrop(224);
        byte[] read = new byte[middle.format().values()];
        middle.readPixels(0, read, 0);
        assertThat(read).contains(read[0]);
    }

    @Test
    void whatNeedsTheWholeStripIsRefusedWithItsName() throws IOException {
        Pictures strip = folderOf(PilFixture.pixels(1, 60_000), 1, 60_000, 1);
        ImageDataset flipped =
                strip.resizeShorterSide(256).augmented(HorizontalFlip.withProbability(1), RandomCrop.of(224));
        byte[] pixels = new byte[flipped.format().values()];
        assertThatThrownBy(() -> flipped.readPixels(0, Draw.of(0, 0, 0), pixels, 0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(folder.toRealPath().resolve("oak/strip.png")
                        + ": expected a picture of at most 89478485 pixels after it is resized, found 15360000x256 pixels"
                        + " of 60000x1; leave the picture out, or cut its longer side");
        Pictures longer = folderOf(PilFixture.pixels(1, 300_000), 1, 300_000, 1);
        assertThatThrownBy(() -> longer.resizeShorterSide(9_000).centerCrop(224).readPixels(0, pixels, 0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(folder.toRealPath().resolve("oak/strip.png") + ": expected sides below 2^31");
    }

    @Test
    void aCropThatDoesNotFitNamesThePicture() throws IOException {
        ImageDataset cropped = folderOf(PilFixture.pixels(1, 30 * 9), 1, 30, 9).augmented(RandomCrop.of(20));
        byte[] pixels = new byte[cropped.format().values()];
        assertThatThrownBy(() -> cropped.readPixels(0, Draw.of(0, 0, 0), pixels, 0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(
                        folder.toRealPath().resolve("oak/strip.png") + ": expected a picture with room for");
    }

    private Pictures folderOf(byte[] planes, int channels, int height, int width) throws IOException {
        Path file = Files.createDirectories(folder.resolve("oak")).resolve("strip.png");
        ImageIO.write(PicturePlanes.toPicture(planes, channels, height, width), "png", file.toFile());
        LabelledPictureFiles files = PictureFolder.at(folder).labelledByFolder();
        return channels == 1 ? files.grey() : files.rgb();
    }
}
