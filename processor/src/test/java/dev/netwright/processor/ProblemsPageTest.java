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
 * The page of all problems, {@code docs/problems.md}: generated from the enum and the messages for the bad specs. Run
 * with {@code -Dgolden.update=true} to update it, and read the difference before you commit it.
 */
final class ProblemsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final String BEGINNING = """
            # Problems

            All faults that a spec can have, by the id in the message's brackets. Each message states where the fault is, what was found,
            what must hold, the shapes from the input to the fault if shapes matter, and the smallest change that fixes it.
            `ProblemsPageTest` generates this page; each example is the message for a spec in `processor/src/test/resources/bad`.
            """;

    /** javac's messages for the bad specs; some of these have errors that hide others. */
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
                        .orElse("\nNo spec causes it.\n");
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
