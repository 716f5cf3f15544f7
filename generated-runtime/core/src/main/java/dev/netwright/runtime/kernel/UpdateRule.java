package dev.netwright.runtime.kernel;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * The formula of an optimizer, PyTorch's where PyTorch has one. {@code p} is a parameter, {@code g} its gradient, and
 * {@code t} counts steps from 1. States begin as 0.
 */
public sealed interface UpdateRule {
    /**
     * The kinds of state that the rule keeps for each parameter, by PyTorch's names where PyTorch has the rule.
     *
     * @return such as {@code exp_avg} and {@code exp_avg_sq}; empty if it keeps none
     */
    List<String> kinds();

    /**
     * Number of values that the rule keeps for each value of a parameter.
     *
     * @return the number of {@link #kinds()}
     */
    default int states() {
        return kinds().size();
    }

    /**
     * The same rule without its own weight decay.
     *
     * @return this rule if it has none
     */
    default UpdateRule withoutDecay() {
        return this;
    }

    /**
     * Whether a parameter's step depends on the other values of its tensor, so that each tensor is a step of its own.
     *
     * @return false if each value is computed by itself
     */
    default boolean isLayerwise() {
        return false;
    }

    /**
     * Gradient descent: {@code v = momentum v + g}; {@code p -= rate v}, or {@code p -= rate (g + momentum v)} with
     * Nesterov momentum (Sutskever et al., 2013).
     *
     * @param momentum at least 0 and below 1; 0 for plain gradient descent
     * @param nesterov whether a step looks ahead along the momentum
     */
    record GradientDescent(double momentum, boolean nesterov) implements UpdateRule {
        /**
         * Checks the momentum: from 1 on, steps grow without end.
         *
         * @param momentum at least 0 and below 1; 0 for plain gradient descent
         * @param nesterov whether a step looks ahead along the momentum
         * @throws IllegalArgumentException unless the momentum is at least 0 and below 1
         */
        public GradientDescent {
            FloatRange.requireBelowOne("momentum", momentum);
        }

        @Override
        public List<String> kinds() {
            return momentum == 0 ? List.of() : List.of("momentum_buffer");
        }
    }

    /**
     * Adam (Kingma and Ba, 2015): {@code m = beta1 m + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2},
     * {@code p -= rate m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)}, after {@code p -= rate decay p}, the
     * decoupled weight decay of Loshchilov and Hutter (2019).
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1; 0.9 in the paper
     * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1; 0.999 in the paper
     * @param epsilon keeps the quotient finite, above 0; 1e-8 in the paper
     * @param decay decoupled weight decay, at least 0; 0 for Adam itself
     */
    record Adam(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1; 0.9 in the paper
         * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1; 0.999 in the paper
         * @param epsilon keeps the quotient finite, above 0; 1e-8 in the paper
         * @param decay decoupled weight decay, at least 0; 0 for Adam itself
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Adam {
            requireMoments("Adam", beta1, beta2, epsilon);
            FloatRange.requireAtLeastZero("weight decay", decay);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_sq");
        }

        @Override
        public UpdateRule withoutDecay() {
            return new Adam(beta1, beta2, epsilon, 0);
        }
    }

    /**
     * AMSGrad (Reddi et al., 2018), PyTorch's {@code amsgrad=True}: {@link Adam} with the largest {@code v} so far in
     * place of {@code v}.
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1
     * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1
     * @param epsilon keeps the quotient finite, above 0
     * @param decay decoupled weight decay as Adam's, at least 0; 0 for none
     */
    record AmsGrad(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1
         * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1
         * @param epsilon keeps the quotient finite, above 0
         * @param decay decoupled weight decay as Adam's, at least 0; 0 for none
         * @throws IllegalArgumentException if a number is out of its range
         */
        public AmsGrad {
            requireMoments("AMSGrad", beta1, beta2, epsilon);
            FloatRange.requireAtLeastZero("weight decay", decay);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_sq", "max_exp_avg_sq");
        }

        @Override
        public UpdateRule withoutDecay() {
            return new AmsGrad(beta1, beta2, epsilon, 0);
        }
    }

    /**
     * RMSprop (Tieleman and Hinton, 2012): {@code s = alpha s + (1 - alpha) g^2},
     * {@code v = momentum v + g / (sqrt(s) + epsilon)}, {@code p -= rate v}.
     *
     * @param alpha decay rate of the mean squared gradient, at least 0 and below 1
     * @param epsilon keeps the quotient finite, above 0
     * @param momentum at least 0 and below 1; 0 for none, which keeps no {@code v}
     */
    record RmsProp(double alpha, double epsilon, double momentum) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN, or let steps grow without end.
         *
         * @param alpha decay rate of the mean squared gradient, at least 0 and below 1
         * @param epsilon keeps the quotient finite, above 0
         * @param momentum at least 0 and below 1; 0 for none, which keeps no {@code v}
         * @throws IllegalArgumentException if a number is out of its range
         */
        public RmsProp {
            FloatRange.requireBelowOne("alpha of RMSprop", alpha);
            FloatRange.requirePositive("epsilon of RMSprop", epsilon);
            FloatRange.requireBelowOne("momentum", momentum);
        }

        @Override
        public List<String> kinds() {
            return momentum == 0 ? List.of("square_avg") : List.of("square_avg", "momentum_buffer");
        }
    }

    /**
     * AdaGrad (Duchi et al., 2011): {@code s = s + g^2}, {@code p -= rate g / (sqrt(s) + epsilon)}.
     *
     * @param epsilon keeps the quotient finite, above 0
     */
    record AdaGrad(double epsilon) implements UpdateRule {
        /**
         * Checks the epsilon: 0 makes parameters NaN.
         *
         * @param epsilon keeps the quotient finite, above 0
         * @throws IllegalArgumentException unless the epsilon is above 0 and finite as a float
         */
        public AdaGrad {
            FloatRange.requirePositive("epsilon of AdaGrad", epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("sum");
        }
    }

    /**
     * AdaDelta (Zeiler, 2012): {@code s = rho s + (1 - rho) g^2}, {@code d = g sqrt(u + epsilon) / sqrt(s + epsilon)},
     * {@code u = rho u + (1 - rho) d^2}, {@code p -= rate d}. The paper has no learning rate, which is a rate of 1.
     *
     * @param rho decay rate of both means, at least 0 and below 1
     * @param epsilon keeps the quotient finite and starts the first step, above 0
     */
    record AdaDelta(double rho, double epsilon) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param rho decay rate of both means, at least 0 and below 1
         * @param epsilon keeps the quotient finite and starts the first step, above 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public AdaDelta {
            FloatRange.requireBelowOne("rho of AdaDelta", rho);
            FloatRange.requirePositive("epsilon of AdaDelta", epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("square_avg", "acc_delta");
        }
    }

    /**
     * AdaMax (Kingma and Ba, 2015, section 7.1): {@code m = beta1 m + (1 - beta1) g},
     * {@code u = max(beta2 u, |g| + epsilon)}, {@code p -= rate m / (1 - beta1^t) / u}.
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1
     * @param beta2 decay rate of the largest magnitude, at least 0 and below 1
     * @param epsilon keeps the quotient finite, above 0
     */
    record AdaMax(double beta1, double beta2, double epsilon) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1
         * @param beta2 decay rate of the largest magnitude, at least 0 and below 1
         * @param epsilon keeps the quotient finite, above 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public AdaMax {
            requireMoments("AdaMax", beta1, beta2, epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_inf");
        }
    }

    /**
     * Nadam (Dozat, 2016): {@link Adam}'s {@code m} and {@code v},
     * {@code mu(t) = beta1 (1 - 0.96^(t momentumDecay) / 2)},
     * {@code p -= rate ((1 - mu(t)) g / (1 - mu(1) ... mu(t)) + mu(t+1) m / (1 - mu(1) ... mu(t+1))) / (sqrt(v / (1 - beta2^t)) + epsilon)}.
     * This is the formula of the paper and of PyTorch 2; PyTorch 1.13 has {@code mu(t)} twice in the second product.
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1
     * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1
     * @param epsilon keeps the quotient finite, above 0
     * @param momentumDecay how fast {@code mu} grows to {@code beta1}, at least 0; 0.004 in the paper
     */
    record Nadam(double beta1, double beta2, double epsilon, double momentumDecay) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1
         * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1
         * @param epsilon keeps the quotient finite, above 0
         * @param momentumDecay how fast {@code mu} grows to {@code beta1}, at least 0; 0.004 in the paper
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Nadam {
            requireMoments("Nadam", beta1, beta2, epsilon);
            FloatRange.requireAtLeastZero("momentum decay of Nadam", momentumDecay);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_sq");
        }
    }

    /**
     * AdaBelief (Zhuang et al., 2020), which PyTorch doesn't have: {@link Adam} with
     * {@code s = beta2 s + (1 - beta2) (g - m)^2 + epsilon} in place of {@code v}, where {@code m} is this step's.
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1
     * @param beta2 decay rate of the gradient's variance, at least 0 and below 1
     * @param epsilon keeps the quotient finite, above 0
     */
    record AdaBelief(double beta1, double beta2, double epsilon) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1
         * @param beta2 decay rate of the gradient's variance, at least 0 and below 1
         * @param epsilon keeps the quotient finite, above 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public AdaBelief {
            requireMoments("AdaBelief", beta1, beta2, epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_var");
        }
    }

    /**
     * Lion (Chen et al., 2023, algorithm 2), which PyTorch doesn't have:
     * {@code p -= rate (sign(beta1 m + (1 - beta1) g) + decay p)}, then {@code m = beta2 m + (1 - beta2) g}.
     *
     * @param beta1 share of the mean gradient in a step's direction, at least 0 and below 1; 0.9 in the paper
     * @param beta2 decay rate of the mean gradient, at least 0 and below 1; 0.99 in the paper
     * @param decay decoupled weight decay, at least 0
     */
    record Lion(double beta1, double beta2, double decay) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them let parameters grow without end.
         *
         * @param beta1 share of the mean gradient in a step's direction, at least 0 and below 1; 0.9 in the paper
         * @param beta2 decay rate of the mean gradient, at least 0 and below 1; 0.99 in the paper
         * @param decay decoupled weight decay, at least 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Lion {
            FloatRange.requireBelowOne("beta1 of Lion", beta1);
            FloatRange.requireBelowOne("beta2 of Lion", beta2);
            FloatRange.requireAtLeastZero("weight decay", decay);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg");
        }

        @Override
        public UpdateRule withoutDecay() {
            return new Lion(beta1, beta2, 0);
        }
    }

    /**
     * LAMB (You et al., 2020, algorithm 2), which PyTorch doesn't have: with {@link Adam}'s {@code m} and {@code v},
     * {@code u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon) + decay p} and
     * {@code p -= rate |p| / |u| u}. Norms are those of a whole tensor. If one of them is 0, their quotient counts as 1.
     *
     * @param beta1 decay rate of the mean gradient, at least 0 and below 1; 0.9 in the paper
     * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1; 0.999 in the paper
     * @param epsilon keeps the quotient finite, above 0; 1e-6 in the paper
     * @param decay weight decay in the direction u, at least 0
     */
    record Lamb(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /**
         * Checks the ranges: numbers outside them make parameters NaN.
         *
         * @param beta1 decay rate of the mean gradient, at least 0 and below 1; 0.9 in the paper
         * @param beta2 decay rate of the mean squared gradient, at least 0 and below 1; 0.999 in the paper
         * @param epsilon keeps the quotient finite, above 0; 1e-6 in the paper
         * @param decay weight decay in the direction u, at least 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Lamb {
            requireMoments("LAMB", beta1, beta2, epsilon);
            FloatRange.requireAtLeastZero("weight decay", decay);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_sq");
        }

        @Override
        public UpdateRule withoutDecay() {
            return new Lamb(beta1, beta2, epsilon, 0);
        }

        @Override
        public boolean isLayerwise() {
            return true;
        }

        /**
         * The factor of a tensor's learning rate.
         *
         * @param values the sum of the squares of its parameters
         * @param directions the sum of the squares of its directions
         * @return the quotient of the norms; 1 if one of them is 0
         */
        public static double trust(double values, double directions) {
            return values > 0 && directions > 0 ? Math.sqrt(values) / Math.sqrt(directions) : 1;
        }
    }

    /**
     * A user's own formula. A checkpoint identifies it by its content: a record's components, or another class's
     * fields.
     *
     * <p>Only kernel sets that hold parameters in the process's own memory can compute it.
     */
    non-sealed interface Custom extends UpdateRule {
        /**
         * Binds the formula to vectors, which are direct buffers in native order. They hold parameters in some layout
         * one after another, with zeros between them: where a value, its gradient and its states are 0, a step must
         * leave them 0.
         *
         * @param values the parameters
         * @param gradients as long as the values; a step may change them
         * @param states zeros: one vector for each of {@link #kinds}, as long as the values, one after another
         * @return a step over these vectors
         */
        VectorUpdate bind(FloatBuffer values, FloatBuffer gradients, FloatBuffer states);
    }

    private static void requireMoments(String optimizer, double beta1, double beta2, double epsilon) {
        FloatRange.requireBelowOne("beta1 of " + optimizer, beta1);
        FloatRange.requireBelowOne("beta2 of " + optimizer, beta2);
        FloatRange.requirePositive("epsilon of " + optimizer, epsilon);
    }
}
