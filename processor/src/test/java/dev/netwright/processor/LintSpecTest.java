package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.diagnostics.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The specs under {@code lint}: the warnings and notes of each, their places, and that there are no others. */
final class LintSpecTest {
    static List<BadSpec> lintSpecs() {
        return BadSpec.all("lint");
    }

    @ParameterizedTest
    @MethodSource("lintSpecs")
    void hasExactlyTheAdviceThatItsCaretsState(BadSpec spec) {
        List<Diagnostic<? extends JavaFileObject>> advice =
                new ArrayList<>(javac(spec.options()).compile(spec.file()).diagnostics());

        List<BadSpec.Expected> missing = new ArrayList<>();
        for (BadSpec.Expected expected : spec.expected()) {
            if (!advice.removeIf(expected::isOf)) {
                missing.add(expected);
            }
        }
        assertThat(missing).as("missing; the others are %s", advice).isEmpty();
        assertThat(advice).as("beside what the carets state").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lintSpecs")
    void getsItsClassesAnyway(BadSpec spec) {
        SpecCompiler.Result result = javac(spec.options()).compile(spec.file());

        assertThat(result.errors()).isEmpty();
        assertThat(result.generated().keySet())
                .containsExactlyInAnyOrderElementsOf(spec.classes().stream()
                        .map(name -> "lint/" + name + ".java")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("lintSpecs")
    void reportsTheSameOnTheSameLinesUnderEclipse(BadSpec spec) {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-proceedOnError"));
        options.addAll(spec.options());

        SpecCompiler.Result result = SpecCompiler.of(new EclipseCompiler(), options.toArray(String[]::new))
                .compile(spec.file());

        // It reports more, such as that it doesn't know our suppressions.
        assertThat(result.diagnostics())
                .filteredOn(advice -> id(advice).startsWith(Lint.PREFIX))
                .extracting(advice -> advice.getLineNumber() + " " + id(advice))
                .containsExactlyInAnyOrderElementsOf(spec.expected().stream()
                        .map(expected -> expected.line() + " " + expected.id())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("lintSpecs")
    void warningsAndNotesMatchTheLevelsOfTheirLints(BadSpec spec) {
        assertThat(javac(spec.options()).compile(spec.file()).diagnostics()).allSatisfy(advice -> {
            Lint lint = Stream.of(Lint.values())
                    .filter(candidate -> candidate.id().equals(id(advice)))
                    .findFirst()
                    .orElseThrow();
            assertThat(advice.getKind())
                    .isEqualTo(lint.severity() == Severity.WARNING ? Diagnostic.Kind.WARNING : Diagnostic.Kind.NOTE);
        });
    }

    @ParameterizedTest
    @MethodSource("lintSpecs")
    void reportsNothingIfAllLintsAreOff(BadSpec spec) {
        assertThat(javac(List.of("-Anetwright.lint=none")).compile(spec.file()).messages())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Lint.class)
    void everyLintHasASpecThatTriggersIt(Lint lint) {
        assertThat(lintSpecs())
                .flatExtracting(BadSpec::expected)
                .extracting(BadSpec.Expected::id)
                .contains(lint.id());
    }

    private static String id(Diagnostic<?> advice) {
        return advice.getMessage(Locale.ROOT).replaceFirst("^\\[(.*?)](?s).*", "$1");
    }

    /** Without {@code -Xlint:none}, which silences every warning and note. */
    private static SpecCompiler javac(List<String> options) {
        return SpecCompiler.of(ToolProvider.getSystemJavaCompiler(), options.toArray(String[]::new));
    }
}
