package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lints' options as a compiler passes them, and the effect of its own options on warnings and notes. */
final class LintOptionsCompilationTest {
    private static final Source WARNED =
            Source.spec("@Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10)", "PicturesSpec");
    private static final Source NOTED =
            Source.spec("@LeNet(hidden = {@LeNet.Hidden(units = 120), @LeNet.Hidden(units = 48)})", "DigitsSpec");
    private static final Pattern AMOUNT = Pattern.compile("train ([0-9.]+) MiB at batch (\\d+)");

    private static Result javac(Source source, String... options) {
        return SpecCompiler.of(ToolProvider.getSystemJavaCompiler(), options).compile(source);
    }

    @Test
    void aWarningFailsABuildThatForbidsWarnings() {
        assertThat(javac(WARNED, "-Werror").errors()).hasSize(1);
        assertThat(javac(WARNED, "-Werror", "-Anetwright.lint=-relu-logits").messages())
                .isEmpty();
    }

    @Test
    void aNoteDoesNotFailABuild() {
        assertThat(javac(NOTED, "-Werror", "-Xlint:all,-processing").errors()).isEmpty();
        assertThat(javac(NOTED).messages()).hasSize(1);
    }

    @Test
    void javacsOwnSwitchSilencesWarnings() {
        assertThat(javac(WARNED, "-nowarn").messages()).isEmpty();
    }

    @Test
    void javacKnowsTheOptions() {
        assertThat(javac(NOTED, "-Xlint:all,-processing", "-Anetwright.lint=none", "-Anetwright.memory=8g,batch=64")
                        .messages())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "eclipse"})
    void faultsOfOptionsAreReportedOnceWhateverTheNumberOfSpecs(String compiler) {
        SpecCompiler under = SpecCompiler.of(
                compiler.equals("javac") ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler(),
                "--release",
                "17",
                "-Anetwright.lint=rf-smal,-summary,none",
                "-Anetwright.memory=plenty,batch=0,optimiser=adam");

        Result result = under.compile(WARNED, NOTED);

        assertThat(result.errors()).isEmpty();
        assertThat(result.diagnostics())
                .allSatisfy(fault -> assertThat(fault.getKind()).isEqualTo(Diagnostic.Kind.WARNING))
                .extracting(fault -> fault.getMessage(Locale.ROOT))
                .hasSize(4)
                .anyMatch(text -> text.contains("-Anetwright.lint: there is no lint \"rf-smal\"")
                        && text.contains("did you mean \"rf-small\"?"))
                .anyMatch(text -> text.contains("-Anetwright.memory: \"plenty\" isn't a number of bytes")
                        && text.contains("-Anetwright.memory=8g,batch=64,optimizer=adam"))
                .anyMatch(text -> text.contains("-Anetwright.memory: batch is \"0\""))
                .anyMatch(text -> text.contains("-Anetwright.memory: found \"optimiser\""));
    }

    @Test
    void anErrorInASpecIsNotFollowedByAdvice() {
        assertThat(javac(Source.spec(
                                "@LeNet(classes = 1, hidden = {@LeNet.Hidden(units = 120), @LeNet.Hidden(units = 48)})",
                                "DigitsSpec"))
                        .messages())
                .singleElement()
                .asString()
                .startsWith("[netwright:range]");
    }

    /** Loads the compiled class and compares with its own arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "1, sgd, 0",
        "64, momentum, 1",
        "100, adam, 2",
        "7, adamw, 2",
        "3, nesterov, 1",
        "5, amsgrad, 3",
        "8, rmsprop, 1",
        "9, adagrad, 1",
        "10, adadelta, 2",
        "11, adamax, 2",
        "12, nadam, 2",
        "13, adabelief, 2"
    })
    void theBytesOfALintAreThoseOfTheGeneratedClass(int batch, String optimizer, int states) throws Exception {
        Source spec = Source.spec(
                "@ResNet(input = @Input(channels = 3, height = 64, width = 64), stages = @ResNet.Stage(blocks = 2, channels = 64))",
                "PicturesSpec");
        Result result = javac(
                spec,
                "-Anetwright.lint=none,summary",
                "-Anetwright.memory=8g,batch=" + batch + ",optimizer=" + optimizer);
        Matcher amount = AMOUNT.matcher(result.messages().get(0));
        assertThat(amount.find()).as("in %s", result.messages()).isTrue();

        long bytes = trainingBytes(result, batch, states);

        assertThat(amount.group(1)).isEqualTo(String.format(Locale.ROOT, "%.1f", bytes / 1048576.0));
        assertThat(javac(spec, "-Anetwright.memory=" + bytes + ",batch=" + batch + ",optimizer=" + optimizer)
                        .messages())
                .isEmpty();
        assertThat(javac(spec, "-Anetwright.memory=" + (bytes - 1) + ",batch=" + batch + ",optimizer=" + optimizer)
                        .messages())
                .singleElement()
                .asString()
                .contains(batch == 1 ? "not even a batch of 1 fits" : "the largest batch that fits is " + (batch - 1));
    }

    private static long trainingBytes(Result result, int batch, int states) throws Exception {
        URL[] classes = {
            result.output().toUri().toURL(), SpecCompiler.standIns().toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classes)) {
            Class<?> network = loader.loadClass("sample.Pictures");
            Method method = network.getMethod("trainingBytes", int.class, int.class);
            return (long) method.invoke(null, batch, states);
        }
    }
}
