package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Json;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The floor is 256 x 423,038 multiply-adds x 6 (or 2) by 200 GFLOP/s. */
final class ResultJsonTest {
    @Test
    void aRunIsOneLineWithTheNamesOfTheOthersMeasurements() {
        String line = ResultJson.line(BenchResults.inference());

        assertThat(line).doesNotContain("\n");
        assertThat(Json.object(line))
                .isEqualTo(Map.ofEntries(
                        Map.entry("peer", "netwright"),
                        Map.entry("workload", "lenet"),
                        Map.entry("network", "dev.netwright.models.lenet.LeNet28"),
                        Map.entry("mode", "infer"),
                        Map.entry("batch", 256),
                        Map.entry("kernels", "nd4j"),
                        Map.entry("device", "cpu"),
                        Map.entry("threads", 2),
                        Map.entry("median_ms", 4.0),
                        Map.entry("min_ms", 3.5),
                        Map.entry("max_ms", 5.25),
                        Map.entry("p90_ms", 5.0),
                        Map.entry("images_s", 64_000.0),
                        Map.entry("warmups", 5),
                        Map.entry("timed", 100),
                        Map.entry("params", 61_706),
                        Map.entry("setup_s", 0.125),
                        Map.entry("ceiling_gflops", 200.0),
                        Map.entry("ceiling_convolution_gflops", 200.0),
                        Map.entry("ceiling_matrix_product_gflops", 150.0),
                        Map.entry("floor_ms", 1.083),
                        Map.entry("ceiling_share", 0.2707)));
    }

    @Test
    void aTrainingStepHasEndsLossesAndLayers() {
        Map<String, @Nullable Object> result = Json.object(ResultJson.line(BenchResults.training()));

        assertThat(result)
                .containsEntry("load_ms", 0.25)
                .containsEntry("update_ms", 0.125)
                .containsEntry("loss_first", 2.5)
                .containsEntry("vmhwm_mb", 300.6)
                .containsEntry("floor_ms", 3.2489)
                .containsEntry("profiled_ms", 16.0);
        assertThat(result.get("layers"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
        assertThat(result.get("layers"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .element(1)
                .isEqualTo(Map.of(
                        "layer", "c3",
                        "kernel", "convolution",
                        "code", "jit:avx2; backward winograd with jit_1x1:avx2",
                        "forward_ms", 2.0,
                        "backward_ms", 4.0,
                        "forward_gflops", 150.0,
                        "backward_gflops", 250.0,
                        "share", 0.375,
                        "above_ceiling", true));
        assertThat(result.get("layers"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .element(2)
                .isEqualTo(Map.of(
                        "layer",
                        "s4",
                        "kernel",
                        "pool",
                        "forward_ms",
                        1.0,
                        "backward_ms",
                        1.0,
                        "share",
                        0.125,
                        "above_ceiling",
                        false));
        assertThat(result.get("ends"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void aLossThatIsNoNumberIsNull() {
        assertThat(Json.object(ResultJson.line(BenchResults.training()))).containsEntry("loss_last", null);
    }
}
