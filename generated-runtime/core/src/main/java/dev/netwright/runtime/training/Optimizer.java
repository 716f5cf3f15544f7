package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.runtime.kernel.LayerRates;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.Schedule;

/**
 * An optimizer: its formula, learning rate and weight decay. It is immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * Optimizer.sgd(0.1).momentum(0.9).weightDecay(5e-4).schedule(Schedule.cosine().warmUp(5))
 * }</pre>
 *
 * <p>Formulas, names of states and defaults are PyTorch's; AdaBelief's are its paper's. {@link #of(UpdateRule,
 * LearningRate)} takes other constants, and formulas of your own.
 *
 * @param rule the formula
 * @param learningRate the learning rate over the run
 * @param l2 coupled weight decay, at least 0: {@code l2 p} is added to a parameter's gradient before the formula
 *     applies
 * @param decayed which parameters decay, coupled or decoupled
 * @param layerRates factors of the learning rate for single layers
 */
public record Optimizer(
        UpdateRule rule, LearningRate learningRate, double l2, DecayedParameters decayed, LayerRates layerRates) {
    /**
     * Checks the weight decay: a negative one would make weights grow.
     *
     * @param rule the formula
     * @param learningRate the learning rate over the run
     * @param l2 coupled weight decay, at least 0 and finite as a float
     * @param decayed which parameters decay, coupled or decoupled
     * @param layerRates factors of the learning rate for single layers
     * @throws IllegalArgumentException if the weight decay is out of range
     */
    public Optimizer {
        FloatRange.requireAtLeastZero("weight decay", l2);
    }

    /**
     * Any rule with a learning rate that changes over the run, without coupled weight decay.
     *
     * <pre>{@code
     * Optimizer.of(new UpdateRule.Adam(0.9, 0.99, 1e-7, 0), position -> 1e-3 / (1 + position.epoch()))
     * }</pre>
     *
     * @param rule the formula
     * @param learningRate the learning rate at each position of the run
     * @return the optimizer
     */
    public static Optimizer of(UpdateRule rule, LearningRate learningRate) {
        return new Optimizer(rule, learningRate, 0, DecayedParameters.ALL, LayerRates.NONE);
    }

    /**
     * Any rule with a constant learning rate, without coupled weight decay.
     *
     * @param rule the formula
     * @param learningRate at least 0 and finite as a float
     * @return the optimizer
     * @throws IllegalArgumentException if the learning rate is out of range
     */
    public static Optimizer of(UpdateRule rule, double learningRate) {
        FloatRange.requireAtLeastZero("learning rate", learningRate);
        return of(rule, LearningRate.constant(learningRate));
    }

    /**
     * Gradient descent, PyTorch's {@code SGD}: {@code p -= rate g}. It has neither momentum nor weight decay until
     * {@link #momentum} and {@link #weightDecay} add them.
     *
     * @param learningRate at least 0 and finite as a float
     * @return the optimizer
     */
    public static Optimizer sgd(double learningRate) {
        return of(new UpdateRule.GradientDescent(0, false), learningRate);
    }

    /**
     * PyTorch's {@code Adam} with beta1 0.9, beta2 0.999, epsilon 1e-8 (Kingma and Ba, 2015).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.001
     * @return the optimizer
     */
    public static Optimizer adam(double learningRate) {
        return adamW(learningRate, 0);
    }

    /**
     * PyTorch's {@code AdamW}: Adam with decoupled weight decay, {@code p -= rate weightDecay p} before its step, beta1
     * 0.9, beta2 0.999, epsilon 1e-8 (Loshchilov and Hutter, 2019).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.001
     * @param weightDecay at least 0 and finite as a float; PyTorch's default is 0.01
     * @return the optimizer
     */
    public static Optimizer adamW(double learningRate, double weightDecay) {
        return of(new UpdateRule.Adam(0.9, 0.999, 1e-8, weightDecay), learningRate);
    }

    /**
     * PyTorch's {@code Adam} with {@code amsgrad=True}, beta1 0.9, beta2 0.999, epsilon 1e-8 (Reddi et al., 2018).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.001
     * @return the optimizer
     */
    public static Optimizer amsGrad(double learningRate) {
        return of(new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, 0), learningRate);
    }

    /**
     * PyTorch's {@code RMSprop} with alpha 0.99, epsilon 1e-8 (Tieleman and Hinton, 2012). It has no momentum until
     * {@link #momentum} adds it.
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.01
     * @return the optimizer
     */
    public static Optimizer rmsProp(double learningRate) {
        return of(new UpdateRule.RmsProp(0.99, 1e-8, 0), learningRate);
    }

    /**
     * PyTorch's {@code Adagrad} with epsilon 1e-10 (Duchi et al., 2011).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.01
     * @return the optimizer
     */
    public static Optimizer adaGrad(double learningRate) {
        return of(new UpdateRule.AdaGrad(1e-10), learningRate);
    }

    /**
     * PyTorch's {@code Adadelta} with rho 0.9, epsilon 1e-6 (Zeiler, 2012).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 1, which gives the paper's formula
     * @return the optimizer
     */
    public static Optimizer adaDelta(double learningRate) {
        return of(new UpdateRule.AdaDelta(0.9, 1e-6), learningRate);
    }

    /**
     * PyTorch's {@code Adamax} with beta1 0.9, beta2 0.999, epsilon 1e-8 (Kingma and Ba, 2015).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.002
     * @return the optimizer
     */
    public static Optimizer adaMax(double learningRate) {
        return of(new UpdateRule.AdaMax(0.9, 0.999, 1e-8), learningRate);
    }

    /**
     * PyTorch's {@code NAdam} with beta1 0.9, beta2 0.999, epsilon 1e-8, momentum decay 0.004 (Dozat, 2016).
     *
     * @param learningRate at least 0 and finite as a float; PyTorch's default is 0.002
     * @return the optimizer
     */
    public static Optimizer nadam(double learningRate) {
        return of(new UpdateRule.Nadam(0.9, 0.999, 1e-8, 4e-3), learningRate);
    }

    /**
     * AdaBelief with the paper's beta1 0.9, beta2 0.999, epsilon 1e-8 (Zhuang et al., 2020).
     *
     * @param learningRate at least 0 and finite as a float; 0.001 in most of the paper's experiments
     * @return the optimizer
     */
    public static Optimizer adaBelief(double learningRate) {
        return of(new UpdateRule.AdaBelief(0.9, 0.999, 1e-8), learningRate);
    }

    /**
     * Lion with the paper's beta1 0.9 and beta2 0.99 (Chen et al., 2023): each value moves by the learning rate, in the
     * direction of a sign. The paper uses a third to a tenth of AdamW's learning rate, and a decay that is as many times
     * larger.
     *
     * @param learningRate at least 0 and finite as a float
     * @param weightDecay decoupled weight decay, at least 0 and finite as a float
     * @return the optimizer
     */
    public static Optimizer lion(double learningRate, double weightDecay) {
        return of(new UpdateRule.Lion(0.9, 0.99, weightDecay), learningRate);
    }

    /**
     * LAMB with the paper's beta1 0.9, beta2 0.999, epsilon 1e-6 (You et al., 2020): Adam's direction, scaled so that a
     * tensor moves by the learning rate times its own norm. It is for batches of thousands of images.
     *
     * @param learningRate at least 0 and finite as a float
     * @param weightDecay weight decay in the direction, at least 0 and finite as a float; 0.01 in the paper
     * @return the optimizer
     */
    public static Optimizer lamb(double learningRate, double weightDecay) {
        return of(new UpdateRule.Lamb(0.9, 0.999, 1e-6, weightDecay), learningRate);
    }

    /**
     * Momentum as in PyTorch, without dampening: {@code v = momentum v + g; p -= rate v}. For RMSprop, {@code g} is its
     * quotient.
     *
     * @param momentum at least 0 and below 1
     * @return a copy with this momentum
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
     * Nesterov momentum as in PyTorch: {@code v = momentum v + g; p -= rate (g + momentum v)}.
     *
     * @return a copy that looks ahead
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
     * Coupled weight decay, PyTorch's {@code weight_decay} of {@code SGD} and {@code Adam}: {@code g = g + decay p}
     * after gradients are clipped and before the formula applies. {@link #adamW} has the decoupled kind. All parameters
     * decay, as in PyTorch, unless {@link #withoutDecayOfBiasesAndNorms()} excludes some.
     *
     * @param decay at least 0 and finite as a float
     * @return a copy with this weight decay
     * @throws IllegalArgumentException if the decay is out of range
     */
    public Optimizer weightDecay(double decay) {
        return new Optimizer(rule, learningRate, decay, decayed, layerRates);
    }

    /**
     * Limits weight decay, coupled or decoupled, to the weights of convolutions and fully connected layers. Biases and
     * the scales and offsets of norms don't decay, which He et al. (2019, "Bag of tricks") found better for images.
     *
     * @return a copy with this limit
     */
    public Optimizer withoutDecayOfBiasesAndNorms() {
        return new Optimizer(rule, learningRate, l2, DecayedParameters.WEIGHTS, layerRates);
    }

    /**
     * Multiplies the learning rate of some layers by a factor, as a parameter group's {@code lr} does in PyTorch. The
     * factor counts for every parameter whose name begins with a prefix and goes on with a dot or an underscore: {@code
     * rate("layer4", 0.1)} is for {@code layer4.0.conv1.weight} and the rest of that stage. Where several prefixes fit,
     * the longest counts. Decoupled weight decay is multiplied too, since its formula has the learning rate. A prefix
     * that fits nothing is an error when the run starts.
     *
     * @param prefix how the names of the parameters begin, such as a layer's or a block's name
     * @param factor above 0 and finite as a float; {@link Training#freezeThrough} stops layers altogether
     * @return a copy with this factor
     * @throws IllegalArgumentException if the factor is out of range, or the prefix is blank
     */
    public Optimizer rate(String prefix, double factor) {
        return new Optimizer(rule, learningRate, l2, decayed, layerRates.with(prefix, factor));
    }

    /**
     * Multiplies the learning rate by a schedule's factor.
     *
     * @param schedule the factor over the run
     * @return a copy with the product as its learning rate
     */
    public Optimizer schedule(Schedule schedule) {
        return at(learningRate.times(schedule));
    }

    /**
     * The same optimizer with another learning rate.
     *
     * @param rate the learning rate over the run
     * @return a copy with this learning rate
     */
    public Optimizer at(LearningRate rate) {
        return new Optimizer(rule, rate, l2, decayed, layerRates);
    }

    /**
     * Values that the optimizer keeps for each parameter.
     *
     * @return 0 for plain gradient descent, 1 with momentum, 2 for Adam
     */
    public int states() {
        return rule.states();
    }

    private Optimizer with(UpdateRule newRule) {
        return new Optimizer(newRule, learningRate, l2, decayed, layerRates);
    }
}
