package dev.netwright.runtime.kernel;

/** A limit for gradients. It applies before weight decay and before the optimizer's formula. */
public sealed interface GradientClipping {
    /** No limit. */
    GradientClipping NONE = new None();

    /** No limit. */
    record None() implements GradientClipping {}

    /**
     * Limits the Euclidean norm of all gradients together, as one vector: {@code g = g min(1, most / (norm + 1e-6))},
     * PyTorch's {@code clip_grad_norm_} (Pascanu et al., 2013). Gradients of frozen parameters don't count.
     *
     * @param most the largest norm, above 0 and finite as a float
     */
    record ByNorm(double most) implements GradientClipping {
        /** What PyTorch adds to the norm. */
        private static final double EPSILON = 1e-6;

        /**
         * Checks the limit: 0 would stop every step.
         *
         * @param most the largest norm, above 0 and finite as a float
         * @throws IllegalArgumentException unless {@code most} is above 0 and finite as a float
         */
        public ByNorm {
            requirePositive(most);
        }

        /**
         * The factor for every gradient.
         *
         * @param norm the Euclidean norm of all gradients
         * @return at most 1; NaN for a norm that is NaN
         */
        public double factor(double norm) {
            return Math.min(1, most / (norm + EPSILON));
        }
    }

    /**
     * Limits each value to {@code [-most, most]}: PyTorch's {@code clip_grad_value_}.
     *
     * @param most the largest magnitude, above 0 and finite as a float
     */
    record ByValue(double most) implements GradientClipping {
        /**
         * Checks the limit: 0 would stop every step.
         *
         * @param most the largest magnitude, above 0 and finite as a float
         * @throws IllegalArgumentException unless {@code most} is above 0 and finite as a float
         */
        public ByValue {
            requirePositive(most);
        }
    }

    private static void requirePositive(double most) {
        FloatRange.requirePositive("what gradients are clipped to", most);
    }
}
