package dev.netwright.operation;

import java.util.Set;

/** An elementwise function {@code y = f(x)} that a kernel applies to its result, or that is a kernel by itself. */
public enum ActivationFunction {
    /** {@code y = x}. */
    IDENTITY("Identity", "Identity", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = 1 / (1 + exp(-x))}; {@code dy/dx = y (1 - y)}. */
    SIGMOID("Sigmoid", "Sigmoid", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL),
    /** {@code y = max(x, 0)}; {@code dy/dx = 1} where {@code y > 0}, else 0. */
    RELU("ReLU", "Relu", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.HOMOGENEOUS),
    /** {@code y = tanh(x)}; {@code dy/dx = 1 - y^2}. */
    TANH("Tanh", "Tanh", Trait.RISING, Trait.DERIVED_FROM_RESULT, Trait.TRANSCENDENTAL),
    /** {@code y = x s}, {@code s = 1 / (1 + exp(-x))}; {@code dy/dx = s (1 + x (1 - s))} (Hendrycks and Gimpel, 2016). */
    SILU("SiLU", "Sigmoid", Trait.GATE, Trait.TRANSCENDENTAL),
    /**
     * {@code y = x min(max(x + 3, 0), 6) / 6}; {@code dy/dx} is 0 below -3, 1 above 3, and {@code x / 3 + 1 / 2} between (Howard et
     * al., "Searching for MobileNetV3", 2019, section 5.2).
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

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives a set that nobody can change.
    private final Set<Trait> traits;

    ActivationFunction(String torchName, String onnxOperator, Trait... traits) {
        this.torchName = torchName;
        this.onnxOperator = onnxOperator;
        this.traits = Set.of(traits);
    }

    /** The name of PyTorch's module. */
    public String torchName() {
        return torchName;
    }

    /** ONNX's operator of version 14 that computes it, or its factor beside x where it {@link #isGate()}. */
    public String onnxOperator() {
        return onnxOperator;
    }

    /** Whether it is x times the function that {@link #onnxOperator()} names. */
    public boolean isGate() {
        return traits.contains(Trait.GATE);
    }

    /** Whether it never falls, so that it commutes with a maximum. */
    public boolean isRising() {
        return traits.contains(Trait.RISING);
    }

    /** Whether it takes an exponential function, whose code is slow between the sums of a block that isn't full. */
    public boolean isTranscendental() {
        return traits.contains(Trait.TRANSCENDENTAL);
    }

    /**
     * Whether its derivative follows from its result. Of any other, backward reads x: a training program has it as an operation of
     * its own, whose input stays.
     */
    public boolean isDerivedFromResult() {
        return traits.contains(Trait.DERIVED_FROM_RESULT);
    }

    /** Whether it commutes with multiplication by a number of at least 0, and so with dropout. */
    public boolean isPositivelyHomogeneous() {
        return traits.contains(Trait.HOMOGENEOUS);
    }
}
