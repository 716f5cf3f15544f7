package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContentTest {
    /** A custom rate without {@code equals} and {@code toString}. */
    private static final class Halving implements LearningRate {
        private final double first;

        Halving(double first) {
            this.first = first;
        }

        @Override
        public double at(RunPosition position) {
            return first / (1 << position.epoch());
        }
    }

    @Test
    void aScheduleOfOnesOwnIsItsClassAndItsFields() {
        assertThat(Content.of(new Halving(0.1)))
                .isEqualTo(Content.of(new Halving(0.1)))
                .isNotEqualTo(Content.of(new Halving(0.2)))
                .contains("Halving(first=0.1)");
    }

    @Test
    void recordsReadAsTheirToString() {
        UpdateRule adam = new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.1);
        LearningRate rate =
                LearningRate.constant(0.1).times(Schedule.cosine().warmUp(5).byEpoch());
        assertThat(Content.of(adam)).isEqualTo(adam.toString());
        assertThat(Content.of(rate)).isEqualTo(rate.toString());
    }

    @Test
    void augmentationsAreTheirNumbers() {
        assertThat(Content.of(List.of(HorizontalFlip.withProbability(0.5), RandomRotation.degrees(8))))
                .isEqualTo(Content.of(List.of(HorizontalFlip.withProbability(0.5), RandomRotation.degrees(8))))
                .isNotEqualTo(Content.of(List.of(HorizontalFlip.withProbability(0.4), RandomRotation.degrees(8))))
                .isNotEqualTo(Content.of(List.of(RandomRotation.degrees(8), HorizontalFlip.withProbability(0.5))));
    }

    /** Compiled twice, the two lambdas have two hidden classes, as they would in two processes. */
    @Test
    void aLambdaIsWhatItCapturesAndWhatItGives() {
        assertThat(RateContent.of(dropping(3, 0.1)))
                .isEqualTo(RateContent.of(dropping(3, 0.1)))
                .isNotEqualTo(RateContent.of(dropping(4, 0.1)))
                .isNotEqualTo(RateContent.of(dropping(3, 0.2)));
        assertThat(RateContent.of(LearningRate.constant(1).times(position -> 1.0 / (1 + position.epoch()))))
                .isNotEqualTo(RateContent.of(LearningRate.constant(1).times(position -> 2.0 / (2 + position.epoch()))));
    }

    private static LearningRate dropping(int epoch, double factor) {
        return LearningRate.constant(1).times(position -> position.epoch() < epoch ? 1 : factor);
    }

    @Test
    void setsAndMapsHaveNoOrderAndCyclesEnd() {
        assertThat(Content.of(Map.of("a", 1, "b", new int[] {2, 3}))).isEqualTo("{a=1, b=[2, 3]}");
        assertThat(Content.of(Set.of("b", "a", "c"))).isEqualTo("{a, b, c}");
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThat(Content.of(endless)).isEqualTo("[...]");
        assertThat(Content.of(Optional.empty())).isEqualTo("none");
    }

    @Test
    void aLongTextIsShortenedAndStillItsOwn() {
        List<Integer> numbers = IntStream.range(0, 2000).boxed().toList();
        List<Integer> others =
                IntStream.range(0, 2000).map(i -> i == 1999 ? 7 : i).boxed().toList();
        assertThat(Content.of(numbers)).hasSizeLessThan(600).isNotEqualTo(Content.of(others));
    }
}
