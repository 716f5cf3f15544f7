package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.diagnostics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of all problems, {@code docs/problems.md}: made of the enum and of what the bad specs are told. Run with
 * {@code -Dgolden.update=true} to write it anew, and read the difference before it is committed.
 */
final class ProblemsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final String BEGINNING = """
            # Problems

            What can be wrong with a spec, by the id in the message's brackets. Each message says where the fault is, what was found, what
            must hold, the shapes on the way to the fault where shapes matter, and the smallest change that mends it. This page is made by
            `ProblemsPageTest`; each example is what a spec of `processor/src/test/resources/bad` is told.
            """;

    /** What javac tells of the bad specs, of which some have errors that hide others. */
    private static final List<String> MESSAGES = BadSpec.all().stream()
            .flatMap(spec -> SpecCompiler.javac().compile(spec.file()).errors().stream())
            .map(error -> error.getMessage(Locale.ROOT).replace("\n      ", "\n    "))
            .toList();

    @Test
    void thePageIsThatOfTheEnum() throws IOException {
        String page = BEGINNING
                + EnumSet.allOf(Problem.class).stream()
                        .map(ProblemsPageTest::section)
                        .collect(Collectors.joining());

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String section(Problem problem) {
        return "\n## " + problem.id() + "\n\nWhat must hold: " + problem.rule() + ".\n"
                + example(problem)
                        .map(message -> "\n```\n" + message + "\n```\n")
                        .orElse("\nNo spec provokes it.\n");
    }

    /** With a trail of shapes, if there is one. */
    private static Optional<String> example(Problem problem) {
        List<String> examples = MESSAGES.stream()
                .filter(message -> message.startsWith("[" + problem.id() + "]"))
                .toList();
        return examples.stream()
                .filter(message -> message.contains("Shapes:"))
                .findFirst()
                .or(() -> examples.stream().findFirst());
    }

    @Test
    void idsAreUnique() {
        assertThat(EnumSet.allOf(Problem.class))
                .extracting(Problem::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("netwright:[a-z-]+"));
    }
}
