package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/training.md}. */
final class TrainingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "training.md");

    @TempDir
    private Path folder;

    @Test
    void everyBlockCompilesAsItStands() throws IOException {
        assertThat(PageCode.of(PAGE).compiled(folder)).hasSizeGreaterThanOrEqualTo(5);
    }
}
