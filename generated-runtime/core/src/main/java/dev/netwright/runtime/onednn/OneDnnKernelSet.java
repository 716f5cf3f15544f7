package dev.netwright.runtime.onednn;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.nd4j.NativeLibraryFault;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.onednn.library.OneDnn;
import dev.netwright.runtime.onednn.parameter.OneDnnParameters;
import java.util.SortedMap;
import org.bytedeco.javacpp.Loader;

/** Kernels of oneDNN primitives, over the memory of ND4J's CPU backend. */
public final class OneDnnKernelSet implements KernelSet {
    /** What it is called in options and reports. */
    static final String NAME = "onednn";

    private OneDnnKernelSet() {}

    /**
     * The kernels.
     *
     * @throws OneDnnUnavailableException if the library isn't on the class path, has no code for this CPU worth using, or ND4J's
     *     backend is on a GPU
     */
    public static OneDnnKernelSet create() {
        if (!"cpu".equals(Nd4jKernelSet.create().device())) {
            throw new OneDnnUnavailableException("ND4J computes on a GPU, whose memory oneDNN can't read", null);
        }
        String platform = Loader.getPlatform();
        requireX86(platform);
        try {
            if (!OneDnn.loaded().hasAvx2()) {
                throw new OneDnnUnavailableException("this CPU has no AVX2, without which oneDNN's code is slow", null);
            }
        } catch (LinkageError e) {
            String reason = "its native library did not load (" + NativeLibraryFault.reason(e) + "); ";
            throw new OneDnnUnavailableException(
                    NativeJars.onClassPath().oneDnn().isEmpty()
                            ? reason + "put org.bytedeco:dnnl and org.bytedeco:opencl with the classifier " + platform
                                    + " on the class path"
                            : reason + NativeLibraryFault.fix(),
                    e);
        }
        return new OneDnnKernelSet();
    }

    /** The library runs on other CPUs too, but not with the layouts and the code that these kernels are made for. */
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
        SortedMap<String, String> environment = Nd4jKernelSet.create().environment();
        environment.put("kernels", name());
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

    /** What the library chooses for a batch of a program; no memory is taken for the answer. */
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
