package dev.netwright.onednn;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.engine.NativeLibraryFault;
import dev.netwright.runtime.engine.memory.JavaCppLimits;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.runtime.machine.ThreadCount;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Kernels that are oneDNN primitives, for x86-64 CPUs with AVX2. */
public final class OneDnnKernelSet implements KernelSet {
    /** The name of these kernels in options and reports. */
    static final String NAME = "onednn";

    static {
        JavaCppLimits.lift();
    }

    /** The first failure to load the library; a class that failed to load doesn't give the reason a second time. */
    private static @Nullable OneDnnUnavailableException failure;

    private OneDnnKernelSet() {}

    /**
     * Loads oneDNN, on the first call, and creates its kernels.
     *
     * @return the kernels
     * @throws OneDnnUnavailableException if the library isn't on the class path, or this CPU isn't an x86-64 with AVX2
     */
    public static OneDnnKernelSet create() {
        return create(Objects.requireNonNull(OneDnnKernelSet.class.getClassLoader(), "this class's loader"));
    }

    /**
     * The same as {@link #create()}; an error describes the jars that a class loader sees.
     *
     * @param libraries sees the jars of the native libraries
     */
    @SuppressWarnings("StaticAssignmentOfThrowable") // A class that failed to load says why the first time only.
    static synchronized OneDnnKernelSet create(ClassLoader libraries) {
        if (failure != null) {
            throw new OneDnnUnavailableException(failure.reason(), failure);
        }
        String platform = Loader.getPlatform();
        requireX86(platform);
        try {
            if (!OneDnn.loaded().hasAvx2()) {
                throw new OneDnnUnavailableException("this CPU has no AVX2, without which oneDNN's code is slow", null);
            }
        } catch (LinkageError e) {
            failure = new OneDnnUnavailableException(reason(e, libraries, platform), e);
            throw failure;
        }
        return new OneDnnKernelSet();
    }

    private static String reason(LinkageError fault, ClassLoader libraries, String platform) {
        String reason = "its native library did not load (" + NativeLibraryFault.reason(fault) + "); ";
        return NativeJars.seenBy(libraries).oneDnn().isEmpty()
                ? reason + "add the dependency dev.netwright:netwright-cpu-" + platform
                : reason + NativeLibraryFault.fix();
    }

    /**
     * Rejects other CPUs. The library runs on them, but without the layouts and code that these kernels are made for.
     */
    static void requireX86(String platform) {
        if (!platform.endsWith("-x86_64")) {
            throw new OneDnnUnavailableException("they are for x86-64, and this machine is " + platform, null);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("kernels", name());
        environment.put("cpu", Processor.presentVectors());
        environment.put("threads", Integer.toString(ThreadCount.present().threads()));
        environment.putAll(OneDnn.loaded().environment());
        return environment;
    }

    @Override
    public ParameterMemory allocate(ParameterTable table) {
        return new OneDnnParameters(table).allocated();
    }

    @Override
    public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
        return new OneDnnWorkspace(own(parameters), programs, options);
    }

    @Override
    public PlannedBytes plannedBytes(ParameterTable table, Programs programs, Mode mode, int batch) {
        try (OneDnnParameters layouts = new OneDnnParameters(table);
                OneDnnWorkspace workspace = new OneDnnWorkspace(layouts, programs, BindingOptions.seeded(0))) {
            workspace.reserve(mode, batch);
            return new PlannedBytes(workspace.boundBytes().total(), layouts.bytes(), layouts.statisticsBytes());
        }
    }

    /**
     * The code that the library chooses for a batch of a program. Nothing is allocated.
     *
     * @param parameters memory that this kernel set allocated
     * @param programs the programs of the same network
     * @param mode training or inference
     * @param batch images in a batch, at least 1
     * @return the primitives and the reorders of one step
     * @throws dev.netwright.runtime.kernel.SingleValueNormException if a batch norm would see a single value in each
     *     channel in training
     */
    public ChosenPrimitives primitives(ParameterMemory parameters, Programs programs, Mode mode, int batch) {
        try (OneDnnWorkspace workspace = new OneDnnWorkspace(own(parameters), programs, BindingOptions.seeded(0))) {
            workspace.reserve(mode, batch);
            return workspace.primitives(mode, batch);
        }
    }

    private static OneDnnParameters own(ParameterMemory parameters) {
        if (parameters instanceof OneDnnParameters own) {
            return own;
        }
        throw new IllegalArgumentException("expected parameters of this kernel set, found "
                + parameters.getClass().getSimpleName());
    }
}
