package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An elementwise function {@code y = f(x)}, applied to another operation's result or as an operation of its own.
 *
 * @param kind its formula
 * @param number the formula's number, if it {@linkplain ActivationKind#isNumbered() has one}: the slope of a leaky ReLU
 *     is at least 0 and below 1, an ELU's alpha a finite number above 0; otherwise 0
 */
public record ActivationFunction(ActivationKind kind, double number) {
    /** {@link ActivationKind#IDENTITY}. */
    public static final ActivationFunction IDENTITY = of(ActivationKind.IDENTITY);

    /** {@link ActivationKind#SIGMOID}. */
    public static final ActivationFunction SIGMOID = of(ActivationKind.SIGMOID);

    /** {@link ActivationKind#RELU}. */
    public static final ActivationFunction RELU = of(ActivationKind.RELU);

    /** {@link ActivationKind#TANH}. */
    public static final ActivationFunction TANH = of(ActivationKind.TANH);

    /** {@link ActivationKind#SILU}. */
    public static final ActivationFunction SILU = of(ActivationKind.SILU);

    /** {@link ActivationKind#HARD_SWISH}. */
    public static final ActivationFunction HARD_SWISH = of(ActivationKind.HARD_SWISH);

    /** {@link ActivationKind#RELU6}. */
    public static final ActivationFunction RELU6 = of(ActivationKind.RELU6);

    /** {@link ActivationKind#GELU}. */
    public static final ActivationFunction GELU = of(ActivationKind.GELU);

    /** {@link ActivationKind#GELU_TANH}. */
    public static final ActivationFunction GELU_TANH = of(ActivationKind.GELU_TANH);

    /** {@link ActivationKind#HARD_SIGMOID}. */
    public static final ActivationFunction HARD_SIGMOID = of(ActivationKind.HARD_SIGMOID);

    /** {@link ActivationKind#MISH}. */
    public static final ActivationFunction MISH = of(ActivationKind.MISH);

    /**
     * Checks the number.
     *
     * @param kind its formula
     * @param number the formula's number
     * @throws IllegalArgumentException if the number is out of its range
     */
    public ActivationFunction {
        String range = range(kind, number);
        if (!range.isEmpty()) {
            throw new IllegalArgumentException(kind + ": expected " + range + ", found " + number);
        }
    }

    /**
     * A function whose formula has no number.
     *
     * @param kind the formula
     * @return the function
     * @throws IllegalArgumentException if the formula has a number above 0
     */
    public static ActivationFunction of(ActivationKind kind) {
        return new ActivationFunction(kind, 0);
    }

    /**
     * {@link ActivationKind#LEAKY_RELU}.
     *
     * @param slope the factor of x below 0, at least 0 and below 1
     * @return the function
     * @throws IllegalArgumentException if the slope is out of its range
     */
    public static ActivationFunction leakyRelu(double slope) {
        return new ActivationFunction(ActivationKind.LEAKY_RELU, slope);
    }

    /**
     * {@link ActivationKind#ELU}.
     *
     * @param alpha the function falls to {@code -alpha}; a finite number above 0
     * @return the function
     * @throws IllegalArgumentException if alpha is out of its range
     */
    public static ActivationFunction elu(double alpha) {
        return new ActivationFunction(ActivationKind.ELU, alpha);
    }

    /** The range that a number is out of; empty if it is in its range. */
    private static String range(ActivationKind kind, double number) {
        return switch (kind) {
            case LEAKY_RELU -> number >= 0 && number < 1 ? "" : "a slope of at least 0 and below 1";
            case ELU -> number > 0 && Double.isFinite(number) ? "" : "a finite alpha above 0";
            case IDENTITY, SIGMOID, RELU, TANH, SILU, HARD_SWISH, RELU6, GELU, GELU_TANH, HARD_SIGMOID, MISH ->
                number == 0 ? "" : "no number but 0";
        };
    }

    /** {@return whether it is {@code y = x}} */
    public boolean isIdentity() {
        return kind == ActivationKind.IDENTITY;
    }

    /** {@return whether it is {@code y = max(x, 0)}} */
    public boolean isRelu() {
        return kind == ActivationKind.RELU;
    }

    /** {@return the name of PyTorch's module, such as {@code ReLU}} */
    public String torchName() {
        return kind.torchName();
    }

    /** {@return its kind in small letters, such as {@code leaky_relu}, with which names of layers end} */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it is non-decreasing, so that it commutes with a maximum} */
    public boolean isRising() {
        return kind.isRising();
    }

    /**
     * {@return whether it computes an exponential; oneDNN fuses one slowly into a convolution whose last channel block
     * isn't full}
     */
    public boolean isTranscendental() {
        return kind.isTranscendental();
    }

    /** {@return whether {@code f(0) = 0}; if not, it is above 0 there, and 0 far below} */
    public boolean isZeroAtZero() {
        return kind.isZeroAtZero();
    }

    /**
     * Whether its derivative follows from its result. The backward pass of any other function reads x, so a training
     * program keeps that function as an operation of its own and its input in memory.
     *
     * @return true if backward needs only y
     */
    public boolean isDerivedFromResult() {
        return kind.isDerivedFromResult();
    }

    /**
     * Whether {@code f(a x) = a f(x)} for every {@code a} of at least 0, so that it commutes with dropout. The
     * derivative of such a function follows from the sign of its result.
     *
     * @return true if it commutes with dropout
     */
    public boolean isPositivelyHomogeneous() {
        return kind.isPositivelyHomogeneous();
    }

    /** {@return {@link #word()}, followed by the number if the formula has one: {@code leaky_relu 0.1}} */
    public String words() {
        return kind.isNumbered()
                ? word() + " " + BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : word();
    }

    /** {@return the name of its kind, followed by the number if the formula has one} */
    @Override
    public String toString() {
        return kind.isNumbered() ? kind + " " + number : kind.name();
    }
}
