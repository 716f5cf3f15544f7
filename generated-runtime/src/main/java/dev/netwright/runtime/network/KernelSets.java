package dev.netwright.runtime.network;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import dev.netwright.runtime.onednn.OneDnnUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The kernel sets that a program can choose from, and the one it gets if it doesn't choose. */
public final class KernelSets {
    /** Names the kernel set of programs that don't choose one. */
    static final String PROPERTY = "netwright.kernels";

    private static final Map<String, Supplier<KernelSet>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("onednn", OneDnnKernelSet::create);
        BY_NAME.put("nd4j", Nd4jKernelSet::create);
        BY_NAME.put("cuda", CudaRequest::kernels);
    }

    private KernelSets() {}

    /**
     * The kernels that {@code -Dnetwright.kernels} names, else the fastest that this machine can run.
     *
     * @throws IllegalArgumentException if the property names none
     * @throws CudaUnavailableException if ND4J's CUDA backend is on the class path and no GPU can be used
     */
    public static KernelSet preferred() {
        String name = System.getProperty(PROPERTY);
        if (name != null) {
            return named(name);
        }
        if (NativeJars.onClassPath().hasCudaBackend()) {
            // Whoever puts it there asks for it; ND4J by itself would fall back to another backend in silence.
            return CudaRequest.kernels();
        }
        try {
            return OneDnnKernelSet.create();
        } catch (OneDnnUnavailableException e) {
            return Nd4jKernelSet.create();
        }
    }

    /**
     * The kernels of a name.
     *
     * @throws IllegalArgumentException if there are none, naming those there are
     * @throws CudaUnavailableException if {@code cuda} is asked for and no GPU can be used, naming every reason
     */
    public static KernelSet named(String name) {
        Supplier<KernelSet> kernels = BY_NAME.get(name);
        if (kernels == null) {
            throw new IllegalArgumentException(
                    "there are no kernels called '" + name + "'; there are " + String.join(", ", BY_NAME.keySet()));
        }
        return kernels.get();
    }
}
