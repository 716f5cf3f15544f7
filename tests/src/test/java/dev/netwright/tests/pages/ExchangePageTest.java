package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/exchange.md}. */
final class ExchangePageTest {
    private static final Path PAGE = Path.of("..", "docs", "exchange.md");

    @TempDir
    private Path folder;

    @Test
    void everyBlockCompilesAsItStands() throws IOException {
        assertThat(PageCode.of(PAGE).compiled(folder)).hasSizeGreaterThanOrEqualTo(2);
    }
}
