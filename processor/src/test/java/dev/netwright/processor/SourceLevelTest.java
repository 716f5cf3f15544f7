package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source level from 17 to the newest that the current compiler knows; the build runs this on JDK 17 and on 25.
 */
final class SourceLevelTest {
    private static final List<Source> SPECS = List.of(
            Source.spec("@LeNet", "DigitsSpec"),
            Source.spec("@ResNet(stages = @ResNet.Stage(blocks = 1, channels = 8))", "LeavesSpec"));

    static IntStream levels() {
        return IntStream.rangeClosed(17, Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("levels")
    void noWarningReportsAnUnsupportedSourceVersion(int level) {
        Result result = SpecCompiler.of(
                        ToolProvider.getSystemJavaCompiler(),
                        "--release",
                        Integer.toString(level),
                        "-Xlint:all",
                        "-Anetwright.lint=none",
                        "-Werror")
                .compile(SPECS);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).hasSameSizeAs(SPECS);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void eclipsesCompilerWritesTheSameClasses(int level) {
        Result result = SpecCompiler.of(new EclipseCompiler(), "--release", Integer.toString(level))
                .compile(SPECS);

        assertThat(result.errors()).isEmpty();
        assertThat(result.messages()).noneMatch(message -> message.contains("source version"));
        assertThat(result.generated())
                .isEqualTo(SpecCompiler.javac().compile(SPECS).generated());
    }
}
