package dev.netwright.processor.writer;

import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTableTest {
    private static List<String> table(ShapedNetwork network) {
        return SummaryTable.lines(
                NetworkPlan.of(new SpecDeclaration("p", "NetSpec", "Net", true, true), network, List.of()));
    }

    /** Sums as torchinfo gives them for the same layers: 61,706 parameters, 423,038 multiply-adds. */
    @Test
    void hasALineForEachLayerAndTheSums() {
        assertThat(table(shaped(leNet(28, 2, "AVERAGE", "SIGMOID"))))
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
        List<String> lines =
                table(shaped(vgg(images(1, 32, 32), 1_000_000, 1, List.of(block(10, 100, 3, 0)), hidden(0))));

        assertThat(lines.get(1)).isEqualTo("images    [N, 1, 32, 32]");
        assertThat(lines.get(11)).startsWith("conv1_10  [N, 100, 32, 32]          90,100      92,262,400 ");
        assertThat(lines.get(13)).startsWith("fc2       [N, 1000000]      25,601,000,000  25,601,000,000");
        assertThat(lines).allMatch(line -> line.equals(line.stripTrailing()));
    }

    /** Java limits a string constant to 65,535 bytes; the longest legal table has 500 layers, two head lines and a foot. */
    @Test
    void aLineIsShortEnoughForAStringConstantWithFiveHundredOfThem() {
        int longest = SampleNetworks.random(5)
                .limit(200)
                .flatMap(network -> table(network).stream())
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        String widest = table(shaped(vgg(images(1, 2, 1_000_000), 2, 1, List.of(block(50, 1000, 1, 50)), hidden(0))))
                .get(100);

        assertThat(longest).isLessThan(110);
        assertThat(widest.length()).isLessThan(110);
        assertThat(503 * (110 + "\n".length())).isLessThan(65_535);
    }
}
