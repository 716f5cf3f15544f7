package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same processor under Eclipse's compiler, which has its own code for annotations and the places of errors. */
final class EclipseCompilerTest {
    private static final SpecCompiler ECLIPSE =
            SpecCompiler.of(new EclipseCompiler(), "--release", "17", "-proceedOnError");

    /**
     * The specs whose errors are all ours, because javac's own have other texts here; this compiler has no lines for a
     * record.
     */
    static List<BadSpec> badSpecs() {
        return BadSpec.all().stream()
                .filter(spec -> !spec.name().equals("Record"))
                .filter(spec -> spec.expected().stream()
                        .allMatch(expected -> expected.id().startsWith("netwright:")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void reportsTheSameProblemsOnTheSameLines(BadSpec spec) {
        Result result = ECLIPSE.compile(spec.withCallers());

        assertThat(result.errors())
                .extracting(error -> error.getLineNumber() + " " + id(error))
                .containsExactlyInAnyOrderElementsOf(spec.expected().stream()
                        .map(expected -> expected.line() + " " + expected.id())
                        .toList());
    }

    /** If javac's caret points at an attribute's value or a whole type, this compiler underlines its name. */
    @ParameterizedTest
    @MethodSource("badSpecs")
    void underlinesTheValueThatJavacsCaretPointsAt(BadSpec spec) {
        Result result = ECLIPSE.compile(spec.file());

        assertThat(result.errors()).allSatisfy(error -> {
            int start = (int) error.getStartPosition();
            String underlined = spec.source().substring(start, (int) error.getEndPosition() + 1);
            int column = start - spec.source().lastIndexOf('\n', start - 1);
            boolean isName = underlined.equals(attribute(error));
            boolean isType = underlined.matches("\\w+Spec");
            assertThat(spec.expected())
                    .as("%s, underlined: %s", error.getMessage(Locale.ROOT), underlined)
                    .anyMatch(expected -> expected.line() == error.getLineNumber()
                            && expected.id().equals(id(error))
                            && (isName
                                    ? column < expected.column()
                                    : (isType || column <= expected.column())
                                            && expected.column() < column + underlined.length()));
        });
    }

    /** The last of a path such as {@code stem.kernel[1]}. */
    private static String attribute(Diagnostic<?> error) {
        String path =
                error.getMessage(Locale.ROOT).replaceFirst("^\\[.*?] ", "").replaceFirst(": (?s).*", "");
        return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
    }

    private static String id(Diagnostic<?> error) {
        return error.getMessage(Locale.ROOT).replaceFirst("^\\[(.*?)](?s).*", "$1");
    }

    @Test
    void writesTheSameClasses() {
        Source leNet = Source.spec("@LeNet", "DigitsSpec");
        Source vgg = Source.spec(
                "@Vgg(blocks = @Vgg.Block(convs = 1, channels = 8, lrn = @LocalResponseNorm), classes = 10)",
                "ThingsSpec");
        Source stages = Source.specWithStages(
                "@Network(input = @Input(channels = 1, height = 9, width = 8))",
                "@Conv(channels = 2, kernel = {3, 1}) @Relu void zeta(); @MaxPool void alpha(); @Linear(units = 2) void mu();",
                "StagesSpec");
        Source caller = new Source("sample/Caller.java", """
                package sample;

                final class Caller {
                    static final long PARAMETERS = Digits.PARAMETERS + Things.PARAMETERS + Stages.PARAMETERS;
                }
                """);

        Result result = ECLIPSE.compile(leNet, vgg, stages, caller);

        assertThat(result.errors()).isEmpty();
        assertThat(result.generated())
                .isEqualTo(
                        SpecCompiler.javac().compile(leNet, vgg, stages, caller).generated());
    }
}
