package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class OptimizerTest {
    @Test
    void sgdIsGradientDescentWithoutMomentum() {
        Optimizer optimizer = Optimizer.of(new Sgd(0.5));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.GradientDescent(0, false));
        assertThat(optimizer.learningRate().at(position(1000, 9))).isEqualTo(0.5);
        assertThat(optimizer.states()).isZero();
    }

    @Test
    void nesterovsIsGradientDescentWithLookAhead() {
        Optimizer optimizer = Optimizer.of(new Nesterovs(0.1, 0.8));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.GradientDescent(0.8, true));
        assertThat(optimizer.learningRate().at(position(0, 0))).isEqualTo(0.1);
        assertThat(optimizer.states()).isEqualTo(1);
    }

    @Test
    void adamKeepsItsNumbers() {
        Optimizer optimizer = Optimizer.of(new Adam(1e-3, 0.8, 0.99, 1e-7));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.Adam(0.8, 0.99, 1e-7, 0));
        assertThat(optimizer.learningRate().at(position(0, 0))).isEqualTo(1e-3);
        assertThat(optimizer.states()).isEqualTo(2);
    }

    @Test
    void aScheduleIsFollowedByEpochOrIteration() {
        Map<Integer, Double> steps = Map.of(0, 0.1, 2, 0.01);
        LearningRate byEpoch = Optimizer.of(new Sgd(new MapSchedule(ScheduleType.EPOCH, steps)))
                .learningRate();
        assertThat(byEpoch.at(position(999, 1))).isEqualTo(0.1);
        assertThat(byEpoch.at(position(0, 2))).isEqualTo(0.01);
        LearningRate byIteration = Optimizer.of(new Adam(new MapSchedule(ScheduleType.ITERATION, steps)))
                .learningRate();
        assertThat(byIteration.at(position(1, 0))).isEqualTo(0.1);
        assertThat(byIteration.at(position(2, 0))).isEqualTo(0.01);
    }

    @Test
    void aMomentumThatFollowsAScheduleIsLeftToNd4j() {
        Nesterovs scheduled = Nesterovs.builder()
                .learningRate(0.1)
                .momentumISchedule(new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.5, 3, 0.9)))
                .build();
        assertThat(Optimizer.of(scheduled).rule()).isEqualTo(new UpdateRule.Delegated(scheduled));
    }

    @Test
    void everyOtherOptimizerIsLeftToNd4j() {
        RmsProp rmsProp = new RmsProp(0.01);
        assertThat(Optimizer.of(rmsProp).rule()).isEqualTo(new UpdateRule.Delegated(rmsProp));
        assertThat(Optimizer.of(rmsProp).states()).isEqualTo(1);
        assertThat(Optimizer.of(new AMSGrad(0.01)).rule()).isInstanceOf(UpdateRule.Delegated.class);
        assertThat(Optimizer.of(new AMSGrad(0.01)).states()).isEqualTo(3);
        assertThat(Optimizer.of(new NoOp()).learningRate().at(position(0, 0))).isZero();
        assertThat(Optimizer.of(new NoOp()).states()).isZero();
    }

    @Test
    void oursHavePyTorchsDefaults() {
        assertThat(Optimizer.sgd(0.1).rule()).isEqualTo(new UpdateRule.GradientDescent(0, false));
        assertThat(Optimizer.sgd(0.1).learningRate().at(position(5, 5))).isEqualTo(0.1);
        assertThat(Optimizer.adam(1e-3).rule()).isEqualTo(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0));
        assertThat(Optimizer.adamW(1e-3, 0.05).rule()).isEqualTo(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05));
        assertThat(Optimizer.adamW(1e-3, 0.05).learningRate().at(position(5, 5)))
                .isEqualTo(1e-3);
        assertThat(Optimizer.adamW(1e-3, 0.05).decayed()).isEqualTo(DecayedParameters.ALL);
    }

    @Test
    void optionsReadInARow() {
        Optimizer optimizer = Optimizer.sgd(0.1)
                .momentum(0.9)
                .nesterov()
                .weightDecay(5e-4)
                .withoutDecayOfBiasesAndNorms()
                .schedule(Schedule.step(2, 0.1));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.GradientDescent(0.9, true));
        assertThat(optimizer.l2()).isEqualTo(5e-4);
        assertThat(optimizer.decayed()).isEqualTo(DecayedParameters.WEIGHTS);
        assertThat(optimizer.learningRate().at(position(0, 1))).isEqualTo(0.1);
        assertThat(optimizer.learningRate().at(position(0, 2))).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void aScheduleOfOursMultipliesOneOfNd4js() {
        Optimizer optimizer = Optimizer.of(new RmsProp(new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.5, 4, 0.05))))
                .schedule(Schedule.step(2, 0.1));
        assertThat(optimizer.learningRate().at(position(0, 3))).isCloseTo(0.05, within(1e-15));
        assertThat(optimizer.learningRate().at(position(0, 4))).isCloseTo(0.0005, within(1e-15));
    }

    @Test
    void whatAnOptimizerHasNotIsRefused() {
        assertRefused(
                () -> Optimizer.adam(1e-3).momentum(0.9),
                "momentum is gradient descent's: begin with Optimizer.sgd(...), found Adam[");
        assertRefused(
                () -> Optimizer.sgd(0.1).nesterov(),
                "Nesterov's look-ahead needs a momentum; call momentum(...) first");
        assertRefused(
                () -> Optimizer.sgd(0.1).momentum(1), "momentum must be at least 0 and below 1 as a float, found 1.0");
        assertRefused(
                () -> Optimizer.sgd(0.1).weightDecay(-1),
                "weight decay must be at least 0 and finite as a float, found -1.0");
        assertRefused(
                () -> Optimizer.adamW(0.1, Double.NaN),
                "weight decay must be at least 0 and finite as a float, found NaN");
        assertRefused(() -> Optimizer.of(new AdaBelief()), "ND4J 1.0.0-M2.1 can't start its AdaBelief");
    }

    /** In float32 they would be infinite, or 0, and a run would silently continue with them. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e39, 1e-46})
    void aNumberThatNothingCanBeTrainedWithIsRefusedWhereItIsGiven(double number) {
        for (ThrowingCallable rate : List.<ThrowingCallable>of(
                () -> Optimizer.sgd(number),
                () -> Optimizer.adam(number),
                () -> Optimizer.adamW(number, 0),
                () -> Optimizer.of(new Sgd(number)),
                () -> Optimizer.of(new Adam(number)),
                () -> Optimizer.of(new Nesterovs(number, 0.9)),
                () -> Optimizer.of(new RmsProp(number)),
                () -> Optimizer.of(new AMSGrad(number)),
                () -> Optimizer.of(new RmsProp(new MapSchedule(ScheduleType.EPOCH, Map.of(0, number)))))) {
            assertRefused(rate, "learning rate must be at least 0 and finite as a float, found " + number);
        }
        for (ThrowingCallable decay : List.<ThrowingCallable>of(
                () -> Optimizer.sgd(0.1).weightDecay(number), () -> Optimizer.adamW(0.1, number))) {
            assertRefused(decay, "weight decay must be at least 0 and finite as a float, found " + number);
        }
        Map<String, ThrowingCallable> epsilons = Map.of(
                "Adam", () -> Optimizer.of(new Adam(0.1, 0.9, 0.999, number)),
                "RmsProp", () -> Optimizer.of(new RmsProp(0.1, 0.9, number)),
                "AdaGrad", () -> Optimizer.of(new AdaGrad(0.1, number)),
                "AdaDelta", () -> Optimizer.of(new AdaDelta(0.9, number)),
                "AdaMax", () -> Optimizer.of(new AdaMax(0.1, 0.9, 0.999, number)),
                "Nadam", () -> Optimizer.of(new Nadam(0.1, 0.9, 0.999, number)),
                "AMSGrad", () -> Optimizer.of(new AMSGrad(0.1, 0.9, 0.999, number)));
        epsilons.forEach((name, epsilon) -> assertRefused(
                epsilon, "epsilon of " + name + " must be above 0 and finite as a float, found " + number));
        assertRefused(
                () -> Training.with(Optimizer.sgd(0.1)).clipGradientNorm(number),
                "clipGradientNorm must be above 0 and finite as a float, found " + number);
        assertRefused(
                () -> Training.with(Optimizer.sgd(0.1)).clipGradientValues(number),
                "clipGradientValues must be above 0 and finite as a float, found " + number);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1, 0.99999999999, 2})
    void aShareThatNeverForgetsIsRefusedWhereItIsGiven(double share) {
        Map<String, ThrowingCallable> shares = Map.ofEntries(
                Map.entry("momentum", () -> Optimizer.sgd(0.1).momentum(share)),
                Map.entry("momentum ", () -> Optimizer.of(new Nesterovs(0.1, share))),
                Map.entry("beta1 of Adam", () -> Optimizer.of(new Adam(0.1, share, 0.999, 1e-8))),
                Map.entry("beta2 of Adam", () -> Optimizer.of(new Adam(0.1, 0.9, share, 1e-8))),
                Map.entry("beta1 of AMSGrad", () -> Optimizer.of(new AMSGrad(0.1, share, 0.999, 1e-8))),
                Map.entry("beta2 of Nadam", () -> Optimizer.of(new Nadam(0.1, 0.9, share, 1e-8))),
                Map.entry("beta1 of AdaMax", () -> Optimizer.of(new AdaMax(0.1, share, 0.999, 1e-8))),
                Map.entry("rho of AdaDelta", () -> Optimizer.of(new AdaDelta(share, 1e-6))),
                Map.entry("rmsDecay of RmsProp", () -> Optimizer.of(new RmsProp(0.1, share, 1e-8))));
        shares.forEach((what, call) ->
                assertRefused(call, what.strip() + " must be at least 0 and below 1 as a float, found " + share));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    /** A step of an epoch of 1000. */
    private static RunPosition position(int step, int epoch) {
        return new RunPosition(1000 * epoch + step, 1000, 100_000);
    }
}
