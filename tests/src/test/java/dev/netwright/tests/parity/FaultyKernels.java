package dev.netwright.tests.parity;

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
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Kernels of which one at a time may be wrong: it multiplies by a little more than 1 what its forward computes, or what its backward gives
 * to an input or a parameter, or what an optimizer changes.
 */
final class FaultyKernels implements KernelSet {
    private final KernelSet right;
    private final BoundTensors.Finder tensors;
    private final InjectedFaults faults;

    private FaultyKernels(KernelSet right, BoundTensors.Finder tensors, InjectedFaults faults) {
        this.right = right;
        this.tensors = tensors;
        this.faults = faults;
    }

    /** ND4J's, each of which knows its tensors. */
    static FaultyKernels nd4j(InjectedFaults faults) {
        BoundTensors known = (operation, kernel) -> Nd4jTensorAccess.of(kernel);
        return new FaultyKernels(Nd4jKernelSet.create(), (workspace, program, batch) -> known, faults);
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
        AtomicReference<BoundTensors> opened = new AtomicReference<>();
        Programs faulty = programs.with(
                kernels -> training(programs.of(Mode.TRAINING), kernels, opened.get()),
                kernels -> inference(programs.of(Mode.INFERENCE), kernels, opened.get()));
        Workspace workspace = right.workspace(((FaultyParameters) parameters).right(), faulty, options);
        return new FaultyWorkspace(
                workspace, (mode, batch) -> opened.set(tensors.of(workspace, programs.of(mode), batch)));
    }

    private TrainingKernels training(Program program, TrainingKernels kernels, BoundTensors binding) {
        Map<String, TrainingKernel> operations = new HashMap<>();
        Map<String, TensorAccess> outputs = new HashMap<>();
        for (Operation operation : program.operations()) {
            TrainingKernel kernel = kernels.of(operation.name());
            List<TensorAccess> all = binding.of(operation, kernel);
            FaultyForward forward = forward("training ", operation, kernel, all);
            outputs.put(operation.name(), forward.output());
            operations.put(operation.name(), new FaultyKernel(forward, kernel, all.subList(0, all.size() - 1)));
        }
        Map<String, LossKernel> losses = new HashMap<>();
        for (Loss loss : program.losses()) {
            TensorAccess compared = Objects.requireNonNull(outputs.get(loss.output().name()));
            String kind = "training " + kind(loss);
            losses.put(loss.name(), new FaultyLoss(kind, loss.name(), kernels.loss(loss.name()), compared, faults));
        }
        return new TrainingKernels(operations, losses);
    }

    private InferenceKernels inference(Program program, InferenceKernels kernels, BoundTensors binding) {
        Map<String, InferenceKernel> operations = new HashMap<>();
        for (Operation operation : program.operations()) {
            InferenceKernel kernel = kernels.of(operation.name());
            operations.put(
                    operation.name(), forward("inference ", operation, kernel, binding.of(operation, kernel)));
        }
        return new InferenceKernels(operations);
    }

    /** The last of the tensors is the kernel's output. */
    private FaultyForward forward(
            String program, Operation operation, InferenceKernel kernel, List<TensorAccess> all) {
        TensorAccess output = all.get(all.size() - 1);
        return new FaultyForward(program + kind(operation), operation.name(), kernel, output, faults);
    }

    /** {@code convolutionNorm}, {@code MAX pool}. */
    private static String kind(Object part) {
        String type = part.getClass().getSimpleName();
        String kind = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return part instanceof Pool pool ? pool.kind() + " " + kind : kind;
    }
}
