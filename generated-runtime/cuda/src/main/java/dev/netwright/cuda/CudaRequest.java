package dev.netwright.cuda;

import dev.netwright.nd4j.BackendException;
import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.CudaSupport;
import dev.netwright.runtime.machine.Gpu;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.machine.NvidiaDriver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts ND4J's kernels on a GPU. If that isn't possible, the error names every reason; the kernels never run on the
 * CPU instead.
 */
final class CudaRequest {
    /** The name of these kernels in options, and the start of their devices' names. */
    static final String NAME = "cuda";

    private CudaRequest() {}

    /**
     * Starts ND4J's CUDA backend.
     *
     * @param libraries sees the jars of the native libraries
     * @return kernels whose device is a GPU
     * @throws CudaUnavailableException if no GPU can compute here
     */
    static KernelSet kernels(ClassLoader libraries) {
        boolean hasBackend = NativeJars.seenBy(libraries).hasCudaBackend();
        if (!hasBackend) {
            throw refusal(false, NvidiaDriver.gpus(), null);
        }
        try {
            KernelSet kernels = Nd4jKernelSet.create(libraries);
            if (kernels.device().startsWith(NAME)) {
                return kernels;
            }
            throw refusal(true, NvidiaDriver.gpus(), null);
        } catch (BackendException e) {
            throw refusal(true, NvidiaDriver.gpus(), e);
        }
    }

    /**
     * Collects the reasons why no GPU can compute here.
     *
     * @param hasBackend whether ND4J's CUDA backend is on the class path
     * @param finding the GPUs of this machine
     * @param failure ND4J's error; null if it started
     */
    static CudaUnavailableException refusal(
            boolean hasBackend, GpuFinding finding, @Nullable BackendException failure) {
        List<String> reasons = new ArrayList<>();
        if (!hasBackend) {
            reasons.add(
                    "nd4j-cuda-11.6 with the classifier of this platform isn't on the class path; add the dependency dev.netwright:netwright-gpu");
        }
        if (finding.gpus().isEmpty()) {
            reasons.add("no NVIDIA GPU was found: " + finding.remark());
        }
        finding.gpus().stream()
                .filter(gpu -> !runs(gpu))
                .forEach(gpu -> reasons.add(gpu.name() + " has compute capability " + gpu.computeCapability()
                        + ", and ND4J's CUDA library runs on " + CudaSupport.CAPABILITIES));
        if (failure != null) {
            reasons.add("ND4J says: " + failure.getMessage());
        }
        if (reasons.isEmpty()) {
            reasons.add(
                    "ND4J chose its CPU backend beside a GPU that its CUDA library runs on; it needs CUDA 11.6 and cuDNN 8, and its log says what it missed");
        }
        return new CudaUnavailableException(reasons, failure);
    }

    private static boolean runs(Gpu gpu) {
        return CudaSupport.runsOn(gpu.major(), gpu.minor());
    }
}
