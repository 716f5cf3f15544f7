package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.Schedule;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * An optimizer: its formula, its learning rate and its weight decay. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * Optimizer.sgd(0.1).momentum(0.9).weightDecay(5e-4).schedule(Schedule.cosine().warmUp(5))
 * }</pre>
 *
 * <p>ND4J's {@link Sgd}, {@link Nesterovs} and {@link Adam} configure PyTorch's formulas; other ND4J optimizers run as ND4J
 * defines them, with the learning rate that this optimizer says. ND4J's L1, L2 and weight decay are options of DL4J's layers and not of its
 * optimizers, so that an {@link IUpdater} brings none; {@link #weightDecay} serves every optimizer.
 *
 * @param rule the formula
 * @param learningRate over the run
 * @param l2 coupled weight decay: {@code l2 p} is added to a parameter's gradient before the formula sees it
 * @param decayed which parameters decay, coupled or decoupled
 */
public record Optimizer(UpdateRule rule, LearningRate learningRate, double l2, DecayedParameters decayed) {
    /**
     * Refuses a weight decay that makes weights grow, or is no float.
     *
     * @param rule the formula
     * @param learningRate over the run
     * @param l2 coupled weight decay: {@code l2 p} is added to a parameter's gradient before the formula sees it
     * @param decayed which parameters decay, coupled or decoupled
     */
    public Optimizer {
        FloatRange.requireAtLeastZero("weight decay", l2);
    }

    private Optimizer(UpdateRule rule, LearningRate learningRate) {
        this(rule, learningRate, 0, DecayedParameters.ALL);
    }

    /**
     * An optimizer from ND4J's configuration, its schedule included.
     *
     * @throws IllegalArgumentException if a number of it is out of range, the learning rate of its first step among them, or if it is
     *     {@link AdaBelief}, which ND4J 1.0.0-M2.1 can't start
     */
    public static Optimizer of(IUpdater updater) {
        LearningRate rate = updater.hasLearningRate() ? new UpdaterRate(updater) : LearningRate.constant(0);
        if (updater.hasLearningRate()) {
            FloatRange.requireAtLeastZero("learning rate", updater.getLearningRate(0, 0));
        }
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
        if (updater instanceof AdaBelief) {
            throw new IllegalArgumentException(
                    "ND4J 1.0.0-M2.1 can't start its AdaBelief (it divides a shape by two that it has flattened before);"
                            + " take Optimizer.adamW(...) or another of ND4J's");
        }
        return new Optimizer(new UpdateRule.Delegated(updater), rate);
    }

    /**
     * Gradient descent as PyTorch's {@code SGD}: {@code p -= rate g}, {@link #momentum} and {@link #weightDecay} if asked for.
     *
     * @param learningRate at least 0, and a finite float
     */
    public static Optimizer sgd(double learningRate) {
        return new Optimizer(new UpdateRule.GradientDescent(0, false), constant(learningRate));
    }

    private static LearningRate constant(double rate) {
        FloatRange.requireAtLeastZero("learning rate", rate);
        return LearningRate.constant(rate);
    }

    /** PyTorch's {@code Adam} with beta1 0.9, beta2 0.999, epsilon 1e-8 (Kingma and Ba, 2015); a rate as {@link #sgd} takes. */
    public static Optimizer adam(double learningRate) {
        return adamW(learningRate, 0);
    }

    /**
     * PyTorch's {@code AdamW}: Adam with decoupled weight decay, {@code p -= rate weightDecay p} before its step, beta1 0.9, beta2 0.999,
     * epsilon 1e-8 (Loshchilov and Hutter, 2019).
     *
     * @param weightDecay at least 0; PyTorch's own is 0.01
     */
    public static Optimizer adamW(double learningRate, double weightDecay) {
        return new Optimizer(new UpdateRule.Adam(0.9, 0.999, 1e-8, weightDecay), constant(learningRate));
    }

    /**
     * Momentum as in PyTorch, without dampening: {@code v = momentum v + g; p -= rate v}.
     *
     * @param momentum at least 0 and below 1
     * @throws IllegalArgumentException if the optimizer isn't gradient descent
     */
    public Optimizer momentum(double momentum) {
        return with(new UpdateRule.GradientDescent(momentum, descent("momentum").nesterov()));
    }

    /**
     * Nesterov's look-ahead as in PyTorch: {@code v = momentum v + g; p -= rate (g + momentum v)}.
     *
     * @throws IllegalArgumentException if the optimizer isn't gradient descent with momentum
     */
    public Optimizer nesterov() {
        double momentum = descent("Nesterov's look-ahead").momentum();
        if (momentum == 0) {
            throw new IllegalArgumentException("Nesterov's look-ahead needs a momentum; call momentum(...) first");
        }
        return with(new UpdateRule.GradientDescent(momentum, true));
    }

    /**
     * Weight decay as PyTorch's {@code weight_decay} of {@code SGD} and {@code Adam}: {@code g = g + decay p} before anything else, after
     * gradients were clipped. For the decoupled one there is {@link #adamW}. As in PyTorch all parameters decay;
     * {@link #withoutDecayOfBiasesAndNorms()} leaves some out.
     *
     * @param decay at least 0
     */
    public Optimizer weightDecay(double decay) {
        return new Optimizer(rule, learningRate, decay, decayed);
    }

    /**
     * Lets the weights of convolutions and fully connected layers alone decay, coupled or decoupled: not biases, and not the scales and
     * offsets of norms, which He et al. (2019, "Bag of tricks") found better for images.
     */
    public Optimizer withoutDecayOfBiasesAndNorms() {
        return new Optimizer(rule, learningRate, l2, DecayedParameters.WEIGHTS);
    }

    /** The learning rate so far times a schedule's factor. */
    public Optimizer schedule(Schedule schedule) {
        return at(learningRate.times(schedule));
    }

    /** The same formula with another learning rate. */
    public Optimizer at(LearningRate rate) {
        return new Optimizer(rule, rate, l2, decayed);
    }

    /** Numbers that the optimizer keeps for each parameter: 0 for plain gradient descent, 1 with momentum, 2 for Adam. */
    public int states() {
        return rule.states();
    }

    private Optimizer with(UpdateRule newRule) {
        return new Optimizer(newRule, learningRate, l2, decayed);
    }

    private UpdateRule.GradientDescent descent(String what) {
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return descent;
        }
        throw new IllegalArgumentException(
                what + " is gradient descent's: begin with Optimizer.sgd(...), found " + rule);
    }
}
