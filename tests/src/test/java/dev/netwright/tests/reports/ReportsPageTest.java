package dev.netwright.tests.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReportsPageTest {
    @Test
    void thePageShowsTheProgramThatIsCompiled() throws IOException {
        String program = Files.readString(
                Path.of("src", "test", "java", "dev", "netwright", "tests", "reports", "ReportedRun.java"));
        String shown = program.substring(
                        program.indexOf("// docs/reports.md: from here\n") + "// docs/reports.md: from here\n".length(),
                        program.indexOf("        // to here"))
                .stripTrailing()
                .stripIndent();
        assertThat(Files.readString(Path.of("..", "docs", "reports.md"))).contains("```java\n" + shown + "\n```\n");
    }
}
