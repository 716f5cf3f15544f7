package dev.netwright.runtime.kernel;

/** What keeps gradients from being too large, before weight decay and the optimizer's formula see them. */
public sealed interface GradientClipping {
    /** They stay as they are. */
    GradientClipping NONE = new None();

    /** They stay as they are. */
    record None() implements GradientClipping {}

    /**
     * All gradients together, as one vector, are at most so long: {@code g = g min(1, most / (norm + 1e-6))}, PyTorch's
     * {@code clip_grad_norm_} (Pascanu et al., 2013). Gradients of frozen parameters don't count.
     */
    record ByNorm(double most) implements GradientClipping {
        /** What PyTorch adds to the norm. */
        private static final double EPSILON = 1e-6;

        /** Refuses what would turn steps around or stop them. */
        public ByNorm {
            requirePositive(most);
        }

        /** What gradients of a norm are multiplied with; NaN for a norm that is NaN. */
        public double factor(double norm) {
            return Math.min(1, most / (norm + EPSILON));
        }
    }

    /** Each number is at least {@code -most} and at most {@code most}: PyTorch's {@code clip_grad_value_}. */
    record ByValue(double most) implements GradientClipping {
        /** Refuses what would turn steps around or stop them. */
        public ByValue {
            requirePositive(most);
        }
    }

    private static void requirePositive(double most) {
        FloatRange.requirePositive("what gradients are clipped to", most);
    }
}
