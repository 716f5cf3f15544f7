package dev.netwright.nd4j.adapter;

import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.nd4j.Delegated;
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
    /** The paper's and PyTorch's; ND4J's Nadam lets its momentum be. */
    private static final double MOMENTUM_DECAY = 4e-3;

    private Nd4jOptimizer() {}

    /**
     * ND4J's own optimizers run by Netwright's rules, which are PyTorch's: their numbers are ND4J's, but epsilon stands where PyTorch has it. A
     * momentum that follows a schedule, and an optimizer that someone else wrote, are computed by ND4J, on its kernels or in the memory of
     * oneDNN's. ND4J's L1, L2 and weight decay are options of DL4J's layers and not of its optimizers, so that an {@link IUpdater} brings none.
     *
     * @throws IllegalArgumentException if a number of it is out of range, the learning rate of its first step among them
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
