package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lints that are on by default say of netwright-models: nothing, and each suppression there is needed. */
final class AdviceOnModelsTest {
    private static final Path SOURCES = Path.of("..", "model-specs", "src", "main", "java");
    private static final Pattern SUPPRESSION = Pattern.compile("@SuppressWarnings\\((?s)(.*?)\\)\n");
    private static final Pattern ID = Pattern.compile("netwright:[a-z-]+");

    /** A spec's name and a lint's id. */
    private record Advice(String spec, String id) {}

    @Test
    void modelsCompileWithoutAdvice(@TempDir Path output) throws IOException {
        assertThat(compile(specs(), output)).isEmpty();
    }

    @Test
    void everySuppressionSilencesALint(@TempDir Path output) throws IOException {
        List<Source> unsuppressed = new ArrayList<>();
        List<Advice> suppressions = new ArrayList<>();
        for (Source spec : specs()) {
            Matcher suppression = SUPPRESSION.matcher(spec.text());
            while (suppression.find()) {
                ID.matcher(suppression.group(1))
                        .results()
                        .forEach(id -> suppressions.add(new Advice(spec.spec(), id.group())));
            }
            unsuppressed.add(
                    new Source(spec.path(), SUPPRESSION.matcher(spec.text()).replaceAll("")));
        }

        assertThat(compile(unsuppressed, output))
                .containsExactlyInAnyOrderElementsOf(suppressions)
                .isNotEmpty();
    }

    /** A source in memory. */
    private record Source(Path path, String text) {
        String spec() {
            return path.getFileName().toString().replace(".java", "");
        }

        JavaFileObject file() {
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + path.toString().replace('\\', '/')), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }

    private static List<Source> specs() throws IOException {
        List<Source> specs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Spec.java")).toList()) {
                specs.add(new Source(SOURCES.relativize(file), Files.readString(file)));
            }
        }
        return specs;
    }

    private static List<Advice> compile(List<Source> specs, Path output) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-proc:only", "-processor", "dev.netwright.processor.NetwrightProcessor"),
                    null,
                    specs.stream().map(Source::file).toList());
            assertThat(task.call()).as("%s", diagnostics.getDiagnostics()).isTrue();
        }
        return diagnostics.getDiagnostics().stream()
                .map(AdviceOnModelsTest::advice)
                .toList();
    }

    private static Advice advice(Diagnostic<? extends JavaFileObject> told) {
        Matcher id = ID.matcher(told.getMessage(Locale.ROOT));
        assertThat(id.find()).as("%s", told).isTrue();
        return new Advice(
                Path.of(told.getSource().toUri().getPath())
                        .getFileName()
                        .toString()
                        .replace(".java", ""),
                id.group());
    }
}
