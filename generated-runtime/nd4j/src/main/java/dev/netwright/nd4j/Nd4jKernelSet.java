package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import java.util.SortedMap;

/** Kernels for whichever ND4J backend is on the class path. */
public final class Nd4jKernelSet implements KernelSet {
    /** What it is called in options and reports. */
    static final String NAME = "nd4j";

    private final BackendPolicy backend;
    private final BackendPolicy policy;

    private Nd4jKernelSet(BackendPolicy backend, BackendPolicy policy) {
        this.backend = backend;
        this.policy = policy;
    }

    /**
     * Starts ND4J, on the first call, and creates kernels for its backend.
     *
     * @return the kernels
     * @throws BackendException if there is no backend, or it can't compute on this machine
     */
    public static Nd4jKernelSet create() {
        BackendPolicy backend = Nd4jBackend.start();
        return new Nd4jKernelSet(backend, backend);
    }

    /**
     * Starts ND4J with the backend that a class loader sees, such as a plug-in's own. ND4J starts once in a process, so
     * the first call decides which backend.
     *
     * @param backends sees the backend's jars
     * @return the kernels
     * @throws BackendException if there is no backend, or it can't compute on this machine
     */
    public static Nd4jKernelSet create(ClassLoader backends) {
        BackendPolicy backend = Nd4jBackend.start(backends);
        return new Nd4jKernelSet(backend, backend);
    }

    /**
     * The kernels as they are on CUDA, with any backend. The CUDA path is tested on a CPU this way.
     *
     * @return the kernels
     * @throws BackendException if there is no backend
     */
    public static Nd4jKernelSet underCudaPolicy() {
        return new Nd4jKernelSet(Nd4jBackend.start(), BackendPolicy.CUDA);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String device() {
        return backend == BackendPolicy.CUDA ? "cuda:0" : "cpu";
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> environment = Nd4jBackend.environment();
        environment.put("kernels", policy == backend ? name() : name() + " under the policy of " + policy);
        return environment;
    }

    @Override
    public ParameterMemory allocate(ParameterTable table) {
        return new Nd4jParameters(table, policy).allocated();
    }

    @Override
    public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
        if (!(parameters instanceof Nd4jParameters own)) {
            throw new IllegalArgumentException("expected parameters of this kernel set, found "
                    + parameters.getClass().getSimpleName());
        }
        return new Nd4jWorkspace(own, programs, options, policy);
    }

    @Override
    public PlannedBytes plannedBytes(ParameterTable table, Programs programs, Mode mode, int batch) {
        try (Nd4jParameters places = new Nd4jParameters(table, policy);
                Nd4jWorkspace workspace = new Nd4jWorkspace(places, programs, BindingOptions.seeded(0), policy)) {
            workspace.reserve(mode, batch);
            return new PlannedBytes(workspace.boundBytes().total(), places.bytes(), places.statisticsBytes());
        }
    }
}
