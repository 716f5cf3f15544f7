package dev.netwright.tests.parity;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernel;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Kernels of which one at a time may be wrong: it multiplies by a little more than 1 what its forward computes, or what its backward gives
 * to an input or a parameter, or what an optimizer changes.
 */
final class FaultyKernels implements KernelSet {
    private final KernelSet right;
    private final InjectedFaults faults;

    private FaultyKernels(KernelSet right, InjectedFaults faults) {
        this.right = right;
        this.faults = faults;
    }

    /** ND4J's. */
    static FaultyKernels nd4j(InjectedFaults faults) {
        return new FaultyKernels(Nd4jKernelSet.create(), faults);
    }

    /** oneDNN's. */
    static FaultyKernels oneDnn(InjectedFaults faults) {
        return new FaultyKernels(OneDnnKernelSet.create(), faults);
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
        Programs faulty = programs.with(
                kernels -> training(programs.of(Mode.TRAINING), kernels),
                kernels -> inference(programs.of(Mode.INFERENCE), kernels));
        return right.workspace(((FaultyParameters) parameters).right(), faulty, options);
    }

    private TrainingKernels training(Program program, TrainingKernels kernels) {
        Map<String, TrainingKernel> operations = new HashMap<>();
        Map<String, TensorAccess> outputs = new HashMap<>();
        for (Operation operation : program.operations()) {
            TrainingKernel kernel = kernels.of(operation.name());
            List<TensorAccess> tensors = TensorAccess.of(kernel);
            FaultyForward forward = forward("training ", operation, kernel, tensors);
            outputs.put(operation.name(), forward.output());
            operations.put(operation.name(), new FaultyKernel(forward, kernel, tensors.subList(0, tensors.size() - 1)));
        }
        Map<String, LossKernel> losses = new HashMap<>();
        for (Loss loss : program.losses()) {
            TensorAccess compared =
                    Objects.requireNonNull(outputs.get(loss.output().name()));
            String kind = "training " + kind(loss);
            losses.put(loss.name(), new FaultyLoss(kind, loss.name(), kernels.loss(loss.name()), compared, faults));
        }
        return new TrainingKernels(operations, losses);
    }

    private InferenceKernels inference(Program program, InferenceKernels kernels) {
        Map<String, InferenceKernel> operations = new HashMap<>();
        for (Operation operation : program.operations()) {
            InferenceKernel kernel = kernels.of(operation.name());
            operations.put(operation.name(), forward("inference ", operation, kernel, TensorAccess.of(kernel)));
        }
        return new InferenceKernels(operations);
    }

    /** The last of the tensors is the kernel's output. */
    private FaultyForward forward(
            String program, Operation operation, InferenceKernel kernel, List<TensorAccess> tensors) {
        TensorAccess output = tensors.get(tensors.size() - 1);
        return new FaultyForward(program + kind(operation), operation.name(), kernel, output, faults);
    }

    /** {@code convolutionNorm}, {@code MAX pool}. */
    private static String kind(Object part) {
        String type = part.getClass().getSimpleName();
        String kind = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return part instanceof Pool pool ? pool.kind() + " " + kind : kind;
    }

    /** A kernel whose output may be off. */
    private record FaultyForward(
            String kind, String layer, InferenceKernel right, TensorAccess output, InjectedFaults faults)
            implements InferenceKernel {
        @Override
        public void forward() {
            right.forward();
            if (faults.isIn(kind + ", output", layer)) {
                output.multiplyValue(faults.factor());
            }
        }
    }

    /** A kernel whose output may be off, or what its backward gives to an input. */
    private record FaultyKernel(FaultyForward faulty, TrainingKernel right, List<TensorAccess> inputs)
            implements TrainingKernel {
        @Override
        public void forward() {
            faulty.forward();
        }

        @Override
        public void backward() {
            List<Runnable> injections = IntStream.range(0, inputs.size())
                    .filter(position -> inputs.get(position).hasGradient() && isOff(position))
                    .mapToObj(position -> inputs.get(position)
                            .multiplyWhatIsAdded(faulty.faults().factor()))
                    .toList();
            right.backward();
            injections.forEach(Runnable::run);
        }

        private boolean isOff(int position) {
            return faulty.faults().isIn(faulty.kind() + ", gradient of an input", faulty.layer() + " " + position);
        }
    }

    /** A loss that may be off, or the gradient that it writes. */
    private record FaultyLoss(String kind, String name, LossKernel right, TensorAccess compared, InjectedFaults faults)
            implements LossKernel {
        @Override
        public void forward() {
            right.forward();
        }

        @Override
        public void backward() {
            right.backward();
            if (faults.isIn(kind + ", gradient of an input", name)) {
                compared.multiplyGradient(faults.factor());
            }
        }

        @Override
        public double value() {
            return faults.isIn(kind + ", loss", name) ? right.value() * faults.factor() : right.value();
        }

        @Override
        public int correct() {
            return right.correct();
        }
    }
}
