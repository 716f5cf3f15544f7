package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.Schedule;

/**
 * An optimizer: its formula, its learning rate and its weight decay. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * Optimizer.sgd(0.1).momentum(0.9).weightDecay(5e-4).schedule(Schedule.cosine().warmUp(5))
 * }</pre>
 *
 * <p>Formulas, names of states and defaults are PyTorch's, and those of AdaBelief its paper's. Other constants than the defaults, and formulas of
 * one's own, come with {@link #of(UpdateRule, LearningRate)}.
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

    /**
     * Any rule with a learning rate over the run.
     *
     * <pre>{@code
     * Optimizer.of(new UpdateRule.Adam(0.9, 0.99, 1e-7, 0), position -> 1e-3 / (1 + position.epoch()))
     * }</pre>
     */
    public static Optimizer of(UpdateRule rule, LearningRate learningRate) {
        return new Optimizer(rule, learningRate, 0, DecayedParameters.ALL);
    }

    /** Any rule with a constant learning rate, at least 0, and a finite float. */
    public static Optimizer of(UpdateRule rule, double learningRate) {
        FloatRange.requireAtLeastZero("learning rate", learningRate);
        return of(rule, LearningRate.constant(learningRate));
    }

    /**
     * Gradient descent as PyTorch's {@code SGD}: {@code p -= rate g}, {@link #momentum} and {@link #weightDecay} if asked for.
     *
     * @param learningRate at least 0, and a finite float
     */
    public static Optimizer sgd(double learningRate) {
        return of(new UpdateRule.GradientDescent(0, false), learningRate);
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
        return of(new UpdateRule.Adam(0.9, 0.999, 1e-8, weightDecay), learningRate);
    }

    /** PyTorch's {@code Adam} with {@code amsgrad=True}, beta1 0.9, beta2 0.999, epsilon 1e-8 (Reddi et al., 2018). */
    public static Optimizer amsGrad(double learningRate) {
        return of(new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, 0), learningRate);
    }

    /** PyTorch's {@code RMSprop} with alpha 0.99, epsilon 1e-8 (Tieleman and Hinton, 2012); {@link #momentum} if asked for. */
    public static Optimizer rmsProp(double learningRate) {
        return of(new UpdateRule.RmsProp(0.99, 1e-8, 0), learningRate);
    }

    /** PyTorch's {@code Adagrad} with epsilon 1e-10 (Duchi et al., 2011). */
    public static Optimizer adaGrad(double learningRate) {
        return of(new UpdateRule.AdaGrad(1e-10), learningRate);
    }

    /**
     * PyTorch's {@code Adadelta} with rho 0.9, epsilon 1e-6 (Zeiler, 2012).
     *
     * @param learningRate 1 in the paper, which has none
     */
    public static Optimizer adaDelta(double learningRate) {
        return of(new UpdateRule.AdaDelta(0.9, 1e-6), learningRate);
    }

    /** PyTorch's {@code Adamax} with beta1 0.9, beta2 0.999, epsilon 1e-8 (Kingma and Ba, 2015). */
    public static Optimizer adaMax(double learningRate) {
        return of(new UpdateRule.AdaMax(0.9, 0.999, 1e-8), learningRate);
    }

    /** PyTorch's {@code NAdam} with beta1 0.9, beta2 0.999, epsilon 1e-8, momentum decay 0.004 (Dozat, 2016). */
    public static Optimizer nadam(double learningRate) {
        return of(new UpdateRule.Nadam(0.9, 0.999, 1e-8, 4e-3), learningRate);
    }

    /** AdaBelief with the paper's beta1 0.9, beta2 0.999, epsilon 1e-8 (Zhuang et al., 2020). */
    public static Optimizer adaBelief(double learningRate) {
        return of(new UpdateRule.AdaBelief(0.9, 0.999, 1e-8), learningRate);
    }

    /**
     * Momentum as in PyTorch, without dampening: {@code v = momentum v + g; p -= rate v}; of RMSprop its quotient is what gathers.
     *
     * @param momentum at least 0 and below 1
     * @throws IllegalArgumentException if the optimizer is neither gradient descent nor RMSprop
     */
    public Optimizer momentum(double momentum) {
        if (rule instanceof UpdateRule.RmsProp rmsProp) {
            return with(new UpdateRule.RmsProp(rmsProp.alpha(), rmsProp.epsilon(), momentum));
        }
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return with(new UpdateRule.GradientDescent(momentum, descent.nesterov()));
        }
        throw new IllegalArgumentException(
                "momentum is gradient descent's and RMSprop's: begin with Optimizer.sgd(...) or"
                        + " Optimizer.rmsProp(...), found " + rule);
    }

    /**
     * Nesterov's look-ahead as in PyTorch: {@code v = momentum v + g; p -= rate (g + momentum v)}.
     *
     * @throws IllegalArgumentException if the optimizer isn't gradient descent with momentum
     */
    public Optimizer nesterov() {
        if (!(rule instanceof UpdateRule.GradientDescent descent)) {
            throw new IllegalArgumentException(
                    "Nesterov's look-ahead is gradient descent's: begin with Optimizer.sgd(...), found " + rule);
        }
        double momentum = descent.momentum();
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
}
