package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTableTest {
    private static List<String> table(NetworkLayers network) {
        return network.summary().lines().toList();
    }

    /** Sums as torchinfo gives them for the same layers: 61,706 parameters, 423,038 multiply-adds. */
    @Test
    void hasALineForEachLayerAndTheSums() {
        assertThat(table(NetworkLayers.of(Shape.image(1, 28, 28))
                        .block("stage1")
                        .convolution("c1", 6, Window.square(5, 1, 2))
                        .sigmoid("c1_sigmoid")
                        .averagePool("s2", Window.square(2, 2, 0))
                        .block("stage2")
                        .convolution("c3", 16, Window.square(5, 1, 0))
                        .sigmoid("c3_sigmoid")
                        .averagePool("s4", Window.square(2, 2, 0))
                        .block("classifier")
                        .linear("c5", 120)
                        .sigmoid("c5_sigmoid")
                        .linear("f6", 84)
                        .sigmoid("f6_sigmoid")
                        .linear("f7", 10)
                        .crossEntropy()))
                .containsExactly(
                        "layer     output            parameters   multiply-adds  receptive field",
                        "images    [N, 1, 28, 28]",
                        "c1        [N, 6, 28, 28]           156         122,304                5",
                        "s2        [N, 6, 14, 14]                                              6",
                        "c3        [N, 16, 10, 10]        2,416         241,600               14",
                        "s4        [N, 16, 5, 5]                                              16",
                        "c5        [N, 120]              48,120          48,120",
                        "f6        [N, 84]               10,164          10,164",
                        "f7        [N, 10]                  850             850",
                        "total                           61,706         423,038               16");
    }

    @Test
    void columnsGrowWithWhatStandsInThem() {
        List<String> lines = table(NetworkLayers.of(Shape.image(1, 32, 32))
                .block("only")
                .convolution("conv1_with_a_long_name", 25_600, Window.square(3, 1, 1))
                .globalAveragePool("pool")
                .linear("fc2", 80_000)
                .crossEntropy());

        assertThat(lines.get(1)).isEqualTo("images                  [N, 1, 32, 32]");
        assertThat(lines.get(2))
                .isEqualTo(
                        "conv1_with_a_long_name  [N, 25600, 32, 32]        256,000     262,144,000                3");
        assertThat(lines.get(4))
                .startsWith("fc2                     [N, 80000]          2,048,080,000   2,048,080,000");
        assertThat(lines).allMatch(line -> line.equals(line.stripTrailing()));
    }

    @Test
    void countsBeyondALongStayAtItsEnd() {
        NetworkLayersBuilder network =
                NetworkLayers.of(Shape.image(1, 30_000, 30_000)).block("only");
        for (int i = 0; i < 12; i++) {
            network.convolution("conv" + i, 1, Window.square(30_001, 1, 15_000));
        }

        NetworkLayers layers = network.crossEntropy();

        assertThat(layers.multiplyAdds()).isEqualTo(Long.MAX_VALUE);
        assertThat(layers.receptiveField()).isEqualTo(360_001);
    }
}
