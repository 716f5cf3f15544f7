package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.source.FashionMnist;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Resizing against Pillow; src/test/python/pil_fixtures.py made the fixtures. */
class ImageResizeTest {
    static Stream<Arguments> fixtures() {
        return PilFixture.lines("pil-resize.txt").stream().map(columns -> {
            int[] sizes = IntStream.rangeClosed(1, 5)
                    .map(i -> Integer.parseInt(columns[i]))
                    .toArray();
            ImageFormat source = new ImageFormat(sizes[0], sizes[1], sizes[2]);
            return Arguments.of(
                    columns[0], source, new ImageFormat(sizes[0], sizes[3], sizes[4]), columns[6], columns[7]);
        });
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("fixtures")
    void everyByteEqualsPillows(String origin, ImageFormat source, ImageFormat target, String sha256, String whole) {
        ImageDataset original = original(origin, source);
        byte[] resized = new byte[target.values()];
        original.resize(target.height(), target.width()).readPixels(0, resized, 0);
        if (!whole.equals("-")) {
            assertThat(HexFormat.of().formatHex(resized)).isEqualTo(whole);
        }
        assertThat(PilFixture.sha256(resized)).isEqualTo(sha256);
    }

    @Test
    void fixturesCoverGreyAndColourUpAndDown() {
        List<Arguments> fixtures = fixtures().toList();
        assertThat(fixtures).hasSizeGreaterThanOrEqualTo(45);
        assertThat(fixtures)
                .anySatisfy(fixture -> assertThat(fixture.get()[1]).isEqualTo(new ImageFormat(3, 375, 500)));
        assertThat(fixtures).anySatisfy(fixture -> assertThat(fixture.get()[1]).isEqualTo(new ImageFormat(1, 1, 1)));
    }

    @Test
    void toResizeToTheSameSizeChangesNothing() {
        ImageDataset images = original("seed:1", new ImageFormat(1, 28, 28));
        assertThat(images.resize(28)).isSameAs(images);
    }

    @Test
    void whiteStaysWhiteAndBlackStaysBlackAtEverySize() {
        byte[] white = new byte[31 * 17];
        Arrays.fill(white, (byte) 255);
        ImageDataset images = new MemoryImages(new ImageFormat(1, 31, 17), white, new byte[31 * 17]);
        for (int size = 1; size < 80; size++) {
            ImageDataset resized = images.resize(size);
            byte[] pixels = new byte[size * size];
            resized.readPixels(0, pixels, 0);
            assertThat(pixels).containsOnly(255);
            resized.readPixels(1, pixels, 0);
            assertThat(pixels).containsOnly(0);
        }
    }

    @Test
    void theNetworkSeesTheResizedBytesDividedBy255() {
        ImageDataset resized = original("seed:5", new ImageFormat(3, 9, 8)).resize(13, 6);
        byte[] pixels = new byte[3 * 13 * 6];
        resized.readPixels(0, pixels, 0);
        float[] values = new float[pixels.length + 2];
        resized.read(0, values, 1);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(values[i + 1]).isEqualTo(Byte.toUnsignedInt(pixels[i]) / 255f);
        }
        assertThat(values[0]).isZero();
        assertThat(values[values.length - 1]).isZero();
    }

    @Test
    void aResizedDatasetKeepsLabelsAndCount() {
        ImageDataset test = FashionMnist.bundledTest();
        ImageDataset resized = test.resize(64, 48);
        assertThat(resized.format()).isEqualTo(new ImageFormat(1, 64, 48));
        assertThat(resized.size()).isEqualTo(test.size());
        assertThat(resized.labels()).isEqualTo(test.labels());
        assertThat(resized.label(17)).isEqualTo(test.label(17));
    }

    @Test
    void severalThreadsReadTheSameBytes() {
        ImageDataset resized = FashionMnist.bundledTest().resize(50);
        List<byte[]> alone =
                IntStream.range(0, 200).mapToObj(i -> pixels(resized, i)).toList();
        List<byte[]> together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> pixels(resized, i))
                .toList();
        assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
    }

    @Test
    void impossibleSizesAreRefused() {
        ImageDataset images = original("seed:1", new ImageFormat(1, 28, 28));
        assertThatThrownBy(() -> images.resize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0x0");
        assertThatThrownBy(() -> images.resize(100_000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] pixels(ImageDataset images, int index) {
        byte[] pixels = new byte[images.format().values()];
        images.readPixels(index, pixels, 0);
        return pixels;
    }

    private static ImageDataset original(String origin, ImageFormat format) {
        int number = Integer.parseInt(origin.substring(origin.indexOf(':') + 1));
        return origin.startsWith("picture:")
                ? FashionMnist.bundledTest().range(number, number + 1)
                : new MemoryImages(format, PilFixture.pixels(number, format.values()));
    }
}
