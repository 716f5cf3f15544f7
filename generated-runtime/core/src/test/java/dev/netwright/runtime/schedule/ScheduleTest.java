package dev.netwright.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every schedule compared with PyTorch's, at each of 48 steps in epochs of 4. */
class ScheduleTest {
    private static final int STEPS = 48;
    private static final int STEPS_PER_EPOCH = 4;

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("step", Schedule.step(3, 0.1)),
                Arguments.of("multiStep", Schedule.multiStep(0.5, 2, 5, 11)),
                Arguments.of("cosine", Schedule.cosine()),
                Arguments.of("cosineTo", Schedule.cosineTo(0.05)),
                Arguments.of("cosineByEpoch", Schedule.cosine().byEpoch()),
                Arguments.of("restarts", Schedule.cosineWithRestarts(3, 1)),
                Arguments.of("growingRestarts", Schedule.cosineWithRestarts(2, 2)),
                Arguments.of("oneCycle", Schedule.oneCycle()),
                Arguments.of("otherOneCycle", Schedule.oneCycle(0.25, 10, 100)),
                Arguments.of("warmCosine", Schedule.cosine().warmUp(1.5)),
                Arguments.of("warmCosineByEpoch", Schedule.cosine().warmUp(3).byEpoch()),
                Arguments.of(
                        "warmMultiStep",
                        Schedule.multiStep(0.1, 2, 5).warmUp(3, 0.25).byEpoch()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void stepsAreAsLargeAsPyTorchs(String name, Schedule schedule) {
        double[] actual = IntStream.range(0, STEPS)
                .mapToDouble(step -> schedule.factor(new RunPosition(step, STEPS_PER_EPOCH, STEPS)))
                .toArray();
        assertThat(actual).containsExactly(PyTorchSchedules.numbers(name), within(1e-12));
    }

    @Test
    void aConstantScheduleWarmsUpLikeAnyOther() {
        Schedule schedule = Schedule.constant().warmUp(2, 0);
        assertThat(schedule.factor(new RunPosition(0, 10, 100))).isZero();
        assertThat(schedule.factor(new RunPosition(5, 10, 100))).isEqualTo(0.25);
        assertThat(schedule.factor(new RunPosition(20, 10, 100))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void shortRunsAreAsPyTorchs(int steps) {
        assertThat(rates(Schedule.oneCycle(), steps))
                .containsExactly(PyTorchSchedules.numbers("oneCycleOf" + steps), within(1e-12));
        assertThat(rates(Schedule.oneCycle(0.9, 25, 1e4), steps))
                .containsExactly(PyTorchSchedules.numbers("lateOneCycleOf" + steps), within(1e-12));
        assertThat(rates(Schedule.cosine(), steps))
                .containsExactly(PyTorchSchedules.numbers("cosineOf" + steps), within(1e-12));
    }

    /** PyTorch divides by zero there. */
    @Test
    void aCycleWhoseTopIsTheFirstStepBeginsThere() {
        assertThat(rates(Schedule.oneCycle(0.5, 25, 1e4), 2)[0]).isEqualTo(1);
    }

    private static double[] rates(Schedule schedule, int steps) {
        return IntStream.range(0, steps)
                .mapToDouble(step -> schedule.factor(new RunPosition(step, 1, steps)))
                .toArray();
    }

    @Test
    void aWarmUpThatEndsBetweenTwoStepsIsRoundedAndSaysSo() {
        Schedule schedule = Schedule.cosine().warmUp(0.5);
        assertThat(schedule.notes(RunPosition.begin(21, 4)))
                .containsExactly("the warm-up takes 11 whole steps, for 0.5 epochs of 21 are 10.5");
        assertThat(Schedule.cosine().warmUp(1 / 15.0).notes(RunPosition.begin(50, 4)))
                .containsExactly("the warm-up takes 3 whole steps, for 0.06667 epochs of 50 are 3.333");
        assertThat(schedule.factor(new RunPosition(10, 21, 84))).isLessThan(1);
        assertThat(schedule.factor(new RunPosition(11, 21, 84))).isEqualTo(1);
        assertThat(schedule.notes(RunPosition.begin(20, 4))).isEmpty();
        assertThat(LearningRate.constant(1)
                        .times(Schedule.cosine().warmUp(1.5).byEpoch())
                        .notes(RunPosition.begin(21, 4)))
                .containsExactly(
                        "the warm-up takes 2 whole steps, for 1.5 epochs of 1 are 1.5, where a step is an epoch");
    }

    @Test
    void aRunMayBePlannedForMoreStepsThanAnIntHolds() {
        RunPosition position = RunPosition.of(7, 100_000, 1_000_000);
        assertThat(position.totalSteps()).isEqualTo(100_000_000_000L);
        assertThat(Schedule.cosine().factor(position)).isCloseTo(1, within(1e-9));
        assertThat(Schedule.cosine().byEpoch().warmUp(50_000).factor(position)).isBetween(0.01, 0.0101);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, 1e39})
    void aRateThatNothingCanBeLearnedWithIsRefused(double rate) {
        assertThatThrownBy(() -> LearningRate.constant(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("learning rate must be at least 0")
                .hasMessageEndingWith(", found " + rate);
    }

    /** Every step has a positive rate, however short the run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shortRunsHaveRatesToo(int steps) {
        Stream.of(
                        Schedule.oneCycle(),
                        Schedule.cosine(),
                        Schedule.cosine().warmUp(10),
                        Schedule.oneCycle().warmUp(0.5).byEpoch())
                .forEach(schedule -> IntStream.range(0, steps)
                        .forEach(step -> assertThat(schedule.factor(new RunPosition(step, 2, steps)))
                                .as("%s at %s of %s", schedule, step, steps)
                                .isGreaterThan(0)
                                .isLessThanOrEqualTo(1)));
    }

    @Test
    void aRateFollowsItsSchedule() {
        LearningRate rate = LearningRate.constant(0.5).times(Schedule.step(1, 0.1));
        assertThat(rate.at(new RunPosition(3, 4, 8))).isEqualTo(0.5);
        assertThat(rate.at(new RunPosition(4, 4, 8))).isEqualTo(0.05);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused(() -> Schedule.step(0, 0.1), "epochs must be at least 1, found 0");
        assertRefused(() -> Schedule.step(1, 0), "factor must be above 0, found 0");
        assertRefused(() -> Schedule.multiStep(0.1, 30, 20), "milestones must be in ascending order, found [30, 20]");
        assertRefused(() -> Schedule.multiStep(0.1, -3, 20), "milestone must be at least 0, found -3");
        assertRefused(
                () -> Schedule.step(1, Double.POSITIVE_INFINITY), "factor must be above 0 and finite, found Infinity");
        assertRefused(
                () -> Schedule.cosine().warmUp(Double.POSITIVE_INFINITY),
                "epochs must be at least 0 and finite, found Infinity");
        assertRefused(() -> Schedule.cosineTo(1.5), "last must be from 0 to 1, found 1.5");
        assertRefused(() -> Schedule.cosineWithRestarts(5, 0), "growth must be at least 1, found 0");
        assertRefused(() -> Schedule.oneCycle(1, 25, 1e4), "rising must be above 0 and below 1, found 1.0");
        assertRefused(() -> Schedule.oneCycle(0.3, 0.5, 1e4), "initialDivisor must be at least 1, found 0.5");
        assertRefused(() -> Schedule.cosine().warmUp(-1), "epochs must be at least 0, found -1");
        assertRefused(() -> Schedule.cosine().warmUp(1, Double.NaN), "from must be from 0 to 1, found NaN");
        assertRefused(
                () -> new RunPosition(1, 0, 10),
                "a run must have steps from 0 on in epochs of at least 1 step, found step 1 of 10 in epochs of 0");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
