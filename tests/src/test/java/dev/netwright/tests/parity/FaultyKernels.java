package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
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
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.RunningVariance;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.runtime.kernel.Window;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Kernels of which one at a time may be wrong: it multiplies by a little more than 1 what its forward computes, or what its backward gives
 * to an input or a parameter, or what an optimizer changes.
 */
final class FaultyKernels implements KernelSet {
    private final KernelSet right;
    private final Supplier<BoundTensors> tensors;
    private final InjectedFaults faults;

    private FaultyKernels(KernelSet right, Supplier<BoundTensors> tensors, InjectedFaults faults) {
        this.right = right;
        this.tensors = tensors;
        this.faults = faults;
    }

    /** ND4J's, each binding of which has its memory in its second pass. */
    static FaultyKernels nd4j(InjectedFaults faults) {
        return new FaultyKernels(Nd4jKernelSet.create(), () -> Nd4jTensorAccess::new, faults);
    }

    /** oneDNN's. */
    static FaultyKernels oneDnn(InjectedFaults faults) {
        return new FaultyKernels(OneDnnKernelSet.create(), OneDnnTensors::new, faults);
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
        IdentityHashMap<Binding, FaultyBinding> bindings = new IdentityHashMap<>();
        AtomicReference<Workspace> workspace = new AtomicReference<>();
        BiFunction<Binding, String, Binding> faulty = (binding, program) -> {
            FaultyBinding planned = bindings.get(binding);
            if (planned != null) {
                return planned.again(Objects.requireNonNull(workspace.get()));
            }
            FaultyBinding first = new FaultyBinding(binding, program, tensors.get(), faults);
            bindings.put(binding, first);
            return first;
        };
        Programs faultyPrograms = new Programs(
                binding -> programs.training().apply(faulty.apply(binding, "training")),
                binding -> programs.inference().apply(faulty.apply(binding, "inference")));
        Workspace made = right.workspace(((FaultyParameters) parameters).right(), faultyPrograms, options);
        workspace.set(made);
        return made;
    }

    /**
     * Hands out the kernels of another binding, each with its name in front of what may be wrong. In the second pass of the same binding
     * its handles are those of the first, with which the kernels were planned.
     */
    private static final class FaultyBinding implements Binding {
        private final Binding right;
        private final String program;
        private final BoundTensors tensors;
        private final InjectedFaults faults;
        private final List<Activation> planned = new ArrayList<>();
        private boolean isPlanned;
        private int handedOut;
        private int losses;

        FaultyBinding(Binding right, String program, BoundTensors tensors, InjectedFaults faults) {
            this.right = right;
            this.program = program;
            this.tensors = tensors;
            this.faults = faults;
        }

        /** Begins the second pass. */
        FaultyBinding again(Workspace workspace) {
            isPlanned = true;
            losses = 0;
            tensors.haveMemoryOf(workspace);
            return this;
        }

        private FaultyKernel faulty(String kind, String layer, Kernel kernel, Activation output, Activation... inputs) {
            return new FaultyKernel(
                    program + " " + kind,
                    layer,
                    kernel,
                    tensors.of(output),
                    Stream.of(inputs).map(tensors::of).toList(),
                    faults);
        }

        private Activation handle(Supplier<Activation> made) {
            if (isPlanned) {
                return planned.get(handedOut++);
            }
            planned.add(made.get());
            return planned.get(planned.size() - 1);
        }

        @Override
        public Activation images(Shape shape, Slot value) {
            return handle(() -> right.images(shape, value));
        }

        @Override
        public Activation activation(Shape shape, Slot value, Slot gradient) {
            return handle(() -> right.activation(shape, value, gradient));
        }

        @Override
        public Activation activation(Shape shape, Slot value) {
            return handle(() -> right.activation(shape, value));
        }

        @Override
        public Activation logits(Shape shape, Slot value, Slot gradient) {
            return handle(() -> right.logits(shape, value, gradient));
        }

        @Override
        public Activation logits(Shape shape, Slot value) {
            return handle(() -> right.logits(shape, value));
        }

        @Override
        public Activation slice(Activation whole, int firstChannel, Shape shape) {
            return handle(() -> right.slice(whole, firstChannel, shape));
        }

        @Override
        public Activation accumulating(Activation activation) {
            return handle(() -> right.accumulating(activation));
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
}
