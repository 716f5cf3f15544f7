package dev.netwright.nd4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.nd4j.Delegated;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.Optimizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class Nd4jOptimizerTest {
    /** Someone's own, which ND4J's class doesn't describe. */
    private static final class OwnRmsProp extends RmsProp {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void nd4jsOptimizersAreRulesWithTheirNumbers() {
        Map<IUpdater, UpdateRule> rules = Map.ofEntries(
                Map.entry(new Sgd(0.1), new UpdateRule.GradientDescent(0, false)),
                Map.entry(new NoOp(), new UpdateRule.GradientDescent(0, false)),
                Map.entry(new Nesterovs(0.1, 0.8), new UpdateRule.GradientDescent(0.8, true)),
                Map.entry(new Adam(0.1, 0.8, 0.99, 1e-7), new UpdateRule.Adam(0.8, 0.99, 1e-7, 0)),
                Map.entry(new AMSGrad(0.1, 0.8, 0.99, 1e-7), new UpdateRule.AmsGrad(0.8, 0.99, 1e-7, 0)),
                Map.entry(new RmsProp(0.1, 0.9, 1e-7), new UpdateRule.RmsProp(0.9, 1e-7, 0)),
                Map.entry(new AdaGrad(0.1, 1e-7), new UpdateRule.AdaGrad(1e-7)),
                Map.entry(new AdaDelta(0.9, 1e-7), new UpdateRule.AdaDelta(0.9, 1e-7)),
                Map.entry(new AdaMax(0.1, 0.8, 0.99, 1e-7), new UpdateRule.AdaMax(0.8, 0.99, 1e-7)),
                Map.entry(new Nadam(0.1, 0.8, 0.99, 1e-7), new UpdateRule.Nadam(0.8, 0.99, 1e-7, 4e-3)),
                Map.entry(new AdaBelief(0.1, 0.8, 0.99, 1e-7), new UpdateRule.AdaBelief(0.8, 0.99, 1e-7)));
        rules.forEach((updater, rule) -> {
            Optimizer optimizer = Nd4jOptimizer.of(updater);
            assertThat(optimizer.rule()).isEqualTo(rule);
            assertThat(optimizer.learningRate().at(position(0, 0))).isEqualTo(updater.hasLearningRate() ? 0.1 : 1);
        });
    }

    @Test
    void aScheduleIsFollowedByEpochOrIteration() {
        Map<Integer, Double> steps = Map.of(0, 0.1, 2, 0.01);
        LearningRate byEpoch = Nd4jOptimizer.of(new Sgd(new MapSchedule(ScheduleType.EPOCH, steps)))
                .learningRate();
        assertThat(byEpoch.at(position(999, 1))).isEqualTo(0.1);
        assertThat(byEpoch.at(position(0, 2))).isEqualTo(0.01);
        LearningRate byIteration = Nd4jOptimizer.of(new Adam(new MapSchedule(ScheduleType.ITERATION, steps)))
                .learningRate();
        assertThat(byIteration.at(position(1, 0))).isEqualTo(0.1);
        assertThat(byIteration.at(position(2, 0))).isEqualTo(0.01);
    }

    @Test
    void aScheduleOfOursMultipliesOneOfNd4js() {
        Optimizer optimizer = Nd4jOptimizer.of(
                        new RmsProp(new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.5, 4, 0.05))))
                .schedule(Schedule.step(2, 0.1));
        assertThat(optimizer.learningRate().at(position(0, 3))).isCloseTo(0.05, within(1e-15));
        assertThat(optimizer.learningRate().at(position(0, 4))).isCloseTo(0.0005, within(1e-15));
    }

    @Test
    void aMomentumThatFollowsAScheduleAndAnOptimizerOfOnesOwnAreLeftToNd4j() {
        Nesterovs scheduled = Nesterovs.builder()
                .learningRate(0.1)
                .momentumISchedule(new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.5, 3, 0.9)))
                .build();
        assertThat(Nd4jOptimizer.of(scheduled).rule()).isEqualTo(new Delegated(scheduled));
        assertThat(Nd4jOptimizer.of(scheduled).states()).isEqualTo(1);
        assertThat(Nd4jOptimizer.of(new OwnRmsProp()).rule()).isInstanceOf(Delegated.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e39, 1e-46})
    void aNumberThatNothingCanBeTrainedWithIsRefused(double number) {
        for (IUpdater updater : new IUpdater[] {
            new Sgd(number), new RmsProp(number), new RmsProp(new MapSchedule(ScheduleType.EPOCH, Map.of(0, number)))
        }) {
            assertThatThrownBy(() -> Nd4jOptimizer.of(updater))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("learning rate must be at least 0 and finite as a float, found " + number);
        }
        assertThatThrownBy(() -> Nd4jOptimizer.of(new AdaGrad(0.1, number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon of AdaGrad must be above 0 and finite as a float, found " + number);
    }

    /** A step of an epoch of 1000. */
    private static RunPosition position(int step, int epoch) {
        return new RunPosition(1000 * epoch + step, 1000, 100_000);
    }
}
