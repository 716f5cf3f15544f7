package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.summary.NetworkStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The expected tables are torchinfo's own: {@code src/test/python/torchinfo_tables.py} wrote them. */
final class TorchinfoTableTest {
    private static final NetworkStructure SMALL = NetworkStructure.of(
            "Small",
            NetworkLayers.of(Shape.image(1, 28, 28))
                    .block("stage1")
                    .convolution("c1", 6, Window.square(5, 1, 2))
                    .activation("c1_sigmoid", ActivationFunction.SIGMOID)
                    .pool("s2", PoolKind.AVERAGE, Window.square(2, 2, 0))
                    .block("stage2")
                    .convolution("c3", 16, Window.square(5, 1, 0))
                    .batchNorm("c3_norm", 1e-5, 0.1, RunningVariance.UNBIASED)
                    .pool("s4", PoolKind.MAX, Window.of(2, 3, 2, 3, 0, 0))
                    .block("flat")
                    .flatten("flatten")
                    .block("classifier")
                    .linear("c5", 10)
                    .crossEntropy());
    private static final NetworkStructure LONG = NetworkStructure.of(
            "Long",
            NetworkLayers.of(Shape.features(1000))
                    .block("long_name_of_a_block")
                    .linear("fc", 1000, Bias.NONE)
                    .crossEntropy());

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

    /** torchinfo's units: G from a billion, T from a trillion. */
    @Test
    void multiplyAddsAreReadable() {
        // 124,435 times 124,435 and as many biases.
        NetworkStructure large = NetworkStructure.of(
                "Large",
                NetworkLayers.of(Shape.features(124_435))
                        .block("block")
                        .linear("fc", 124_435)
                        .crossEntropy());

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
