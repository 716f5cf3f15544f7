package dev.netwright.cuda;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.Gpu;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.machine.NvidiaDriver;
import dev.netwright.nd4j.BackendException;
import dev.netwright.runtime.machine.CudaSupport;
import dev.netwright.nd4j.Nd4jKernelSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kernels on a GPU. Where there can be none, the error names every reason, and nothing computes elsewhere. */
final class CudaRequest {
    /** What options call these kernels, and how the names of their devices begin. */
    static final String NAME = "cuda";

    private CudaRequest() {}

    /**
     * ND4J's kernels on CUDA.
     *
     * @throws CudaUnavailableException if they can't run here
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
