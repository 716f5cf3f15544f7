package dev.netwright.tests.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

final class KernelBenchmarkTest {
    @Test
    void everyLayerIsMeasured() throws NoSuchFieldException {
        Param layers = KernelBenchmark.class.getField("layer").getAnnotation(Param.class);

        assertThat(Objects.requireNonNull(layers).value())
                .containsExactlyInAnyOrderElementsOf(BenchmarkedLayer.names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear-4096-to-10",
                "average-pool-2x2-96x24",
                "adaptive-pool-64x56-to-6",
                "upsample-bilinear-64x28-by-2",
                "transposed-2x2-64x28-to-32",
                "shuffle-4-240x28",
                "split-2-240x28",
                "gate-144x56",
                "norm-relu-64x48",
                "group-norm-32-256x14",
                "conv-1x1-192x28-to-64",
                "stem-5x5-1x28-to-6"
            })
    void aKernelRunsAgainAndAgain(String layer) {
        KernelBenchmark benchmark = new KernelBenchmark();
        benchmark.kernels = "nd4j";
        benchmark.layer = layer;
        benchmark.bind();
        try {
            benchmark.forward();
            benchmark.forward();
            benchmark.backward();
            benchmark.backward();
        } finally {
            benchmark.close();
        }
    }

    @Test
    void aLayerThatIsNoneIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> BenchmarkedLayer.named("conv-9x9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv-9x9")
                .hasMessageContaining("linear-4096-to-10");
    }
}
