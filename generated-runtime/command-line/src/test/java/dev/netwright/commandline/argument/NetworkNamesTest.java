package dev.netwright.commandline.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.network.NetworkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkNamesTest {
    /** Every interface {@code ...Spec} of the models stands for the class of its name without {@code Spec}. */
    @Test
    void everyReadyMadeNetworkIsNamed() throws IOException {
        Path models = Path.of("..", "..", "model-specs", "src", "main", "java");
        try (Stream<Path> files = Files.walk(models)) {
            List<String> found = files.map(models::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("Spec.java"))
                    .map(name -> name.replace("Spec.java", "").replace('/', '.').replace('\\', '.'))
                    .toList();

            assertThat(NetworkNames.classes()).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lenet, dev.netwright.models.lenet.LeNet28",
        "resnet-18, dev.netwright.models.resnet.ResNet18At96",
        "WIDELEAFRESNET, dev.netwright.models.resnet.WideLeafResNet"
    })
    void aShortNameStandsForAClass(String name, String className) {
        assertThat(NetworkNames.className(name)).contains(className);
    }

    @Test
    void everyNameOfATutorialStandsForANetwork() {
        assertThat(NetworkNames.ofTutorials().split(", "))
                .allSatisfy(name -> assertThat(
                                NetworkType.named(NetworkNames.className(name).orElseThrow()))
                        .isNotNull());
    }
}
