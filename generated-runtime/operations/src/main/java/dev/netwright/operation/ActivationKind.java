package dev.netwright.operation;

import java.util.Set;

/** The formula of an {@link ActivationFunction}, with PyTorch's name and the properties that follow from it. */
public enum ActivationKind {
    /** {@code y = x}. */
    IDENTITY("Identity", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = 1 / (1 + exp(-x))}; {@code dy/dx = y (1 - y)}. */
    SIGMOID("Sigmoid", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL, Trait.POSITIVE_AT_ZERO),
    /** {@code y = max(x, 0)}; {@code dy/dx = 1} where {@code y > 0}, else 0. */
    RELU("ReLU", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = tanh(x)}; {@code dy/dx = 1 - y^2}. */
    TANH("Tanh", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL),
    /**
     * {@code y = x s}, {@code s = 1 / (1 + exp(-x))}; {@code dy/dx = s (1 + x (1 - s))} (Hendrycks and Gimpel,
     * "Gaussian error linear units", 2016).
     */
    SILU("SiLU", Trait.TRANSCENDENTAL),
    /**
     * {@code y = x min(max(x + 3, 0), 6) / 6}; {@code dy/dx} is 0 below -3, 1 above 3, and {@code x / 3 + 1 / 2}
     * between (Howard et al., "Searching for MobileNetV3", 2019, section 5.2).
     */
    HARD_SWISH("Hardswish"),
    /**
     * {@code y = min(max(x, 0), 6)}; {@code dy/dx = 1} where {@code 0 < y < 6}, else 0 (Sandler et al., "MobileNetV2",
     * 2018, section 4).
     */
    RELU6("ReLU6", Trait.RISING, Trait.DERIVED_FROM_RESULT),
    /**
     * {@code y = x} where {@code x > 0}, else {@code slope x}; {@code dy/dx = 1} where {@code y > 0}, else
     * {@code slope} (Maas et al., "Rectifier nonlinearities improve neural network acoustic models", 2013, section 2).
     */
    LEAKY_RELU("LeakyReLU", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS, Trait.NUMBERED),
    /**
     * {@code y = x} where {@code x > 0}, else {@code alpha (exp(x) - 1)}; {@code dy/dx = 1} where {@code y > 0}, else
     * {@code y + alpha} (Clevert et al., "Fast and accurate deep network learning by exponential linear units", 2016,
     * section 3).
     */
    ELU("ELU", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL, Trait.NUMBERED),
    /**
     * {@code y = x p}, {@code p = (1 + erf(x / sqrt(2))) / 2}; {@code dy/dx = p + x exp(-x^2 / 2) / sqrt(2 pi)}
     * (Hendrycks and Gimpel, 2016, section 2).
     */
    GELU("GELU", Trait.TRANSCENDENTAL),
    /**
     * {@link #GELU} with {@code p = (1 + tanh(u)) / 2}, {@code u = sqrt(2 / pi) (x + 0.044715 x^3)};
     * {@code dy/dx = p + 2 x p (1 - p) du/dx} (Hendrycks and Gimpel, 2016, section 2).
     */
    GELU_TANH("GELU", Trait.TRANSCENDENTAL),
    /**
     * {@code y = min(max(x + 3, 0), 6) / 6}; {@code dy/dx = 1 / 6} where {@code 0 < y < 1}, else 0 (Howard et al.,
     * 2019, section 5.2).
     */
    HARD_SIGMOID("Hardsigmoid", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.POSITIVE_AT_ZERO),
    /**
     * {@code y = x w}, {@code w = tanh(log(1 + exp(x)))}; {@code dy/dx = w + x (1 - w^2) / (1 + exp(-x))} (Misra,
     * "Mish: a self regularized non-monotonic activation function", 2019).
     */
    MISH("Mish", Trait.TRANSCENDENTAL);

    private enum Trait {
        RISING,
        DERIVED_FROM_RESULT,
        HOMOGENEOUS,
        TRANSCENDENTAL,
        POSITIVE_AT_ZERO,
        NUMBERED
    }

    private final String torchName;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of returns an immutable set.
    private final Set<Trait> traits;

    ActivationKind(String torchName, Trait... traits) {
        this.torchName = torchName;
        this.traits = Set.of(traits);
    }

    String torchName() {
        return torchName;
    }

    /** {@return whether its formula has a number: the slope of a leaky ReLU, or an ELU's alpha} */
    public boolean isNumbered() {
        return traits.contains(Trait.NUMBERED);
    }

    boolean isRising() {
        return traits.contains(Trait.RISING);
    }

    boolean isTranscendental() {
        return traits.contains(Trait.TRANSCENDENTAL);
    }

    boolean isZeroAtZero() {
        return !traits.contains(Trait.POSITIVE_AT_ZERO);
    }

    boolean isDerivedFromResult() {
        return traits.contains(Trait.DERIVED_FROM_RESULT);
    }

    boolean isPositivelyHomogeneous() {
        return traits.contains(Trait.HOMOGENEOUS);
    }
}
