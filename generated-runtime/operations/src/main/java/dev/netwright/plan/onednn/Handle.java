package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value during planning: its readers, and the memory of the value and its gradient. */
final class Handle {
    private final Shape shape;
    private final boolean hasGradient;
    private final boolean isHosts;
    private final boolean isRectified;
    private final boolean isReadByOnePool;
    private final boolean isReadByOneMaximum;
    private boolean isLeftToReader;
    private boolean isSum;
    private @Nullable Tensor value;
    private @Nullable Tensor gradient;
    private @Nullable AwaitedSum sum;

    /** A sum with another handle, which a convolution may compute there: {@link ResidualSum}. */
    private record AwaitedSum(Handle other, ActivationFunction function) {}

    private Handle(Shape shape, boolean hasGradient, boolean isHosts, boolean isRectified, List<Operation> readers) {
        this.shape = shape;
        this.hasGradient = hasGradient;
        this.isHosts = isHosts;
        this.isRectified = isRectified;
        isReadByOnePool = readers.size() == 1 && readers.get(0) instanceof Pool;
        isReadByOneMaximum = readers.size() == 1 && readers.get(0) instanceof Pool pool && pool.kind() == PoolKind.MAX;
    }

    /** The images. */
    static Handle images(Program program) {
        Value images = program.images();
        return new Handle(images.shape(), false, true, false, List.of());
    }

    /** The output of an operation. */
    static Handle of(Program program, Operation operation) {
        Value output = operation.output();
        boolean ofConvolution = operation instanceof Convolution || operation instanceof ConvolutionNorm;
        boolean rectified = ofConvolution && operation.function().isRelu();
        // If the host or a loss reads the value, no other reader can take over its function.
        List<Operation> readers = program.isOutput(output) ? List.of() : program.readers(output);
        boolean isHosts = !program.isTraining() && program.isOutput(output);
        return new Handle(output.shape(), program.isTraining(), isHosts, rectified, readers);
    }

    /** A value inside a kernel of several stages. */
    static Handle between(Shape shape, boolean hasGradient) {
        return new Handle(shape, hasGradient, false, false, List.of());
    }

    Shape shape() {
        return shape;
    }

    boolean hasGradient() {
        return hasGradient;
    }

    /** Whether the host reads or writes it, always in planes. */
    boolean isHosts() {
        return isHosts;
    }

    /** Whether its only reader is a pool. */
    boolean isReadByOnePool() {
        return isReadByOnePool;
    }

    /** Whether its only reader is a max-pool, which commutes with any non-decreasing function of the value. */
    boolean isReadByOneMaximum() {
        return isReadByOneMaximum;
    }

    /** Whether its only reader, a max-pool, computes the rectifier's backward too. */
    boolean isRectifiedByItsReader() {
        return isRectified && isReadByOneMaximum;
    }

    /** Whether its only reader applies its activation. */
    boolean isLeftToReader() {
        return isLeftToReader;
    }

    void leaveToReader() {
        isLeftToReader = true;
    }

    /** Notes the sum that its convolution may compute. */
    void setSum(Handle other, ActivationFunction function) {
        sum = new AwaitedSum(other, function);
    }

    /** The other term's memory, if the convolution can compute the sum and its activation there. */
    Optional<Tensor> sumOver(Layout produced) {
        return Optional.ofNullable(sum)
                .filter(awaited -> !ConvolutionKernel.isSeparate(awaited.function, produced))
                .map(awaited -> awaited.other.value())
                .filter(other -> other.layout().isSameAs(produced));
    }

    /** Takes the sum for its value. */
    void becomeSum(Tensor computed) {
        value = computed;
        isSum = true;
    }

    /** Whether its value is the sum already. */
    boolean isSum() {
        return isSum;
    }

    Tensor value() {
        return present(value, "has not been computed");
    }

    Tensor gradient() {
        return present(gradient, "has no gradient");
    }

    void setValue(Tensor tensor) {
        value = tensor;
    }

    void setGradient(Tensor tensor) {
        gradient = tensor;
    }

    private Tensor present(@Nullable Tensor tensor, String fault) {
        if (tensor == null) {
            throw new IllegalStateException("a value of " + shape + " " + fault);
        }
        return tensor;
    }
}
