package dev.netwright.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.engine.EngineUnavailableException;
import dev.netwright.runtime.machine.Gpu;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.network.KernelSets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CudaRequestTest {
    private static final GpuFinding NONE = new GpuFinding(List.of(), "there is no nvidia-smi, so no NVIDIA driver");

    /** The backend of these tests is a CPU's. */
    @Test
    void withoutItsBackendCudaIsRefusedAndTheCpuDoesNotTakeItsPlace() {
        assertThatThrownBy(() -> KernelSets.named("cuda"))
                .isInstanceOf(CudaUnavailableException.class)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageStartingWith(
                        "CUDA was asked for, but nd4j-cuda-11.6 with the classifier of this platform isn't on"
                                + " the class path")
                .hasMessageEndingWith(
                        "; correct that, or ask for the kernels called onednn or nd4j, which run on the CPU, with"
                                + " Training.kernels(...)");
    }

    @Test
    void everyReasonIsNamedAtOnce() {
        assertThat(CudaRequest.refusal(false, NONE, null))
                .hasMessageContaining("isn't on the class path")
                .hasMessageContaining("no NVIDIA GPU was found: there is no nvidia-smi, so no NVIDIA driver");
    }

    @Test
    void aGpuThatTheLibraryHasNoCodeForIsNamedWithItsComputeCapability() {
        GpuFinding found = new GpuFinding(
                List.of(new Gpu("NVIDIA H100", 9, 0, 81559, "535"), new Gpu("RTX 3090", 8, 6, 24576, "535")), "");

        assertThat(CudaRequest.refusal(true, found, null))
                .hasMessageContaining(
                        "NVIDIA H100 has compute capability 9.0, and ND4J's CUDA library runs on 3.7 and 5.0 to 8.9")
                .hasMessageNotContaining("RTX 3090");
    }

    @Test
    void aGoodGpuThatNd4jDidNotTakeLeadsToCudaItself() {
        GpuFinding found = new GpuFinding(List.of(new Gpu("RTX 3090", 8, 6, 24576, "535")), "");

        assertThat(CudaRequest.refusal(true, found, null)).hasMessageContaining("it needs CUDA 11.6 and cuDNN 8");
    }
}
