package dev.netwright.nd4j.adapter;

import dev.netwright.nd4j.Delegated;
import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.training.Optimizer;
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

/**
 * Optimizers from ND4J's configurations, their schedules included.
 *
 * <pre>{@code
 * Training.with(Nd4jOptimizer.of(new RmsProp(new StepSchedule(ScheduleType.EPOCH, 1e-3, 0.5, 10))))
 * }</pre>
 */
public final class Nd4jOptimizer {
    /** The paper's and PyTorch's momentum decay; ND4J's Nadam has a constant momentum. */
    private static final double MOMENTUM_DECAY = 4e-3;

    private Nd4jOptimizer() {}

    /**
     * Converts ND4J's configuration of an optimizer. Netwright's rules, which are PyTorch's, compute ND4J's own
     * optimizers with ND4J's numbers; epsilon is where PyTorch has it. ND4J itself computes a momentum that follows a
     * schedule, and optimizers from elsewhere, on its kernels or in the memory of oneDNN's. ND4J's L1, L2 and weight
     * decay are options of DL4J's layers, so an {@link IUpdater} has none.
     *
     * @param updater ND4J's configuration, with or without a schedule
     * @return the optimizer
     * @throws IllegalArgumentException if a number is out of range, the learning rate of the first step included
     */
    public static Optimizer of(IUpdater updater) {
        if (updater.hasLearningRate()) {
            FloatRange.requireAtLeastZero("learning rate", updater.getLearningRate(0, 0));
        }
        return Optimizer.of(rule(updater), new UpdaterRate(updater));
    }

    private static UpdateRule rule(IUpdater updater) {
        Class<?> type = updater.getClass();
        if (type == Sgd.class || type == NoOp.class) {
            return new UpdateRule.GradientDescent(0, false);
        }
        if (type == Nesterovs.class && updater instanceof Nesterovs known && known.getMomentumISchedule() == null) {
            return new UpdateRule.GradientDescent(known.getMomentum(), true);
        }
        if (type == RmsProp.class && updater instanceof RmsProp known) {
            return new UpdateRule.RmsProp(known.getRmsDecay(), known.getEpsilon(), 0);
        }
        if (type == AdaGrad.class && updater instanceof AdaGrad known) {
            return new UpdateRule.AdaGrad(known.getEpsilon());
        }
        if (type == AdaDelta.class && updater instanceof AdaDelta known) {
            return new UpdateRule.AdaDelta(known.getRho(), known.getEpsilon());
        }
        return withMoments(updater);
    }

    private static UpdateRule withMoments(IUpdater updater) {
        Class<?> type = updater.getClass();
        if (type == Adam.class && updater instanceof Adam known) {
            return new UpdateRule.Adam(known.getBeta1(), known.getBeta2(), known.getEpsilon(), 0);
        }
        if (type == AMSGrad.class && updater instanceof AMSGrad known) {
            return new UpdateRule.AmsGrad(known.getBeta1(), known.getBeta2(), known.getEpsilon(), 0);
        }
        if (type == AdaMax.class && updater instanceof AdaMax known) {
            return new UpdateRule.AdaMax(known.getBeta1(), known.getBeta2(), known.getEpsilon());
        }
        if (type == Nadam.class && updater instanceof Nadam known) {
            return new UpdateRule.Nadam(known.getBeta1(), known.getBeta2(), known.getEpsilon(), MOMENTUM_DECAY);
        }
        if (type == AdaBelief.class && updater instanceof AdaBelief known) {
            return new UpdateRule.AdaBelief(known.getBeta1(), known.getBeta2(), known.getEpsilon());
        }
        return new Delegated(updater);
    }
}
