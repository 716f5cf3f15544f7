package dev.netwright.runtime.kernel;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * The formula of an optimizer, as PyTorch has it where PyTorch has it. {@code p} is a parameter, {@code g} its gradient, {@code t} counts steps
 * from 1; what a rule keeps begins as 0.
 */
public sealed interface UpdateRule {
    /** What the numbers are that it keeps for each value of a parameter, by PyTorch's names where PyTorch has the rule. */
    List<String> kinds();

    /** Numbers that it keeps for each value of a parameter. */
    default int states() {
        return kinds().size();
    }

    /** The same without weight decay of its own. */
    default UpdateRule withoutDecay() {
        return this;
    }

    /**
     * Gradient descent: {@code v = momentum v + g}; {@code p -= rate v}, or with Nesterov's look-ahead {@code p -= rate (g + momentum v)}
     * (Sutskever et al., 2013).
     */
    record GradientDescent(double momentum, boolean nesterov) implements UpdateRule {
        /** Refuses a momentum that lets steps grow without end. */
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
     * {@code p -= rate m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)}, after {@code p -= rate decay p}, the decoupled weight decay of
     * Loshchilov and Hutter (2019).
     */
    record Adam(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
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
     * {@link Adam} with the largest {@code v} so far in the place of {@code v} (Reddi et al., 2018), PyTorch's {@code amsgrad=True}; its decay is
     * Adam's.
     */
    record AmsGrad(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
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
     * RMSprop (Tieleman and Hinton, 2012): {@code s = alpha s + (1 - alpha) g^2}, {@code v = momentum v + g / (sqrt(s) + epsilon)},
     * {@code p -= rate v}.
     */
    record RmsProp(double alpha, double epsilon, double momentum) implements UpdateRule {
        /** Refuses numbers that make parameters NaN, or let steps grow without end. */
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

    /** AdaGrad (Duchi et al., 2011): {@code s = s + g^2}, {@code p -= rate g / (sqrt(s) + epsilon)}. */
    record AdaGrad(double epsilon) implements UpdateRule {
        /** Refuses an epsilon that makes parameters NaN. */
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
     * {@code u = rho u + (1 - rho) d^2}, {@code p -= rate d}; the paper's rate is 1.
     */
    record AdaDelta(double rho, double epsilon) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
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
     * AdaMax (Kingma and Ba, 2015, section 7.1): {@code m = beta1 m + (1 - beta1) g}, {@code u = max(beta2 u, |g| + epsilon)},
     * {@code p -= rate m / (1 - beta1^t) / u}.
     */
    record AdaMax(double beta1, double beta2, double epsilon) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
        public AdaMax {
            requireMoments("AdaMax", beta1, beta2, epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_inf");
        }
    }

    /**
     * Nadam (Dozat, 2016): {@link Adam}'s {@code m} and {@code v}, {@code mu(t) = beta1 (1 - 0.96^(t momentumDecay) / 2)},
     * {@code p -= rate ((1 - mu(t)) g / (1 - mu(1) ... mu(t)) + mu(t+1) m / (1 - mu(1) ... mu(t+1))) / (sqrt(v / (1 - beta2^t)) + epsilon)}. That
     * is the paper's and PyTorch 2's formula; PyTorch 1.13 has {@code mu(t)} twice in the second product.
     */
    record Nadam(double beta1, double beta2, double epsilon, double momentumDecay) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
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
     * AdaBelief (Zhuang et al., 2020), which PyTorch doesn't have: {@link Adam} with {@code s = beta2 s + (1 - beta2) (g - m)^2 + epsilon} in the
     * place of {@code v}, where {@code m} is already this step's.
     */
    record AdaBelief(double beta1, double beta2, double epsilon) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
        public AdaBelief {
            requireMoments("AdaBelief", beta1, beta2, epsilon);
        }

        @Override
        public List<String> kinds() {
            return List.of("exp_avg", "exp_avg_var");
        }
    }

    /**
     * A formula of one's own. A checkpoint knows it by its content: the components of a record, or else its fields.
     *
     * <p>Kernel sets compute it where parameters lie in the process's own memory.
     */
    non-sealed interface Custom extends UpdateRule {
        /**
         * A step over vectors, direct and in native order. They hold parameters in some layout, one after another, and zeros between them: where
         * a value, its gradient and what is kept are 0, the step has to leave 0.
         *
         * @param states zeros: one vector of each of {@link #kinds}, as long as the values, one after another
         */
        VectorUpdate bind(FloatBuffer values, FloatBuffer gradients, FloatBuffer states);
    }

    private static void requireMoments(String optimizer, double beta1, double beta2, double epsilon) {
        FloatRange.requireBelowOne("beta1 of " + optimizer, beta1);
        FloatRange.requireBelowOne("beta2 of " + optimizer, beta2);
        FloatRange.requirePositive("epsilon of " + optimizer, epsilon);
    }
}
