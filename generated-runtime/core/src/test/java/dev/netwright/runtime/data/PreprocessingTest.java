package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.ResizeShorterSide;
import dev.netwright.runtime.source.FashionMnist;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessingTest {
    private static final Preprocessing GREY = preprocessing(1, 2, 2);
    private static final Preprocessing COLOUR = preprocessing(3, 2, 2);

    static Stream<Arguments> greyFixtures() {
        return PilFixture.lines("pil-grey.txt").stream()
                .map(columns -> Arguments.of(
                        Integer.parseInt(columns[0]), Integer.parseInt(columns[1]), columns[2], columns[3]));
    }

    @ParameterizedTest
    @MethodSource("greyFixtures")
    void colourTurnsGreyAsInPillow(int seed, int count, String sha256, String whole) {
        byte[] triples = PilFixture.pixels(seed, 3 * count);
        BufferedImage picture = new BufferedImage(count, 1, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < count; i++) {
            picture.setRGB(
                    i, 0, (triples[3 * i] << 16) | ((triples[3 * i + 1] & 0xff) << 8) | (triples[3 * i + 2] & 0xff));
        }
        byte[] grey = bytes(preprocessing(1, 1, count).apply(picture));
        if (!whole.equals("-")) {
            assertThat(HexFormat.of().formatHex(grey)).isEqualTo(whole);
        }
        assertThat(PilFixture.sha256(grey)).isEqualTo(sha256);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void coloursBecomePlanesInTheOrderRedGreenBlue(int type) {
        BufferedImage picture = new BufferedImage(2, 2, type);
        picture.setRGB(0, 0, new Color(255, 1, 2).getRGB());
        picture.setRGB(1, 0, new Color(3, 4, 5).getRGB());
        picture.setRGB(0, 1, new Color(6, 7, 8).getRGB());
        picture.setRGB(1, 1, new Color(9, 10, 11).getRGB());
        assertThat(bytes(COLOUR.apply(picture))).containsExactly(255, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
        assertThat(COLOUR.apply(picture)[1]).isEqualTo(3 / 255f);
    }

    @Test
    void alphaIsDropped() {
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, new Color(10, 20, 30, 0).getRGB());
        assertThat(bytes(COLOUR.apply(picture))).containsExactly(10, 0, 0, 0, 20, 0, 0, 0, 30, 0, 0, 0);
    }

    @Test
    void greySamplesAreTakenAsTheyAreAndRepeatedForColour() {
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, 2, 2, new byte[] {0, (byte) 128, 7, (byte) 255});
        assertThat(bytes(GREY.apply(picture))).containsExactly(0, 128, 7, 255);
        assertThat(bytes(COLOUR.apply(picture))).containsExactly(0, 128, 7, 255, 0, 128, 7, 255, 0, 128, 7, 255);
    }

    @Test
    void greyOf16BitsKeepsItsUpper8() {
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
        picture.getRaster().setDataElements(0, 0, 2, 2, new short[] {0x00ff, (short) 0x80ff, 0x0700, (short) 0xffff});
        assertThat(bytes(GREY.apply(picture))).containsExactly(0, 128, 7, 255);
    }

    @Test
    void aPartOfALargerPictureIsReadFromItsOwnCorner() {
        BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(1, 2, 2, 2, new byte[] {1, 2, 3, 4});
        assertThat(bytes(GREY.apply(picture.getSubimage(1, 2, 2, 2)))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aPictureOfTheDatasetThatWentThroughAPngFileGivesWhatTheDatasetGives() throws IOException {
        ImageDataset dataset = FashionMnist.bundledTest();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(dataset.picture(3), "png", file)).isTrue();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        ImageDataset resized = dataset.resize(65, 32);
        float[] expected = new float[65 * 32];
        resized.read(3, expected, 0);
        assertThat(new Preprocessing(resized.format()).apply(picture)).containsExactly(expected);
    }

    @Test
    void aColourPictureOfADatasetHasItsPlanes() {
        byte[] planes = PilFixture.pixels(5, 3 * 2 * 2);
        BufferedImage picture = new MemoryImages(new ImageFormat(3, 2, 2), planes).picture(0);
        assertThat(bytes(COLOUR.apply(picture))).containsExactly(planes);
    }

    @Test
    void noPictureIsAnErrorThatSaysWhy() {
        assertThatThrownBy(() -> GREY.apply(nothing()))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("ImageIO.read gives null");
    }

    @Test
    void metadataComesBackAmongOtherEntries() {
        Map<String, String> metadata = new TreeMap<>(preprocessing(3, 224, 192).toMetadata());
        assertThat(metadata)
                .containsOnly(
                        Map.entry("preprocessing.channels", "3"),
                        Map.entry("preprocessing.height", "224"),
                        Map.entry("preprocessing.width", "192"),
                        Map.entry("preprocessing.scaling", "divide-by-255"),
                        Map.entry("preprocessing.interpolation", "pil-bilinear"));
        metadata.put("network", "Vgg11");
        assertThat(Preprocessing.fromMetadata(metadata)).isEqualTo(preprocessing(3, 224, 192));
    }

    @ParameterizedTest
    @MethodSource("unusableMetadata")
    void unusableMetadataIsRefused(String key, String value, String message) {
        Map<String, String> metadata = new TreeMap<>(GREY.toMetadata());
        if (value.isEmpty()) {
            metadata.remove(key);
        } else {
            metadata.put(key, value);
        }
        assertThatThrownBy(() -> Preprocessing.fromMetadata(metadata))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> unusableMetadata() {
        return Stream.of(
                Arguments.of("preprocessing.channels", "", "expected a whole number, found nothing"),
                Arguments.of("preprocessing.channels", "2", "1 (grey) or 3 (RGB) channels, found 2"),
                Arguments.of("preprocessing.height", "28.5", "expected a whole number, found '28.5'"),
                Arguments.of("preprocessing.height", "0", "found 0x2"),
                Arguments.of("preprocessing.width", "99999999999", "found '99999999999'"),
                Arguments.of("preprocessing.scaling", "", "expected 'divide-by-255', found nothing"),
                Arguments.of("preprocessing.scaling", "mean-and-deviation", "found 'mean-and-deviation'"),
                Arguments.of("preprocessing.interpolation", "nearest", "expected 'pil-bilinear', found 'nearest'"),
                Arguments.of("preprocessing.steps", "crop 224x224", "found 'crop 224x224'"),
                Arguments.of("preprocessing.steps", "resize 2x2,center-crop 2x2", "found 'resize 2x2,center-crop 2x2'"),
                Arguments.of("preprocessing.steps", "resize 0x2", "at least 1x1, found 0x2"),
                Arguments.of(
                        "preprocessing.steps",
                        "resize 46000x46000, center-crop 2x2",
                        "at most 89478485 pixels, found 46000x46000"),
                Arguments.of(
                        "preprocessing.steps",
                        "center-crop 46000x46000, resize 2x2",
                        "at most 89478485 pixels, found 46000x46000"),
                Arguments.of(
                        "preprocessing.steps",
                        "resize-shorter-side 46000, center-crop 2x2",
                        "at most 89478485 pixels, found 46000x46000"),
                Arguments.of("preprocessing.steps", "resize 3x3", "steps that end in 1x2x2, found 'resize 3x3'"),
                Arguments.of("preprocessing.steps", "resize-shorter-side 2", "have different sizes"),
                Arguments.of("preprocessing.mean", "0.5, 0.5", "expected both or none of them, found one"),
                Arguments.of("preprocessing.crop", "224", "does not know"));
    }

    @Test
    void stepsAndNormalizationSurviveTheirEntries() {
        Preprocessing preprocessing = new Preprocessing(
                3, List.of(new ResizeShorterSide(256), new CenterCrop(224, 200)), Normalization.IMAGENET);
        assertThat(preprocessing.toMetadata())
                .containsEntry("preprocessing.steps", "resize-shorter-side 256, center-crop 224x200")
                .containsEntry("preprocessing.mean", "0.485, 0.456, 0.406")
                .containsEntry("preprocessing.deviation", "0.229, 0.224, 0.225")
                .containsEntry("preprocessing.height", "224")
                .containsEntry("preprocessing.width", "200");
        assertThat(Preprocessing.fromMetadata(preprocessing.toMetadata())).isEqualTo(preprocessing);
    }

    @Test
    void aNormalizationThatIsNoneIsRefused() {
        Map<String, String> metadata = new TreeMap<>(GREY.toMetadata());
        metadata.put("preprocessing.mean", "half");
        metadata.put("preprocessing.deviation", "0.5");
        assertThatThrownBy(() -> Preprocessing.fromMetadata(metadata))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("preprocessing.mean: expected numbers, found 'half'");
        metadata.put("preprocessing.mean", "0.1, 0.2, 0.3");
        metadata.put("preprocessing.deviation", "0.1, 0.2, 0.3");
        assertThatThrownBy(() -> Preprocessing.fromMetadata(metadata))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("3 channels doesn't fit pictures of 1");
    }

    @Test
    void aPlainResizeIsWrittenAsItWasBeforeThereWereSteps() {
        assertThat(GREY.toMetadata())
                .containsOnlyKeys(
                        "preprocessing.channels",
                        "preprocessing.height",
                        "preprocessing.interpolation",
                        "preprocessing.scaling",
                        "preprocessing.width");
    }

    /** The result of ImageIO.read for a file that isn't a picture. */
    private static BufferedImage nothing() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new byte[10]));
    }

    private static Preprocessing preprocessing(int channels, int height, int width) {
        return new Preprocessing(new ImageFormat(channels, height, width));
    }

    private static byte[] bytes(float[] input) {
        byte[] bytes = new byte[input.length];
        for (int i = 0; i < input.length; i++) {
            bytes[i] = (byte) Math.round(input[i] * 255);
        }
        return bytes;
    }
}
