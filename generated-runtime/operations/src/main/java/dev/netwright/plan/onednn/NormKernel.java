package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ShortSums;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.ArrayList;
import java.util.List;

/** Batch norm, with a rectifier in the same primitive. Training splits long sums into {@link Pieces}. */
final class NormKernel {
    private final Kernel kernel;
    private final Handle input;
    private final Handle output;
    private final ActivationFunction function;
    private final boolean isAccumulating;
    private final Tensor x;

    private NormKernel(Kernel kernel, BatchNorm operation, Handle input, Handle output, boolean isAccumulating) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.isAccumulating = isAccumulating;
        function = operation.function();
        Tensor values = kernel.value(input, output);
        x = isInPieces() ? kernel.forward().in(Pieces.layout(values.layout()), values) : values;
    }

    static void plan(Kernel kernel, BatchNorm operation, Handle input, Handle output, boolean isAccumulating) {
        NormKernel norm = new NormKernel(kernel, operation, input, output, isAccumulating);
        if (!kernel.isTraining()) {
            norm.addInference();
        } else if (norm.isInPieces()) {
            norm.addInPieces();
        } else {
            norm.addWhole();
        }
    }

    private boolean isInPieces() {
        return kernel.isTraining()
                && ShortSums.areNeeded((long) kernel.batch()
                        * output.shape().height()
                        * output.shape().width());
    }

    /** Uses the running statistics. A vector's norm is a prepared factor and offset for each feature. */
    private void addInference() {
        if (x.layout().isPlain() && output.shape().height() * output.shape().width() == 1) {
            Layout numbers = Layout.vector(output.shape().channels());
            kernel.own(numbers);
            kernel.own(numbers);
            Tensor y = kernel.output(output, x.layout());
            kernel.forward().needs(x, y);
            kernel.deliver(output, y);
        } else {
            addForward(true, List.of());
        }
    }

    private void addWhole() {
        List<Tensor> kept = new ArrayList<>(List.of(saved(channels()), saved(channels())));
        addMask(kept);
        addForward(false, kept);
        Pass pass = kernel.backward();
        Tensor g = pass.in(x.layout(), differentiated());
        Tensor target = input.hasGradient()
                ? kernel.gradientTarget(input, x.layout(), isAccumulating)
                : pass.scratch(x.layout());
        pass.needs(kept.toArray(Tensor[]::new));
        pass.primitive(NormCode.backward(x.layout()), x, g, target);
        deliverGradient(target);
    }

    private void addInPieces() {
        Pass forward = kernel.forward();
        List<Tensor> statistics = List.of(saved(channels()), saved(channels()), saved(channels()));
        Pieces pieces = Pieces.of(x.layout());
        addStatistics(pieces);
        forward.needs(statistics.toArray(Tensor[]::new));
        List<Tensor> kept = new ArrayList<>();
        addMask(kept);
        addForward(true, kept);
        Pass backward = kernel.backward();
        Tensor g = backward.in(x.layout(), differentiated());
        if (input.hasGradient()) {
            Tensor target = kernel.gradientTarget(input, x.layout(), isAccumulating);
            addSums(pieces, g, kept, target);
            backward.needs(backward.scratch(pieces.values(pieces.blocksOfSlab())));
            chain(backward, pieces, blocks -> NormCode.forward(pieces.values(blocks), true));
            deliverGradient(target);
        } else {
            addSums(pieces, g, kept, backward.scratch(pieces.values(pieces.blocksOfSlab())));
        }
    }

    private void addStatistics(Pieces pieces) {
        Pass pass = kernel.forward();
        pass.needs(
                x,
                pass.scratch(pieces.values(pieces.blocksOfSlab())),
                pass.scratch(pieces.vector(pieces.blocks())),
                pass.scratch(pieces.vector(pieces.blocks())),
                pass.scratch(pieces.vector(pieces.blocks())));
        chain(pass, pieces, blocks -> NormCode.forward(pieces.values(blocks), false));
    }

    /** Computes the two sums of the backward pass, and the first term of the input's gradient. */
    private void addSums(Pieces pieces, Tensor g, List<Tensor> kept, Tensor target) {
        Pass pass = kernel.backward();
        pass.needs(x, g, target);
        pass.needs(kept.toArray(Tensor[]::new));
        pass.needs(
                pass.scratch(pieces.pattern()),
                pass.scratch(pieces.pattern()),
                pass.scratch(pieces.pattern()),
                pass.scratch(pieces.pattern()),
                pass.scratch(pieces.vector(pieces.blocks())),
                pass.scratch(pieces.vector(pieces.blocks())));
        chain(pass, pieces, blocks -> NormCode.backward(pieces.values(blocks)));
    }

    /** The scratch bytes of a primitive over a number of blocks. */
    private interface Room {
        long of(int blocks);
    }

    private static void chain(Pass pass, Pieces pieces, Room room) {
        pass.scratch(room.of(pieces.blocksOfSlab()));
        if (pieces.rest() > 0) {
            pass.scratch(room.of(pieces.rest()));
        }
    }

    private void addForward(boolean takesStatistics, List<Tensor> kept) {
        Pass pass = kernel.forward();
        Tensor y = kernel.output(output, x.layout());
        pass.needs(kept.toArray(Tensor[]::new));
        pass.primitive(NormCode.forward(x.layout(), takesStatistics), x, y);
        if (!function.isIdentity() && !function.isRelu()) {
            kernel.apply(function, y, y);
        }
        kernel.deliver(output, y);
    }

    private void addMask(List<Tensor> kept) {
        if (function.isRelu()) {
            long bytes = NormCode.mask(x.layout());
            kept.add(saved(Layout.vector((bytes + Float.BYTES - 1) / Float.BYTES)));
        }
    }

    private void deliverGradient(Tensor target) {
        if (input.hasGradient()) {
            kernel.deliverGradient(input, target, isAccumulating);
        }
    }

    /**
     * The gradient of the norm before its activation, computed in place. For a rectifier, the library uses the mask
     * instead.
     */
    private Tensor differentiated() {
        if (!function.isRelu()) {
            kernel.differentiate(function, output.value(), output.gradient());
        }
        return output.gradient();
    }

    private Tensor saved(Layout layout) {
        return kernel.forward().place(Kind.SAVED, layout);
    }

    private Layout channels() {
        return Layout.vector(output.shape().channels());
    }
}
