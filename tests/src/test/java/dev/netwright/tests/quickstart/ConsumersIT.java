package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users' projects of each kind printed when this build compiled and ran them offline, from installed artifacts alone. */
final class ConsumersIT {
    @ParameterizedTest
    @ValueSource(strings = {"modular", "nd4j-only", "both", "kotlin"})
    void learnsEvaluatesAndPredicts(String project) throws IOException {
        BuildLog log = log(project);

        assertThat(log.lines()).anyMatch(line -> line.matches("epoch 1, loss .*, train acc .*, time .* sec"));
        assertThat(log.number("accuracy"))
                .as("share of test images classified rightly after 20 steps, where a guess gets 0.1")
                .isGreaterThan(0.3);
        assertThat(log.lines())
                .filteredOn(line -> line.matches("Prediction\\[label=.*, index=\\d, probability=0\\.\\d+]"))
                .hasSize(1);
    }

    @Test
    void aModulesEngineIsAModuleToo() throws IOException {
        assertThat(log("modular").lines())
                .contains("modules garments, dev.netwright.onednn")
                .contains("because onednn is the only engine on the class path");
    }

    @Test
    void withoutOneDnnNd4jComputes() throws IOException {
        assertThat(log("nd4j-only").lines())
                .contains("because nd4j is the only engine on the class path")
                .anyMatch(line -> line.startsWith("nd4j kernels on cpu; "));
    }

    @Test
    void withBothOneDnnComputesAndTheReasonNamesTheOther() throws IOException {
        assertThat(log("both").lines())
                .contains("because onednn is preferred to nd4j, which is on the class path too")
                .anyMatch(line -> line.startsWith("onednn kernels on cpu; "));
    }

    private static BuildLog log(String project) throws IOException {
        return BuildLog.of(Path.of("target", "it", project));
    }
}
