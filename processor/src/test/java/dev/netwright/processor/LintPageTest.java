package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Source;
import dev.netwright.processor.diagnostics.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/lints.md} is that of the enum, and its messages are javac's. Run with {@code
 * -Dgolden.update=true} to update them.
 */
final class LintPageTest {
    private static final Path PAGE = Path.of("..", "docs", "lints.md");
    private static final Pattern SPEC = Pattern.compile("(?s)```java\n(.*?)public interface DigitsSpec \\{}\n```\n");

    @Test
    void theTableHasEveryLintInTheEnumsWords() throws IOException {
        String rows = Arrays.stream(Lint.values()).map(LintPageTest::row).collect(Collectors.joining());

        shows(Pattern.compile("(?<=\\|---\\|---\\|---\\|---\\|---\\|\n)(\\|.*\n)*"), rows);
    }

    @Test
    void theAdviceIsJavacs() throws IOException {
        shows(
                Pattern.compile("(?s)(?<=public interface DigitsSpec \\{}\n```\n```\n).*?(?=```\n)"),
                adviceOf("near-preset"));
    }

    @Test
    void theSummaryIsJavacs() throws IOException {
        shows(Pattern.compile("(?s)(?<=For the spec above it reports:\n\n```\n).*?(?=```\n)"), adviceOf("summary"));
    }

    /** The advice of a single lint on the page's spec, as javac prints it. */
    private static String adviceOf(String lint) throws IOException {
        Matcher annotation = SPEC.matcher(Files.readString(PAGE));
        assertThat(annotation.find()).as("a spec in %s", PAGE).isTrue();
        SpecCompiler javac = SpecCompiler.of(ToolProvider.getSystemJavaCompiler(), "-Anetwright.lint=none," + lint);
        return javac.compile(Source.spec(annotation.group(1).strip(), "DigitsSpec")).diagnostics().stream()
                .map(advice -> advice.toString().replaceFirst("^.*?(DigitsSpec\\.java)", "$1") + "\n")
                .collect(Collectors.joining());
    }

    private static String row(Lint lint) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        lint.shortName(),
                        lint.severity().name().toLowerCase(Locale.ROOT),
                        lint.isDefault() ? "by default" : "on request",
                        lint.rule().isEmpty() ? "nothing" : lint.rule(),
                        lint.reason());
    }

    private static void shows(Pattern place, String text) throws IOException {
        String page = Files.readString(PAGE);
        Matcher found = place.matcher(page);
        assertThat(found.find()).as("%s in %s", place, PAGE).isTrue();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, found.start()) + text + page.substring(found.end()));
        } else {
            assertThat(found.group()).isEqualTo(text);
        }
    }
}
