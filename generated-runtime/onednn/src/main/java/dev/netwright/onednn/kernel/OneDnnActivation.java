package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A handle of values between kernels; several handles may share the values. */
public final class OneDnnActivation {
    private final Shape shape;
    private final Values values;
    private final boolean accumulating;

    private OneDnnActivation(Shape shape, Values values, boolean accumulating) {
        this.shape = shape;
        this.values = values;
        this.accumulating = accumulating;
    }

    /** Values of their own; plain ones are those that the host writes or reads. */
    static OneDnnActivation of(Shape shape, boolean hasGradient, boolean plain) {
        return new OneDnnActivation(shape, new Values(hasGradient, plain), false);
    }

    /** The same values for a reader that adds to the gradient. */
    OneDnnActivation asAccumulating() {
        return new OneDnnActivation(shape, values, true);
    }

    public Shape shape() {
        return shape;
    }

    boolean hasGradient() {
        return values.hasGradient;
    }

    /** Whether its reader's backward adds to the gradient that a later reader has written. */
    boolean isAccumulating() {
        return accumulating && values.hasGradient;
    }

    boolean isPlain() {
        return values.plain;
    }

    public Tensor value() {
        return present(values.value, "has not been computed");
    }

    Tensor gradient() {
        return present(values.gradient, "has no gradient");
    }

    void setValue(Tensor value) {
        values.value = value;
    }

    void setGradient(Tensor gradient) {
        values.gradient = gradient;
    }

    /** Notes a kernel that reads it. */
    void addReader() {
        values.readers++;
    }

    /** Notes that one of its readers is a pool. */
    void addPool(PoolKind kind) {
        values.pools.add(kind);
    }

    /** Notes that a rectifier made it. */
    void setRectified() {
        values.rectified = true;
    }

    /**
     * Whether its gradient passes its rectifier already where its one reader, a maximum, hands it on: the maximum is 0 where the
     * rectifier let nothing pass, which the smaller output of the pool tells as well.
     */
    boolean isRectifiedByItsReader() {
        return values.rectified && isReadByOneMaximum();
    }

    /** Whether its one reader is a maximum, behind which any rising function of it may come as well. */
    boolean isReadByOneMaximum() {
        return values.readers == 1 && values.pools.contains(PoolKind.MAX);
    }

    /** Whether its one reader is a pool. */
    boolean isReadByOnePool() {
        return values.readers == 1 && !values.pools.isEmpty();
    }

    /** Leaves a rising function of the values to their one reader, a maximum, which has fewer of them. */
    void leaveToReader(ActivationFunction function) {
        values.left = function;
    }

    /** The function that is left to the reader. */
    ActivationFunction leftToReader() {
        return values.left;
    }

    /** Notes the sum that its convolution may compute. */
    void setSum(AwaitedSum sum) {
        values.sum = sum;
    }

    /** The sum that its convolution may compute. */
    Optional<AwaitedSum> sum() {
        return Optional.ofNullable(values.sum);
    }

    /** Whether a kernel has been planned that computes it. */
    boolean isComputed() {
        return values.value != null;
    }

    private Tensor present(@Nullable Tensor tensor, String fault) {
        if (tensor == null) {
            throw new IllegalStateException("an activation of " + shape + " " + fault);
        }
        return tensor;
    }

    /** What handles share. */
    private static final class Values {
        private final boolean hasGradient;
        private final boolean plain;
        private final Set<PoolKind> pools = EnumSet.noneOf(PoolKind.class);
        private @Nullable Tensor value;
        private @Nullable Tensor gradient;
        private @Nullable AwaitedSum sum;
        private int readers;
        private boolean rectified;
        private ActivationFunction left = ActivationFunction.IDENTITY;

        Values(boolean hasGradient, boolean plain) {
            this.hasGradient = hasGradient;
            this.plain = plain;
        }
    }
}
