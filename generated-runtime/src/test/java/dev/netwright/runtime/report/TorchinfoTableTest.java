package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.structure.NetworkStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The expected tables are torchinfo's own: {@code src/test/python/torchinfo_tables.py} wrote them. */
final class TorchinfoTableTest {
    private static final NetworkStructure SMALL = NetworkStructure.parse("Small", List.of(1, 28, 28), """
        stage1
            c1 Conv2d 5x5 . 6x28x28 156 122304 5
            c1_sigmoid Sigmoid - . . 0 0 5
            s2 AvgPool2d 2x2 . 6x14x14 0 0 6
        stage2
            c3 Conv2d 5x5 . 16x10x10 2416 241600 14
            c3_norm BatchNorm2d - . . 32 32 14
            s4 MaxPool2d 2x3 . 16x5x3 0 0 18
        flat
            flatten Flatten - . 240 0 0 18
        classifier
            c5 Linear - . 10 2410 2410 18
        """);
    private static final NetworkStructure LONG = NetworkStructure.parse("Long", List.of(1000, 1, 1), """
        long_name_of_a_block
            fc Linear - . 1000 1000000 1000000 1
        """);

    private static List<String> torchinfo(String table) {
        try (InputStream text = TorchinfoTableTest.class.getResourceAsStream("torchinfo-" + table + ".txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableIsTorchinfos() {
        assertThat(TorchinfoTable.of(SMALL, 32).lines()).isEqualTo(torchinfo("default"));
    }

    @Test
    void everyColumnAndTheNamesAreTorchinfos() {
        assertThat(TorchinfoTable.of(SMALL, 32)
                        .columns(List.of(
                                TorchinfoColumn.INPUT_SIZE,
                                TorchinfoColumn.OUTPUT_SIZE,
                                TorchinfoColumn.NUM_PARAMS,
                                TorchinfoColumn.PARAMS_PERCENT,
                                TorchinfoColumn.KERNEL_SIZE,
                                TorchinfoColumn.MULT_ADDS,
                                TorchinfoColumn.TRAINABLE))
                        .withNames()
                        .lines())
                .isEqualTo(torchinfo("all-columns"));
    }

    @Test
    void longNamesWidenTheTableAndAWholeMillionHasNoDecimals() {
        assertThat(TorchinfoTable.of(LONG, 1).withNames().lines()).isEqualTo(torchinfo("long-names"));
    }

    @Test
    void columnsStandInTheOrderGivenEachOnce() {
        TorchinfoTable table = TorchinfoTable.of(SMALL, 1)
                .columns(List.of(TorchinfoColumn.MULT_ADDS, TorchinfoColumn.KERNEL_SIZE, TorchinfoColumn.MULT_ADDS));

        assertThat(table.lines().get(1))
                .isEqualTo("Layer (type:depth-idx)                   Mult-Adds                 Kernel Shape");
    }

    /** torchinfo's units: from a thousand million on G, from a million million on T. */
    @Test
    void multiplyAddsAreReadable() {
        NetworkStructure large = NetworkStructure.parse(
                "Large", List.of(1, 1, 1), "block\n  fc Linear - . 1 15483821032 15483821032 1\n");

        assertThat(TorchinfoTable.of(large, 1).lines()).contains("Total mult-adds (G): 15.48");
        assertThat(TorchinfoTable.of(large, 100).lines()).contains("Total mult-adds (T): 1.55");
    }

    @Test
    void aBatchWithoutImagesIsRefused() {
        assertThatThrownBy(() -> TorchinfoTable.of(SMALL, 0)).hasMessage("batch must be at least 1, found 0");
    }

    @Test
    void aColumnIsCalledAsInTorchinfo() {
        assertThat(TorchinfoColumn.values())
                .extracting(TorchinfoColumn::toString)
                .containsExactly(
                        "input_size",
                        "output_size",
                        "num_params",
                        "params_percent",
                        "kernel_size",
                        "mult_adds",
                        "trainable");
    }

    @Test
    void blocksAreListedAsInTheVggTutorial() {
        assertThat(OutputShapes.ofBlocks(SMALL, 1))
                .containsExactly(
                        "stage1 output shape:  torch.Size([1, 6, 14, 14])",
                        "stage2 output shape:  torch.Size([1, 16, 5, 3])",
                        "flat output shape:  torch.Size([1, 240])",
                        "classifier output shape:  torch.Size([1, 10])");
    }

    @Test
    void layersAreListedAsInTheD2lNotes() {
        assertThat(OutputShapes.ofLayers(SMALL, 2))
                .hasSize(8)
                .startsWith(
                        "Conv2d output shape \t torch.Size([2, 6, 28, 28])",
                        "Sigmoid output shape \t torch.Size([2, 6, 28, 28])")
                .endsWith("Linear output shape \t torch.Size([2, 10])");
    }
}
