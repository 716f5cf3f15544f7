package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Mode;
import dev.netwright.operation.ShortSums;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.Optional;

/**
 * Convolution, bias and activation as one primitive. Backward has one primitive for the gradients of weight and bias,
 * and one for the input's gradient. Weights are stored in the layout of the training forward pass; in a
 * prediction, a faster layout replaces it.
 */
final class ConvolutionKernel {
    private final Kernel kernel;
    private final Handle input;
    private final Handle output;
    private final boolean isAccumulating;
    private final boolean hasBias;
    private final ActivationFunction function;
    private final ConvolutionProblem problem;
    private final Weights stored;

    private ConvolutionKernel(
            Kernel kernel,
            Convolution operation,
            ActivationFunction function,
            Handle input,
            Handle output,
            boolean isAccumulating) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.isAccumulating = isAccumulating;
        this.function = function;
        hasBias = operation.bias() == Bias.TRAINED;
        problem = new ConvolutionProblem(
                kernel.batch(), input.shape(), output.shape(), operation.window(), operation.groups(), false, hasBias);
        stored = stored(operation);
    }

    /**
     * The stored layout; grouped weights are stored as if there were no groups, because only primitives have layouts
     * for groups.
     */
    static Weights stored(Convolution operation) {
        int inputs = operation.input().shape().channels() / operation.groups();
        int places = operation.window().kernelHeight() * operation.window().kernelWidth();
        Weights.Order order = inputs < Layout.BLOCK ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS;
        return new Weights(order, 1, operation.output().shape().channels(), inputs, places);
    }

    static void plan(Kernel kernel, Convolution operation, Handle input, Handle output, boolean isAccumulating) {
        ConvolutionKernel convolution =
                new ConvolutionKernel(kernel, operation, operation.function(), input, output, isAccumulating);
        convolution.addForward();
        if (kernel.isTraining()) {
            convolution.addBackward();
        }
    }

    /**
     * Plans a convolution with the norm after it; the norm's numbers are folded into a separate copy of the weights.
     */
    static void planFolded(
            Kernel kernel, Convolution operation, ActivationFunction function, Handle input, Handle output) {
        ConvolutionKernel convolution = new ConvolutionKernel(kernel, operation, function, input, output, false);
        Optional<Tiling> tiles = convolution.tiles(Direction.FORWARD);
        if (tiles.isPresent()) {
            kernel.own(Layout.vector(output.shape().channels()));
            convolution.compute(tiles.get());
            return;
        }
        Code code = convolution.forwardCode(convolution.problem.withBias(true));
        kernel.weights(convolution.stored, code.weights());
        kernel.own(Layout.vector(output.shape().channels()));
        convolution.compute(code);
    }

    private void addForward() {
        Optional<Tiling> tiles = tiles(Direction.FORWARD);
        if (tiles.isPresent()) {
            compute(tiles.get());
            return;
        }
        Code code = forwardCode(problem);
        if (kernel.isTraining()) {
            grouped(kernel.forward(), code.weights());
        } else if (!code.weights().equals(stored)) {
            kernel.weights(stored, code.weights());
        }
        compute(code);
    }

    private Code forwardCode(ConvolutionProblem asked) {
        return ConvolutionWays.forward(asked, input.value().layout(), wanted(kernel.isTraining()));
    }

    private void compute(Code code) {
        Pass pass = kernel.forward();
        Tensor x = source(pass, code.in());
        Optional<Tensor> sum = output.sumOver(code.out());
        Tensor y = sum.orElseGet(() -> kernel.output(output, code.out()));
        pass.primitive(code.scratchBytes(), x, y);
        if (sum.isPresent()) {
            output.becomeSum(y);
        } else if (function.isTranscendental()
                && function.isRising()
                && !kernel.isTraining()
                && output.isReadByOneMaximum()) {
            output.leaveToReader();
        } else if (isSeparate(function, y.layout())) {
            kernel.apply(function, y, y);
        }
        kernel.deliver(output, y);
    }

    /** Whether a convolution that writes this layout leaves an activation to a primitive of its own. */
    static boolean isSeparate(ActivationFunction function, Layout produced) {
        return (function.isTranscendental() || !function.isZeroAtZero()) && produced.isPadded();
    }

    private Optional<Tiling> tiles(Direction direction) {
        ConvolutionWork work = new ConvolutionWork(
                problem.images(), problem.input(), problem.output(), problem.window(), problem.groups());
        Mode mode = kernel.isTraining() ? Mode.TRAINING : Mode.INFERENCE;
        return CostTable.AVX2.tiling(direction, work, OneDnnReference.THREADS, mode);
    }

    /** Minimal filtering in tiles: transformed weights and each thread's block of tiles and products. */
    private void compute(Tiling tiling) {
        Pass pass = kernel.forward();
        if (kernel.isTraining()) {
            pass.scratch(tiling.weightFloats() * Float.BYTES);
        } else {
            kernel.own(tiling.weightFloats() * Float.BYTES);
        }
        Tensor x = pass.in(problem.in(Order.BLOCKS), input.value());
        Optional<Tensor> sum = output.sumOver(problem.out(Order.BLOCKS));
        Tensor y = sum.orElseGet(() -> kernel.output(output, problem.out(Order.BLOCKS)));
        filter(pass, tiling, x, y);
        if (sum.isPresent()) {
            // The activation of a sum is computed in place.
            output.becomeSum(y);
            return;
        }
        boolean isLeft = function.isTranscendental()
                && function.isRising()
                && !kernel.isTraining()
                && output.isReadByOneMaximum();
        if (isLeft) {
            output.leaveToReader();
        } else if (!function.isRelu() && !function.isIdentity()) {
            kernel.apply(function, y, y);
        }
        kernel.deliver(output, y);
    }

    private static void filter(Pass pass, Tiling tiling, Tensor x, Tensor y) {
        for (int i = 0; i < Math.min(OneDnnReference.THREADS, tiling.blocks()); i++) {
            pass.scratch(tiling.inputFloats() * Float.BYTES);
            pass.scratch(tiling.outputFloats() * Float.BYTES);
        }
        pass.needs(x, y);
    }

    private void addTilesOfInputGradient(Tiling tiling, Tensor gradient) {
        Pass pass = kernel.backward();
        Tensor g = pass.in(problem.out(Order.BLOCKS), gradient);
        scratch(pass, stored.in(Weights.Order.INPUTS_LAST));
        pass.scratch(tiling.weightFloats() * Float.BYTES);
        Tensor target = kernel.gradientTarget(input, problem.in(Order.BLOCKS), isAccumulating);
        filter(pass, tiling, g, target);
        kernel.deliverGradient(input, target, isAccumulating);
    }

    /** A chunk's tiles of the input and of the gradient, their sums, and a product of each thread. */
    private void addTilesOfWeightGradient(Tiling tiling, Tensor gradient) {
        Pass pass = kernel.backward();
        Tensor x = pass.in(problem.in(Order.BLOCKS), input.value());
        Tensor g = pass.in(problem.out(Order.BLOCKS), gradient);
        if (hasBias) {
            BiasSum.add(pass, gradient);
        }
        pass.scratch(tiling.inputFloats() * tiling.blocksOfChunk() * Float.BYTES);
        pass.scratch(tiling.outputFloats() * tiling.blocksOfChunk() * Float.BYTES);
        pass.scratch(tiling.weightFloats() * Float.BYTES);
        for (int i = 0; i < OneDnnReference.THREADS; i++) {
            pass.scratch((long) tiling.inputs() * tiling.outputs() * Float.BYTES);
        }
        pass.needs(x, g);
    }

    private void addBackward() {
        Tensor gradient = output.gradient();
        if (!(function.isRelu() && output.isRectifiedByItsReader())) {
            kernel.differentiate(function, output.value(), gradient);
        }
        addWeightGradient(gradient);
        if (input.hasGradient()) {
            addInputGradient(gradient);
        }
    }

    private void addWeightGradient(Tensor gradient) {
        Pass pass = kernel.backward();
        Optional<Tiling> tiles = tiles(Direction.WEIGHT_GRADIENT);
        if (tiles.isPresent()) {
            addTilesOfWeightGradient(tiles.get(), gradient);
            return;
        }
        Layout out = gradient.layout();
        boolean isLong = ShortSums.areNeeded((long) out.images() * out.height() * out.width());
        Code code = ConvolutionWays.weightGradient(
                problem.withBias(hasBias && !isLong), input.value().layout(), wanted(true), out);
        if (isSummedOverImages(code, out)) {
            addSumOverImages(pass, gradient);
            return;
        }
        Tensor x = pass.in(code.in(), input.value());
        Tensor g = pass.in(code.out(), gradient);
        Optional<Tensor> w = code.weights().equals(stored) ? Optional.empty() : Optional.of(weights(pass, code));
        if (hasBias && isLong) {
            BiasSum.add(pass, gradient);
        }
        pass.primitive(code.scratchBytes(), x, g);
        w.ifPresent(pass::needs);
        if (w.isPresent() && problem.groups() > 1) {
            bringFromGroups(pass, code.weights(), w.get());
        }
    }

    /** Whether the library lacks depthwise code for the window, and computes the gradient of each image as a forward pass. */
    private boolean isSummedOverImages(Code code, Layout out) {
        return problem.isDepthwise()
                && code.weights().order() != Weights.Order.DEPTHWISE
                && input.value().layout().order() == Order.BLOCKS
                && out.order() == Order.BLOCKS
                && DepthwiseCode.isGradientTaken(problem);
    }

    /** The gradients of all images, their sum, and the ones that the sum is a product with. */
    private void addSumOverImages(Pass pass, Tensor gradient) {
        if (hasBias) {
            BiasSum.add(pass, gradient);
        }
        Weights sum = problem.weights(Weights.Order.DEPTHWISE);
        kernel.own(Layout.vector(kernel.batch()));
        pass.scratch(kernel.batch() * sum.bytes());
        pass.needs(input.value(), gradient);
        bringFromGroups(pass, sum, pass.scratch(Layout.vector(sum.bytes() / Float.BYTES)));
    }

    private void addInputGradient(Tensor gradient) {
        Optional<Tiling> tiles = tiles(Direction.INPUT_GRADIENT);
        if (tiles.isPresent()) {
            addTilesOfInputGradient(tiles.get(), gradient);
            return;
        }
        Pass pass = kernel.backward();
        Code code = ConvolutionWays.inputGradient(problem, input.gradient().layout(), wanted(true), gradient.layout());
        Tensor g = pass.in(code.out(), gradient);
        grouped(pass, code.weights());
        Tensor target = kernel.gradientTarget(input, code.in(), isAccumulating);
        pass.primitive(code.scratchBytes(), g, target);
        kernel.deliverGradient(input, target, isAccumulating);
    }

    /** The stored layout if requested and if there are no groups, otherwise any layout. */
    private Weights wanted(boolean asStored) {
        return asStored && problem.groups() == 1 ? stored : problem.weights(Weights.Order.ANY);
    }

    /**
     * The input in the primitive's layout. An input to be padded by hand is copied into larger memory whose border
     * stays 0.
     */
    private Tensor source(Pass pass, Layout wanted) {
        Tensor value = input.value();
        if (wanted.hasSidesOf(value.layout())) {
            return pass.in(wanted, value);
        }
        Tensor padded = kernel.own(wanted);
        pass.copy(value, padded);
        return padded;
    }

    /**
     * Converts the stored weights for a primitive. Grouped weights pass through their plain order, in which groups are
     * one more dimension.
     */
    private void grouped(Pass pass, Weights wanted) {
        if (wanted.equals(stored)) {
            return;
        }
        if (problem.groups() > 1) {
            scratch(pass, stored.in(Weights.Order.PLAIN));
        }
        if (problem.groups() == 1 || wanted.order() != Weights.Order.PLAIN) {
            scratch(pass, wanted);
        }
    }

    private static void bringFromGroups(Pass pass, Weights computed, Tensor gradient) {
        if (computed.order() != Weights.Order.PLAIN) {
            scratch(pass, computed.in(Weights.Order.PLAIN));
        }
        pass.needs(gradient);
    }

    private static void scratch(Pass pass, Weights weights) {
        pass.needs(pass.place(Kind.COPY, Layout.vector(weights.bytes() / Float.BYTES)));
    }

    private static Tensor weights(Pass pass, Code code) {
        return pass.scratch(Layout.vector(code.weights().bytes() / Float.BYTES));
    }
}
