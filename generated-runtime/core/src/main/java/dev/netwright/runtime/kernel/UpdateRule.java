package dev.netwright.runtime.kernel;

import org.nd4j.linalg.learning.config.IUpdater;

/** The formula of an optimizer; {@code p} is a parameter, {@code g} its gradient, {@code t} counts steps from 1. */
public sealed interface UpdateRule {
    /** Numbers that it keeps for each value of a parameter. */
    int states();

    /** The same without weight decay of its own. */
    default UpdateRule withoutDecay() {
        return this;
    }

    /**
     * Gradient descent as in PyTorch: {@code v = momentum v + g}; {@code p -= rate v}, or with Nesterov's look-ahead
     * {@code p -= rate (g + momentum v)} (Sutskever et al., 2013).
     */
    record GradientDescent(double momentum, boolean nesterov) implements UpdateRule {
        /** Refuses a momentum that lets steps grow without end. */
        public GradientDescent {
            FloatRange.requireBelowOne("momentum", momentum);
        }

        @Override
        public int states() {
            return momentum == 0 ? 0 : 1;
        }
    }

    /**
     * Adam as in PyTorch (Kingma and Ba, 2015): {@code m = beta1 m + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2},
     * {@code p -= rate m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)}, after {@code p -= rate decay p}, the
     * decoupled weight decay of Loshchilov and Hutter (2019).
     */
    record Adam(double beta1, double beta2, double epsilon, double decay) implements UpdateRule {
        /** Refuses numbers that make parameters NaN. */
        public Adam {
            UpdaterNumbers.requireMoments("Adam", beta1, beta2, epsilon);
            FloatRange.requireAtLeastZero("weight decay", decay);
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public UpdateRule withoutDecay() {
            return new Adam(beta1, beta2, epsilon, 0);
        }
    }

    /** Any other ND4J optimizer, as ND4J defines it; its learning rate is what each step is told. */
    record Delegated(IUpdater updater) implements UpdateRule {
        /** Refuses numbers that make parameters NaN, which ND4J doesn't. */
        public Delegated {
            UpdaterNumbers.require(updater);
        }

        @Override
        public int states() {
            return Math.toIntExact(updater.stateSize(1));
        }
    }
}
