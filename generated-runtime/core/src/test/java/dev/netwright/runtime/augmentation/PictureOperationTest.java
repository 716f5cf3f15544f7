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

    /** A line of the fixtures. */
    private record Fixture(PictureOperation operation, double magnitude, Interpolation interpolation, int[] numbers, String sha256) {
        static Fixture of(String[] columns) {
            return new Fixture(
                    PictureOperation.valueOf(columns[0].replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT)),
                    Double.parseDouble(columns[1]),
                    Interpolation.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                    Arrays.stream(columns, 3, 9).mapToInt(Integer::parseInt).toArray(),
                    columns[9]);
        }

        String found() {
            int size = numbers[0] * numbers[1] * numbers[2];
            byte[] pixels = PilFixture.pixels(numbers[5], size);
            for (int i = 0; i < size; i++) {
                pixels[i] = (byte) (numbers[3] + Byte.toUnsignedInt(pixels[i]) * numbers[4] / 256);
            }
            Canvas canvas = new Canvas();
            canvas.take(pixels, numbers[0], numbers[1], numbers[2]);
            operation.apply(canvas, magnitude, interpolation);
            return PilFixture.sha256(Arrays.copyOf(canvas.pixels(), size));
        }

        @Override
        public String toString() {
            return operation + " by " + magnitude + ", " + interpolation + ", of " + Arrays.toString(numbers);
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
                .allSatisfy(fixture -> assertThat(fixture.found()).as(fixture.toString()).isEqualTo(fixture.sha256));
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
