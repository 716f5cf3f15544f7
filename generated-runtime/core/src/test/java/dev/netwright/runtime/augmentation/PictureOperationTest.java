package dev.netwright.runtime.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.PilFixture;
import dev.netwright.runtime.picture.Canvas;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation against torchvision's, byte by byte; src/test/python/operation_fixtures.py made the fixtures. */
class PictureOperationTest {
    private static final String FIXTURES = "/dev/netwright/runtime/augmentation/operations.txt";

    /** A picture whose values are at least {@code least}, {@code values} of them. */
    private record Picture(int channels, int height, int width, int least, int values, int pixelSeed) {
        static Picture of(String[] columns) {
            int[] numbers =
                    Arrays.stream(columns, 3, 9).mapToInt(Integer::parseInt).toArray();
            return new Picture(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        }

        int size() {
            return channels * height * width;
        }

        Canvas canvas() {
            byte[] pixels = PilFixture.pixels(pixelSeed, size());
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (least + Byte.toUnsignedInt(pixels[i]) * values / 256);
            }
            Canvas canvas = new Canvas();
            canvas.take(pixels, channels, height, width);
            return canvas;
        }
    }

    /** A line of the fixtures. */
    private record Fixture(
            PictureOperation operation, double magnitude, Interpolation interpolation, Picture picture, String sha256) {
        static Fixture of(String[] columns) {
            return new Fixture(
                    PictureOperation.valueOf(
                            columns[0].replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT)),
                    Double.parseDouble(columns[1]),
                    Interpolation.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                    Picture.of(columns),
                    columns[9]);
        }

        String found() {
            Canvas canvas = picture.canvas();
            operation.apply(canvas, magnitude, interpolation);
            return PilFixture.sha256(Arrays.copyOf(canvas.pixels(), picture.size()));
        }
    }

    private static Stream<Fixture> fixtures() {
        return PilFixture.lines(FIXTURES).stream().map(Fixture::of);
    }

    @ParameterizedTest
    @EnumSource
    void everyByteEqualsTorchvisions(PictureOperation operation) {
        assertThat(fixtures().filter(fixture -> fixture.operation == operation))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(fixture ->
                        assertThat(fixture.found()).as(fixture.toString()).isEqualTo(fixture.sha256));
    }

    @Test
    void anAugmentationOutOfRangeIsRefused() {
        for (int[] given : new int[][] {{0, 9}, {2, -1}, {2, 31}}) {
            assertThatThrownBy(() -> RandAugment.of(given[0], given[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 1 operation and a magnitude from 0 to 30, found " + given[0]);
        }
    }
}
