package dev.netwright.operation;

import java.util.Set;

/** An elementwise function {@code y = f(x)}, applied to another operation's result or as an operation of its own. */
public enum ActivationFunction {
    /** {@code y = x}. */
    IDENTITY("Identity", "Identity", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = 1 / (1 + exp(-x))}; {@code dy/dx = y (1 - y)}. */
    SIGMOID("Sigmoid", "Sigmoid", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL),
    /** {@code y = max(x, 0)}; {@code dy/dx = 1} where {@code y > 0}, else 0. */
    RELU("ReLU", "Relu", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = tanh(x)}; {@code dy/dx = 1 - y^2}. */
    TANH("Tanh", "Tanh", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL),
    /**
     * {@code y = x s}, {@code s = 1 / (1 + exp(-x))}; {@code dy/dx = s (1 + x (1 - s))} (Hendrycks and Gimpel,
     * "Gaussian error linear units", 2016).
     */
    SILU("SiLU", "Sigmoid", Trait.GATE, Trait.TRANSCENDENTAL),
    /**
     * {@code y = x min(max(x + 3, 0), 6) / 6}; {@code dy/dx} is 0 below -3, 1 above 3, and {@code x / 3 + 1 / 2}
     * between (Howard et al., "Searching for MobileNetV3", 2019, section 5.2).
     */
    HARD_SWISH("Hardswish", "HardSwish");

    private enum Trait {
        RISING,
        DERIVED_FROM_RESULT,
        HOMOGENEOUS,
        TRANSCENDENTAL,
        GATE
    }

    private final String torchName;
    private final String onnxOperator;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of returns an immutable set.
    private final Set<Trait> traits;

    ActivationFunction(String torchName, String onnxOperator, Trait... traits) {
        this.torchName = torchName;
        this.onnxOperator = onnxOperator;
        this.traits = Set.of(traits);
    }

    /** {@return the name of PyTorch's module, such as {@code ReLU}} */
    public String torchName() {
        return torchName;
    }

    /**
     * {@return the operator of ONNX's operator set 14 that computes it; for a {@linkplain #isGate() gate}, the operator
     * of the factor beside x}
     */
    public String onnxOperator() {
        return onnxOperator;
    }

    /** {@return whether it is x times the function of {@link #onnxOperator()}} */
    public boolean isGate() {
        return traits.contains(Trait.GATE);
    }

    /** {@return whether it is non-decreasing, so that it commutes with a maximum} */
    public boolean isRising() {
        return traits.contains(Trait.RISING);
    }

    /**
     * {@return whether it computes an exponential; oneDNN fuses one slowly into a convolution whose last channel block
     * isn't full}
     */
    public boolean isTranscendental() {
        return traits.contains(Trait.TRANSCENDENTAL);
    }

    /**
     * Whether its derivative follows from its result. The backward pass of any other function reads x, so a training
     * program keeps that function as an operation of its own and its input in memory.
     *
     * @return true if backward needs only y
     */
    public boolean isDerivedFromResult() {
        return traits.contains(Trait.DERIVED_FROM_RESULT);
    }

    /** Whether {@code f(a x) = a f(x)} for every {@code a} of at least 0, so that it commutes with dropout. */
    boolean isPositivelyHomogeneous() {
        return traits.contains(Trait.HOMOGENEOUS);
    }
}
