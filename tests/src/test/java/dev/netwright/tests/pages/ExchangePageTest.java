package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.torch.TorchDialect;
import dev.netwright.tests.models.ModelClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/exchange.md}. */
final class ExchangePageTest {
    private static final Path PAGE = Path.of("..", "docs", "exchange.md");

    @TempDir
    private Path folder;

    @Test
    void everyBlockCompilesAsItStands() throws IOException {
        assertThat(PageCode.of(PAGE).compiled(folder)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theNetworksWithPyTorchsNamesAreThoseThatTheCompilerFound() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        row("torchvision", dialects -> dialects.contains(TorchDialect.TORCHVISION)),
                        row("d2l.ai", dialects -> dialects.contains(TorchDialect.D2L)),
                        row("neither", Collection::isEmpty));
    }

    @Test
    void theDifferenceIsTheCompilers() throws IOException {
        assertThat(Files.readString(PAGE).replaceAll("\\s+", " "))
                .contains(AlexNet224.TYPE
                        .torchNames()
                        .difference(TorchDialect.TORCHVISION)
                        .orElseThrow());
    }

    private static String row(String whose, Predicate<Collection<TorchDialect>> choice) {
        return ModelClasses.types().stream()
                .filter(type -> choice.test(type.torchNames().dialects()))
                .map(NetworkType::structure)
                .map(structure -> "`" + structure.name() + "`")
                .sorted()
                .collect(Collectors.joining(", ", "| " + whose + " | ", " |\n"));
    }
}
