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

class OptimizerTest {
    @Test
    void theyHavePyTorchsDefaults() {
        Map<Optimizer, UpdateRule> defaults = Map.of(
                Optimizer.sgd(0.1), new UpdateRule.GradientDescent(0, false),
                Optimizer.adam(0.1), new UpdateRule.Adam(0.9, 0.999, 1e-8, 0),
                Optimizer.adamW(0.1, 0.05), new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05),
                Optimizer.amsGrad(0.1), new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, 0),
                Optimizer.rmsProp(0.1), new UpdateRule.RmsProp(0.99, 1e-8, 0),
                Optimizer.adaGrad(0.1), new UpdateRule.AdaGrad(1e-10),
                Optimizer.adaDelta(0.1), new UpdateRule.AdaDelta(0.9, 1e-6),
                Optimizer.adaMax(0.1), new UpdateRule.AdaMax(0.9, 0.999, 1e-8),
                Optimizer.nadam(0.1), new UpdateRule.Nadam(0.9, 0.999, 1e-8, 4e-3),
                Optimizer.adaBelief(0.1), new UpdateRule.AdaBelief(0.9, 0.999, 1e-8));
        defaults.forEach((optimizer, rule) -> {
            assertThat(optimizer.rule()).isEqualTo(rule);
            assertThat(optimizer.learningRate().at(position(5, 5))).isEqualTo(0.1);
            assertThat(optimizer.l2()).isZero();
            assertThat(optimizer.decayed()).isEqualTo(DecayedParameters.ALL);
        });
    }

    @Test
    void anOptimizerHasAsManyStatesAsItsRuleHasKinds() {
        assertThat(Optimizer.sgd(0.1).states()).isZero();
        assertThat(Optimizer.sgd(0.1).momentum(0.9).states()).isEqualTo(1);
        assertThat(Optimizer.rmsProp(0.1).momentum(0.9).states()).isEqualTo(2);
        assertThat(Optimizer.amsGrad(0.1).states()).isEqualTo(3);
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
        assertThat(Optimizer.rmsProp(0.1).momentum(0.8).rule()).isEqualTo(new UpdateRule.RmsProp(0.99, 1e-8, 0.8));
    }

    @Test
    void aScheduleMultipliesARateOfOnesOwn() {
        LearningRate own = position -> position.epoch() < 4 ? 0.5 : 0.05;
        Optimizer optimizer = Optimizer.of(new UpdateRule.AdaGrad(1e-7), own).schedule(Schedule.step(2, 0.1));
        assertThat(optimizer.learningRate().at(position(0, 3))).isCloseTo(0.05, within(1e-15));
        assertThat(optimizer.learningRate().at(position(0, 4))).isCloseTo(0.0005, within(1e-15));
    }

    @Test
    void whatAnOptimizerHasNotIsRefused() {
        assertRefused(
                () -> Optimizer.adam(1e-3).momentum(0.9),
                "momentum is gradient descent's and RMSprop's: begin with Optimizer.sgd(...) or Optimizer.rmsProp(...),"
                        + " found Adam[");
        assertRefused(
                () -> Optimizer.rmsProp(1e-3).nesterov(),
                "Nesterov's look-ahead is gradient descent's: begin with Optimizer.sgd(...), found RmsProp[");
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
    }

    /** In float32 they would be infinite, or 0, and a run would silently continue with them. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e39, 1e-46})
    void aNumberThatNothingCanBeTrainedWithIsRefusedWhereItIsGiven(double number) {
        for (ThrowingCallable rate : List.<ThrowingCallable>of(
                () -> Optimizer.sgd(number),
                () -> Optimizer.adam(number),
                () -> Optimizer.adamW(number, 0),
                () -> Optimizer.amsGrad(number),
                () -> Optimizer.rmsProp(number),
                () -> Optimizer.adaGrad(number),
                () -> Optimizer.adaDelta(number),
                () -> Optimizer.adaMax(number),
                () -> Optimizer.nadam(number),
                () -> Optimizer.adaBelief(number),
                () -> Optimizer.of(new UpdateRule.AdaGrad(1e-8), number))) {
            assertRefused(rate, "learning rate must be at least 0 and finite as a float, found " + number);
        }
        for (ThrowingCallable decay : List.<ThrowingCallable>of(
                () -> Optimizer.sgd(0.1).weightDecay(number),
                () -> Optimizer.adamW(0.1, number),
                () -> new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, number))) {
            assertRefused(decay, "weight decay must be at least 0 and finite as a float, found " + number);
        }
        assertRefused(
                () -> new UpdateRule.Nadam(0.9, 0.999, 1e-8, number),
                "momentum decay of Nadam must be at least 0 and finite as a float, found " + number);
        Map<String, ThrowingCallable> epsilons = Map.of(
                "Adam", () -> new UpdateRule.Adam(0.9, 0.999, number, 0),
                "AMSGrad", () -> new UpdateRule.AmsGrad(0.9, 0.999, number, 0),
                "RMSprop", () -> new UpdateRule.RmsProp(0.9, number, 0),
                "AdaGrad", () -> new UpdateRule.AdaGrad(number),
                "AdaDelta", () -> new UpdateRule.AdaDelta(0.9, number),
                "AdaMax", () -> new UpdateRule.AdaMax(0.9, 0.999, number),
                "Nadam", () -> new UpdateRule.Nadam(0.9, 0.999, number, 0),
                "AdaBelief", () -> new UpdateRule.AdaBelief(0.9, 0.999, number));
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
                Map.entry("momentum ", () -> Optimizer.rmsProp(0.1).momentum(share)),
                Map.entry("beta1 of Adam", () -> new UpdateRule.Adam(share, 0.999, 1e-8, 0)),
                Map.entry("beta2 of Adam", () -> new UpdateRule.Adam(0.9, share, 1e-8, 0)),
                Map.entry("beta1 of AMSGrad", () -> new UpdateRule.AmsGrad(share, 0.999, 1e-8, 0)),
                Map.entry("beta2 of Nadam", () -> new UpdateRule.Nadam(0.9, share, 1e-8, 0)),
                Map.entry("beta1 of AdaMax", () -> new UpdateRule.AdaMax(share, 0.999, 1e-8)),
                Map.entry("beta2 of AdaBelief", () -> new UpdateRule.AdaBelief(0.9, share, 1e-8)),
                Map.entry("rho of AdaDelta", () -> new UpdateRule.AdaDelta(share, 1e-6)),
                Map.entry("alpha of RMSprop", () -> new UpdateRule.RmsProp(share, 1e-8, 0)));
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
