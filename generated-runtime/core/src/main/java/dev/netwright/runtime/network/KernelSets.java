package dev.netwright.runtime.network;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import dev.netwright.runtime.onednn.OneDnnUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(KernelSets.class);

    /** What is said of it once oneDNN's kernels were asked for in vain; they aren't tried again in this process. */
    private static final AtomicReference<@Nullable String> WITHOUT_ONEDNN = new AtomicReference<>();

    private KernelSets() {}

    /**
     * The kernels that {@code -Dnetwright.kernels} names, else the fastest that this machine can run. If those are ND4J's on a CPU,
     * they say why ({@link KernelSet#fallbackReason()}), and so does the log, once.
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
        Nd4jKernelSet nd4j = Nd4jKernelSet.create();
        if (!"cpu".equals(nd4j.device())) {
            return nd4j;
        }
        String reason = WITHOUT_ONEDNN.get();
        if (reason == null) {
            try {
                return OneDnnKernelSet.create();
            } catch (OneDnnUnavailableException e) {
                reason = "oneDNN's kernels, several times as fast as ND4J's, are not used: " + e.reason();
                if (WITHOUT_ONEDNN.compareAndSet(null, reason)) {
                    LOG.warn(reason);
                }
            }
        }
        return nd4j.asFallback(reason);
    }

    /**
     * The same with ND4J's backend from a class loader that sees it, for hosts of plug-ins, whose context class loader doesn't. Without it the
     * class loader of this class is asked. ND4J starts once in a process: the first call decides.
     *
     * @throws IllegalArgumentException if the property names none
     * @throws CudaUnavailableException if ND4J's CUDA backend is on the class path and no GPU can be used
     */
    public static KernelSet preferred(ClassLoader backends) {
        Nd4jKernelSet.create(backends);
        return preferred();
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
            throw new SettingException(
                    "there are no kernels called '" + name + "'",
                    Fix.of("choose one of " + String.join(", ", BY_NAME.keySet()) + " with ", Setting.KERNELS));
        }
        return kernels.get();
    }
}
