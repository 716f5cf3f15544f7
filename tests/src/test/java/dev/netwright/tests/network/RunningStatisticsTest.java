package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.network.TrainingSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("numeric")
class RunningStatisticsTest {
    private static final Corners BATCH = new Corners(6);

    @TempDir
    private Path folder;

    @Test
    void theyStartAsAStandardNormalDistribution() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            assertThat(network.parameter("bn.running_mean")).containsOnly(0);
            assertThat(network.parameter("bn.running_var")).containsOnly(1);
            assertThat(network.parameter("bn.weight")).containsOnly(1);
            assertThat(network.parameter("bn.bias")).containsOnly(0);
        }
    }

    /** With momentum 0.1, {@code 0.9 old + 0.1 batch}: from 0 a second forward of the same batch adds 0.9 of the first. */
    @Test
    void everyForwardInTrainingMovesThemAndNoOptimizerDoes() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            steps.load(BATCH.images(), BATCH.classes());
            steps.forward();
            float[] once = network.parameter("bn.running_mean");
            steps.forward();
            float[] twice = network.parameter("bn.running_mean");
            steps.backward();
            steps.update(10);
            assertThat(network.parameter("bn.running_mean")).isEqualTo(twice);
            for (int c = 0; c < 5; c++) {
                assertThat(once[c]).isNotZero();
                assertThat(twice[c]).isCloseTo(1.9f * once[c], within(1e-6f));
            }
            network.logits(BATCH.images(), 6);
            assertThat(network.parameter("bn.running_mean")).isEqualTo(twice);
        }
    }

    @Test
    void theyAreSavedAndLoaded() {
        Path file = folder.resolve("network.safetensors");
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            steps.load(BATCH.images(), BATCH.classes());
            steps.forward();
            network.save(file);
            try (NormedNetwork loaded = NormedNetwork.TYPE.load(file, Nd4jKernelSet.create())) {
                for (String name : new String[] {"bn.running_mean", "bn.running_var"}) {
                    assertThat(loaded.parameter(name)).isEqualTo(network.parameter(name));
                }
                assertThat(loaded.logits(BATCH.images(), 6)).isEqualTo(network.logits(BATCH.images(), 6));
            }
        }
    }

    @Test
    void aFileWithoutThemIsRefused() throws IOException {
        Path file = folder.resolve("network.safetensors");
        try (NormedNetwork network = NormedNetwork.initialized()) {
            network.save(file);
        }
        // As another program would write it: without a checksum, which a changed name would contradict.
        String renamed = Files.readString(file, StandardCharsets.ISO_8859_1)
                .replace("\"crc32c\"", "\"author\"")
                .replace("\"netwright\"", "\"elsewhere\"")
                .replace("running_var", "runningvar_");
        Files.writeString(file, renamed, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> NormedNetwork.TYPE.load(file, Nd4jKernelSet.create()))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("bn.running_var");
    }
}
