package dev.netwright.plan.onednn;

import dev.netwright.operation.Bias;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.plan.PlannedRegion.Kind;

/**
 * A transposed convolution with the primitives of the convolution from its output to its input: forward is that one's
 * input gradient, and backward has its forward pass and its weight gradient.
 */
final class TransposedKernel {
    private final Kernel kernel;
    private final Handle input;
    private final Handle output;
    private final boolean isAccumulating;
    private final boolean hasBias;
    private final ConvolutionProblem problem;
    private final Weights stored;

    private TransposedKernel(
            Kernel kernel, TransposedConvolution operation, Handle input, Handle output, boolean isAccumulating) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.isAccumulating = isAccumulating;
        hasBias = operation.bias() == Bias.TRAINED;
        problem = new ConvolutionProblem(
                kernel.batch(), output.shape(), input.shape(), operation.window(), operation.groups(), false, false);
        stored = stored(operation);
    }

    /** The stored layout: that of the convolution's weights. */
    static Weights stored(TransposedConvolution operation) {
        int outputs = operation.output().shape().channels() / operation.groups();
        int places = operation.window().kernelHeight() * operation.window().kernelWidth();
        Weights.Order order = outputs < Layout.BLOCK ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS;
        return new Weights(order, 1, operation.input().shape().channels(), outputs, places);
    }

    static void plan(
            Kernel kernel, TransposedConvolution operation, Handle input, Handle output, boolean isAccumulating) {
        TransposedKernel transposed = new TransposedKernel(kernel, operation, input, output, isAccumulating);
        transposed.addForward();
        if (kernel.isTraining()) {
            transposed.addWeightGradient();
            if (input.hasGradient()) {
                transposed.addInputGradient();
            }
        }
    }

    private void addForward() {
        Pass pass = kernel.forward();
        Code code = ConvolutionWays.inputGradient(
                problem, problem.in(Order.BLOCKS), wanted(), input.value().layout());
        if (kernel.isTraining()) {
            brought(pass, code.weights());
        } else if (!code.weights().equals(stored)) {
            kernel.weights(stored, code.weights());
        }
        Tensor x = pass.in(code.out(), input.value());
        Tensor y = kernel.output(output, code.in());
        pass.primitive(code.scratchBytes(), x, y);
        if (hasBias && !code.in().isPlain()) {
            scratch(pass, Layout.vector(code.in().filledChannels()));
        }
        kernel.deliver(output, y);
    }

    private void addWeightGradient() {
        Pass pass = kernel.backward();
        Tensor gradient = output.gradient();
        Code code = ConvolutionWays.weightGradient(
                problem, gradient.layout(), wanted(), input.value().layout());
        Tensor g = pass.in(code.in(), gradient);
        Tensor x = pass.in(code.out(), input.value());
        if (hasBias) {
            BiasSum.add(pass, gradient);
        }
        pass.primitive(code.scratchBytes(), g, x);
        brought(pass, code.weights());
    }

    private void addInputGradient() {
        Pass pass = kernel.backward();
        Code code = ConvolutionWays.forward(problem, output.gradient().layout(), wanted());
        Tensor g = pass.in(code.in(), output.gradient());
        brought(pass, code.weights());
        Tensor target = kernel.gradientTarget(input, code.out(), isAccumulating);
        pass.primitive(code.scratchBytes(), g, target);
        kernel.deliverGradient(input, target, isAccumulating);
    }

    /** The stored layout if there are no groups, otherwise any layout. */
    private Weights wanted() {
        return problem.groups() == 1 ? stored : problem.weights(Weights.Order.ANY);
    }

    /** Weights in a primitive's layout, or a gradient in it, and those of groups in plain order between. */
    private void brought(Pass pass, Weights wanted) {
        if (wanted.equals(stored)) {
            return;
        }
        if (problem.groups() > 1) {
            scratch(pass, Layout.vector(stored.in(Weights.Order.PLAIN).bytes() / Float.BYTES));
        }
        if (problem.groups() == 1 || wanted.order() != Weights.Order.PLAIN) {
            scratch(pass, Layout.vector(wanted.bytes() / Float.BYTES));
        }
    }

    private static void scratch(Pass pass, Layout layout) {
        pass.needs(pass.place(Kind.COPY, layout));
    }
}
