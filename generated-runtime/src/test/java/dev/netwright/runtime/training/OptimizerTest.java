package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.UpdateRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
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
        assertThat(optimizer.learningRate().at(1000, 9)).isEqualTo(0.5);
        assertThat(optimizer.states()).isZero();
    }

    @Test
    void nesterovsIsGradientDescentWithLookAhead() {
        Optimizer optimizer = Optimizer.of(new Nesterovs(0.1, 0.8));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.GradientDescent(0.8, true));
        assertThat(optimizer.learningRate().at(0, 0)).isEqualTo(0.1);
        assertThat(optimizer.states()).isEqualTo(1);
    }

    @Test
    void adamKeepsItsNumbers() {
        Optimizer optimizer = Optimizer.of(new Adam(1e-3, 0.8, 0.99, 1e-7));
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.Adam(0.8, 0.99, 1e-7, 0));
        assertThat(optimizer.learningRate().at(0, 0)).isEqualTo(1e-3);
        assertThat(optimizer.states()).isEqualTo(2);
    }

    @Test
    void aScheduleIsFollowedByEpochOrIteration() {
        Map<Integer, Double> steps = Map.of(0, 0.1, 2, 0.01);
        LearningRate byEpoch = Optimizer.of(new Sgd(new MapSchedule(ScheduleType.EPOCH, steps)))
                .learningRate();
        assertThat(byEpoch.at(999, 1)).isEqualTo(0.1);
        assertThat(byEpoch.at(0, 2)).isEqualTo(0.01);
        LearningRate byIteration = Optimizer.of(new Adam(new MapSchedule(ScheduleType.ITERATION, steps)))
                .learningRate();
        assertThat(byIteration.at(1, 999)).isEqualTo(0.1);
        assertThat(byIteration.at(2, 0)).isEqualTo(0.01);
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
        assertThat(Optimizer.of(new NoOp()).learningRate().at(0, 0)).isZero();
        assertThat(Optimizer.of(new NoOp()).states()).isZero();
    }

    @Test
    void oursHavePyTorchsDefaults() {
        assertThat(Optimizer.momentum(0.1, 0.9).rule()).isEqualTo(new UpdateRule.GradientDescent(0.9, false));
        assertThat(Optimizer.momentum(0.1, 0.9).learningRate().at(5, 5)).isEqualTo(0.1);
        assertThat(Optimizer.adamW(1e-3, 0.05).rule()).isEqualTo(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05));
        assertThat(Optimizer.adamW(1e-3, 0.05).learningRate().at(5, 5)).isEqualTo(1e-3);
    }
}
