package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * ND4J's kernels, of which one at a time may be wrong: it multiplies by a little more than 1 what its forward computes, or what its
 * backward gives to an input or a parameter, or what an optimizer changes.
 */
final class FaultyKernels implements KernelSet {
    private final KernelSet right = Nd4jKernelSet.create();
    private final InjectedFaults faults;

    FaultyKernels(InjectedFaults faults) {
        this.faults = faults;
    }

    @Override
    public String name() {
        return "faulty " + right.name();
    }

    @Override
    public String device() {
        return right.device();
    }

    @Override
    public SortedMap<String, String> environment() {
        return right.environment();
    }

    @Override
    public ParameterMemory allocate(ParameterTable table) {
        return new FaultyParameters(right.allocate(table), faults);
    }

    @Override
    public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
        Programs faulty = new Programs(
                binding -> programs.training().apply(new FaultyBinding(binding, "training", faults)),
                binding -> programs.inference().apply(new FaultyBinding(binding, "inference", faults)));
        return right.workspace(((FaultyParameters) parameters).right(), faulty, options);
    }

    /** Hands out the kernels of another binding, each with its name in front of what may be wrong. */
    private static final class FaultyBinding implements Binding {
        private final Binding right;
        private final String program;
        private final InjectedFaults faults;
        private int losses;

        FaultyBinding(Binding right, String program, InjectedFaults faults) {
            this.right = right;
            this.program = program;
            this.faults = faults;
        }

        private FaultyKernel faulty(String kind, String layer, Kernel kernel, Activation output, Activation... inputs) {
            return new FaultyKernel(
                    program + " " + kind,
                    layer,
                    kernel,
                    new TensorAccess(output),
                    Stream.of(inputs).map(TensorAccess::new).toList(),
                    faults);
        }

        @Override
        public Activation images(Shape shape, Slot value) {
            return right.images(shape, value);
        }

        @Override
        public Activation activation(Shape shape, Slot value, Slot gradient) {
            return right.activation(shape, value, gradient);
        }

        @Override
        public Activation activation(Shape shape, Slot value) {
            return right.activation(shape, value);
        }

        @Override
        public Activation logits(Shape shape, Slot value, Slot gradient) {
            return right.logits(shape, value, gradient);
        }

        @Override
        public Activation logits(Shape shape, Slot value) {
            return right.logits(shape, value);
        }

        @Override
        public Activation slice(Activation whole, int firstChannel, Shape shape) {
            return right.slice(whole, firstChannel, shape);
        }

        @Override
        public Activation accumulating(Activation activation) {
            return right.accumulating(activation);
        }

        @Override
        public ConvBiasActivation convolution(
                String layer, Activation input, Activation output, Window window, ActivationFunction function) {
            Kernel kernel = right.convolution(layer, input, output, window, function);
            return faulty("convolution", layer, kernel, output, input);
        }

        @Override
        public ConvNormActivation convolutionNorm(
                String layer,
                String norm,
                Activation input,
                Activation output,
                Window window,
                double epsilon,
                ActivationFunction function) {
            Kernel kernel = right.convolutionNorm(layer, norm, input, output, window, epsilon, function);
            return faulty("convolutionNorm", layer, kernel, output, input);
        }

        @Override
        public NormActivation norm(
                String norm,
                Activation input,
                Activation output,
                double epsilon,
                double momentum,
                RunningVariance runningVariance,
                ActivationFunction function) {
            Kernel kernel = right.norm(norm, input, output, epsilon, momentum, runningVariance, function);
            return faulty("norm", norm, kernel, output, input);
        }

        @Override
        public NormActivation norm(
                String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
            return faulty("norm", norm, right.norm(norm, input, output, epsilon, function), output, input);
        }

        @Override
        public AddActivation add(
                String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
            Kernel kernel = this.right.add(layer, left, right, output, function);
            return faulty("add", layer, kernel, output, left, right);
        }

        @Override
        public Concat concat(String layer, Activation output, Activation... inputs) {
            return faulty("concat", layer, right.concat(layer, output, inputs), output, inputs);
        }

        @Override
        public ElementwiseActivation elementwise(
                String layer, Activation input, Activation output, ActivationFunction function) {
            return faulty("elementwise", layer, right.elementwise(layer, input, output, function), output, input);
        }

        @Override
        public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
            return faulty(kind + " pool", layer, right.pool(layer, input, output, kind, window), output, input);
        }

        @Override
        public LocalResponseNorm localResponseNorm(
                String layer,
                Activation input,
                Activation output,
                int size,
                double alpha,
                double beta,
                double k,
                Slot scale) {
            Kernel kernel = right.localResponseNorm(layer, input, output, size, alpha, beta, k, scale);
            return faulty("localResponseNorm", layer, kernel, output, input);
        }

        @Override
        public LocalResponseNorm localResponseNorm(
                String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
            Kernel kernel = right.localResponseNorm(layer, input, output, size, alpha, beta, k);
            return faulty("localResponseNorm", layer, kernel, output, input);
        }

        @Override
        public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
            return faulty("linear", layer, right.linear(layer, input, output, function), output, input);
        }

        @Override
        public Dropout dropout(
                String layer, Activation input, Activation output, double rate, int position, Slot mask) {
            Kernel kernel = right.dropout(layer, input, output, rate, position, mask);
            return faulty("dropout", layer, kernel, output, input);
        }

        @Override
        public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities) {
            Kernel kernel = right.softmaxCrossEntropy(logits, logProbabilities);
            return faulty("softmaxCrossEntropy", loss(), kernel, logits, logits);
        }

        @Override
        public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities, double weight) {
            Kernel kernel = right.softmaxCrossEntropy(logits, logProbabilities, weight);
            return faulty("softmaxCrossEntropy", loss(), kernel, logits, logits);
        }

        @Override
        public SquaredError squaredError(Activation output, Slot difference, double factor) {
            return faulty("squaredError", loss(), right.squaredError(output, difference, factor), output, output);
        }

        private String loss() {
            return "loss" + ++losses;
        }
    }

    /** A kernel with a fault before or behind it. */
    private static final class FaultyKernel
            implements AddActivation,
                    Concat,
                    ConvBiasActivation,
                    ConvNormActivation,
                    Dropout,
                    ElementwiseActivation,
                    Linear,
                    LocalResponseNorm,
                    NormActivation,
                    Pool,
                    SoftmaxCrossEntropy,
                    SquaredError {
        private final String kind;
        private final String layer;
        private final Kernel right;
        private final TensorAccess output;
        private final List<TensorAccess> inputs;
        private final InjectedFaults faults;

        FaultyKernel(
                String kind,
                String layer,
                Kernel right,
                TensorAccess output,
                List<TensorAccess> inputs,
                InjectedFaults faults) {
            this.kind = kind;
            this.layer = layer;
            this.right = right;
            this.output = output;
            this.inputs = inputs;
            this.faults = faults;
        }

        @Override
        public void forward() {
            right.forward();
            if (!isLoss() && faults.isIn(kind + ", output", layer)) {
                output.multiplyValue(faults.factor());
            }
        }

        @Override
        public void backward() {
            List<Runnable> injections = inputs.stream()
                    .filter(TensorAccess::hasGradient)
                    .filter(input -> faults.isIn(kind + ", gradient of an input", layer + " " + inputs.indexOf(input)))
                    .map(input -> input.multiplyWhatIsAdded(faults.factor()))
                    .toList();
            right.backward();
            injections.forEach(Runnable::run);
        }

        @Override
        public double mean() {
            double mean = ((SoftmaxCrossEntropy) right).mean();
            return faults.isIn(kind + ", loss", layer) ? mean * faults.factor() : mean;
        }

        @Override
        public int correct() {
            return ((SoftmaxCrossEntropy) right).correct();
        }

        @Override
        public double sum() {
            double sum = ((SquaredError) right).sum();
            return faults.isIn(kind + ", loss", layer) ? sum * faults.factor() : sum;
        }

        private boolean isLoss() {
            return right instanceof SoftmaxCrossEntropy || right instanceof SquaredError;
        }
    }
}
