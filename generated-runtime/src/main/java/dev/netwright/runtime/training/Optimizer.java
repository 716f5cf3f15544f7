package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.UpdateRule;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * An optimizer: its formula and its learning rate.
 *
 * <p>ND4J's {@link Sgd}, {@link Nesterovs} and {@link Adam} configure PyTorch's formulas; other ND4J optimizers run as ND4J
 * defines them.
 */
public record Optimizer(UpdateRule rule, LearningRate learningRate) {
    /** An optimizer from ND4J's configuration, its schedule included. */
    public static Optimizer of(IUpdater updater) {
        LearningRate rate = updater.hasLearningRate() ? updater::getLearningRate : (iteration, epoch) -> 0;
        if (updater.getClass() == Sgd.class) {
            return new Optimizer(new UpdateRule.GradientDescent(0, false), rate);
        }
        if (updater instanceof Nesterovs nesterovs
                && updater.getClass() == Nesterovs.class
                && nesterovs.getMomentumISchedule() == null) {
            return new Optimizer(new UpdateRule.GradientDescent(nesterovs.getMomentum(), true), rate);
        }
        if (updater instanceof Adam adam && updater.getClass() == Adam.class) {
            return new Optimizer(new UpdateRule.Adam(adam.getBeta1(), adam.getBeta2(), adam.getEpsilon(), 0), rate);
        }
        return new Optimizer(new UpdateRule.Delegated(updater), rate);
    }

    /** Gradient descent with momentum as in PyTorch: {@code v = momentum v + g; p -= rate v}. */
    public static Optimizer momentum(double learningRate, double momentum) {
        return new Optimizer(new UpdateRule.GradientDescent(momentum, false), (iteration, epoch) -> learningRate);
    }

    /** Adam with decoupled weight decay, beta1 0.9, beta2 0.999, epsilon 1e-8 (Loshchilov and Hutter, 2019). */
    public static Optimizer adamW(double learningRate, double weightDecay) {
        return new Optimizer(new UpdateRule.Adam(0.9, 0.999, 1e-8, weightDecay), (iteration, epoch) -> learningRate);
    }

    /** Numbers that the optimizer keeps for each parameter: 0 for plain gradient descent, 1 with momentum, 2 for Adam. */
    public int states() {
        return rule.states();
    }
}
