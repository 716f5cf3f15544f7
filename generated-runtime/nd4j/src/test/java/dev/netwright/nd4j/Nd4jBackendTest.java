package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ND4J says of itself decides, so that GPUs can be played here: its own keys and types, as its CUDA executioner sets them. */
class Nd4jBackendTest {
    @Test
    void theCpuBackendHasTheCpusPolicy() {
        assertThat(Nd4jBackend.start()).isEqualTo(BackendPolicy.CPU);
    }

    @ParameterizedTest
    @CsvSource({"3, 7", "5, 2", "6, 1", "7, 5", "8, 0", "8, 6", "8, 9"})
    void gpusUpToComputeCapability89AreAccepted(int major, int minor) {
        assertThat(Nd4jBackend.policyFor(cuda(List.of(device("A GPU", major, minor)))))
                .isEqualTo(BackendPolicy.CUDA);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "3, 5", "9, 0", "10, 0", "12, 0"})
    void olderAndNewerGpusAreRefusedWithTheReason(int major, int minor) {
        assertThatThrownBy(() -> Nd4jBackend.policyFor(cuda(List.of(device("NVIDIA H100", major, minor)))))
                .isInstanceOf(BackendException.class)
                .hasMessage("GPU NVIDIA H100 has compute capability " + major + "." + minor
                        + ", but ND4J 1.0.0-M2.1's CUDA library runs on 3.7 and 5.0 to 8.9 only;"
                        + " use another GPU or the CPU backend");
    }

    @Test
    void oneUnsupportedGpuAmongSeveralIsRefused() {
        Properties environment = cuda(List.of(device("Old", 8, 6), device("New", 9, 0)));
        assertThatThrownBy(() -> Nd4jBackend.policyFor(environment))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("GPU New");
    }

    @Test
    void cudaNeverUsesTheHelpersThatLeakOrErr() {
        for (String operation : List.of("conv2d", "conv2d_bp", "maxpool2d_bp")) {
            assertThat(BackendPolicy.CUDA.allowsHelper(operation)).as(operation).isFalse();
            assertThat(BackendPolicy.CPU.allowsHelper(operation)).as(operation).isTrue();
        }
        assertThat(BackendPolicy.CUDA.allowsHelper("avgpool2d")).isTrue();
    }

    private static Properties cuda(List<Map<String, Object>> devices) {
        Properties environment = new Properties();
        environment.put("backend", "CUDA");
        environment.put("cuda.devicesInformation", devices);
        return environment;
    }

    private static Map<String, Object> device(String name, int major, int minor) {
        return Map.of("cuda.deviceName", name, "cuda.deviceMajor", major, "cuda.deviceMinor", minor);
    }
}
