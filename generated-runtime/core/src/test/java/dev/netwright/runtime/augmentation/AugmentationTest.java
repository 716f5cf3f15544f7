package dev.netwright.runtime.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.PilFixture;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.ResizeShorterSide;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Augmentations in evaluation, their ranges, and their random numbers. */
class AugmentationTest {
    @Test
    void aDrawIsTheSamplesOwnPartOfTheEpochsStream() {
        Draw draw = Draw.of(17, 4, 1_000_000);
        CounterRandom random = CounterRandom.seeded(17);
        for (long i = 0; i < 9; i++) {
            assertThat(draw.bits()).isEqualTo(random.bits(RandomStream.AUGMENTATION, 4, (1_000_000L << 32) + i));
        }
        assertThat(Draw.of(17, 4, Integer.MAX_VALUE).bits())
                .isEqualTo(random.bits(RandomStream.AUGMENTATION, 4, (long) Integer.MAX_VALUE << 32));
    }

    @Test
    void numbersOfADrawKeepToTheirRanges() {
        Draw largest = () -> -1;
        Draw smallest = () -> 0;
        assertThat(largest.uniform()).isLessThan(1).isEqualTo(1 - 0x1p-24);
        assertThat(largest.below(7)).isEqualTo(6);
        assertThat(largest.below(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(largest.happens(1)).isTrue();
        assertThat(smallest.happens(0)).isFalse();
        assertThat(smallest.below(7)).isZero();
        assertThat(smallest.between(-3, 5)).isEqualTo(-3);
        assertThat(largest.between(2, 2)).isEqualTo(2);
    }

    @Test
    void aFlipWithAProbabilityHappensAsOften() {
        long flipped = IntStream.range(0, 4000)
                .filter(sample -> {
                    Canvas canvas = new Canvas();
                    canvas.take(new byte[] {1, 2}, 1, 1, 2);
                    HorizontalFlip.withProbability(0.3).change(canvas, Draw.of(1, 0, sample));
                    return canvas.pixels()[0] == 2;
                })
                .count();
        // Five standard deviations of a binomial count are 145.
        assertThat(flipped).isCloseTo(1200, within(145L));
    }

    @Test
    void aCropLiesAnywhereAndPaddingIsBlack() {
        Set<Integer> corners = new TreeSet<>();
        for (int sample = 0; sample < 400; sample++) {
            Canvas canvas = new Canvas();
            canvas.take(new byte[] {1, 2, 3, 4}, 1, 2, 2);
            RandomCrop.of(2).padding(1).change(canvas, Draw.of(3, 0, sample));
            corners.add(canvas.pixels()[0] * 1000
                    + canvas.pixels()[1] * 100
                    + canvas.pixels()[2] * 10
                    + canvas.pixels()[3]);
        }
        assertThat(corners).containsExactly(1, 12, 20, 103, 300, 1234, 2040, 3400, 4000);
    }

    @Test
    void evaluationDoesWhatIsUsual() {
        assertThat(RandomResizedCrop.of(224).evaluated())
                .containsExactly(new ResizeShorterSide(256), new CenterCrop(224, 224));
        assertThat(Augmentation.of(ScaleJitter.shorterSide(256, 512), RandomCrop.of(224))
                        .evaluated())
                .containsExactly(new ResizeShorterSide(384), new CenterCrop(224, 224));
        assertThat(RandomCrop.of(32).padding(4).evaluated()).containsExactly(new CenterCrop(32, 32));
        assertThat(HorizontalFlip.withProbability(0.5).evaluated()).isEmpty();
        assertThat(RandomErasing.withProbability(0.5).evaluated()).isEmpty();
        assertThat(RandomRotation.degrees(5).evaluated()).isEmpty();
    }

    @Test
    void aTurnByARightAngleMovesPixelsWhole() {
        byte[] pixels = PilFixture.pixels(3, 25);
        for (int quarter = 0; quarter < 4; quarter++) {
            Canvas canvas = new Canvas();
            canvas.take(pixels.clone(), 1, 5, 5);
            RandomRotation.rotate(canvas, quarter == 3 ? -90 : 90 * quarter, Interpolation.BILINEAR);
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 5; x++) {
                    int source = switch (quarter) {
                        case 0 -> y * 5 + x;
                        case 1 -> x * 5 + 4 - y;
                        case 2 -> (4 - y) * 5 + 4 - x;
                        default -> (4 - x) * 5 + y;
                    };
                    assertThat(canvas.pixels()[y * 5 + x]).isEqualTo(pixels[source]);
                }
            }
        }
    }

    @Test
    void numbersOutOfTheirRangesAreRefused() {
        refused(() -> HorizontalFlip.withProbability(1.1), "A probability must be in [0, 1], found 1.1");
        refused(() -> VerticalFlip.withProbability(Double.NaN), "found NaN");
        refused(() -> RandomErasing.withProbability(-0.1), "found -0.1");
        refused(
                () -> RandomErasing.withProbability(1).shares(0, 0.5),
                "Shares of a picture must be in (0, 1] and in ascending order");
        refused(
                () -> RandomErasing.withProbability(1).ratios(2, 1),
                "Ratios of sides must be above 0 and in ascending order, found 2.0 to 1.0");
        refused(() -> RandomResizedCrop.of(0), "at least 1x1, found 0x0");
        refused(() -> RandomResizedCrop.of(8).shares(0.5, 1.5), "found 0.5 to 1.5");
        refused(() -> RandomCrop.of(8, -1), "found 8x-1");
        refused(() -> RandomCrop.of(8).padding(-1), "Padding must be at least 0, found -1");
        refused(
                () -> RandomRotation.degrees(-1),
                "Angles must be in [-180, 180] degrees and in ascending order, found 1.0 to -1.0");
        refused(() -> RandomRotation.degrees(200), "found -200.0 to 200.0");
        refused(() -> ScaleJitter.shorterSide(512, 256), "found 512 to 256");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
