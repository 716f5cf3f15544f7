package dev.netwright.processor;

import dev.netwright.annotations.Vgg;
import dev.netwright.operation.NetworkLayers;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Runs a compiler with the processor on sources that see only the annotations, the operations and the runtime's
 * stand-ins. It works in real folders, as builds do, so that one compilation can find the output of another.
 */
final class SpecCompiler {
    private static final Path ROOT = temporaryRoot();

    private final JavaCompiler compiler;
    private final List<String> options;
    private final List<File> classPath;
    private final UnaryOperator<JavaFileManager> files;

    private SpecCompiler(
            JavaCompiler compiler, List<String> options, List<File> classPath, UnaryOperator<JavaFileManager> files) {
        this.compiler = compiler;
        this.options = options;
        this.classPath = classPath;
        this.files = files;
    }

    /** A source file. */
    record Source(String path, String text) {
        /** A spec in package {@code sample}: its annotation, and the interface's name. */
        static Source spec(String annotation, String interfaceName) {
            return specWithStages(annotation, "", interfaceName);
        }

        /** A spec in package {@code sample}: its annotation, its methods, and the interface's name. */
        static Source specWithStages(String annotation, String stages, String interfaceName) {
            return new Source("sample/" + interfaceName + ".java", """
                    package sample;

                    import dev.netwright.annotations.*;

                    %s
                    public interface %s {%s}
                    """.formatted(annotation, interfaceName, stages));
        }
    }

    /**
     * The result of a compilation.
     *
     * @param generated text of each class that the processor wrote, by path
     * @param output folder of the class files
     */
    record Result(List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> generated, Path output) {
        List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }

        List<String> messages() {
            return diagnostics.stream()
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    .toList();
        }

        /**
         * Deletes its folder now: a test that compiles thousands of specs would leave more files than the JVM can
         * delete at its end.
         */
        void discard() {
            delete(Objects.requireNonNull(output.getParent()));
        }

        /** Text of a class that the processor wrote in package {@code sample}. */
        String generated(String className) {
            return Objects.requireNonNull(
                    generated.get("sample/" + className + ".java"),
                    () -> className + " is not among " + generated.keySet());
        }
    }

    /**
     * Only errors: lints for valid specs are off. Since JDK 24, {@code -Xlint:none} doesn't silence the messages of
     * processors.
     */
    static SpecCompiler javac() {
        return of(ToolProvider.getSystemJavaCompiler(), "-Xlint:none", "-Xmaxerrs", "10000", "-Anetwright.lint=none");
    }

    /** With every lint, and a budget of memory that no network fits. */
    static SpecCompiler withEveryLint() {
        return of(
                ToolProvider.getSystemJavaCompiler(),
                "-Xmaxwarns",
                "10000",
                "-Anetwright.lint=all",
                "-Anetwright.memory=1k");
    }

    /** With every warning of javac as an error. Lints concern specs, not generated classes, and are off. */
    static SpecCompiler strictJavac(String... options) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-Anetwright.lint=none"));
        all.addAll(List.of(options));
        return of(ToolProvider.getSystemJavaCompiler(), all.toArray(String[]::new));
    }

    static SpecCompiler of(JavaCompiler compiler, String... options) {
        return new SpecCompiler(compiler, List.of(options), specClassPath(), UnaryOperator.identity());
    }

    SpecCompiler withClassPath(Path folder) {
        List<File> longer = new ArrayList<>(classPath);
        longer.add(folder.toFile());
        return new SpecCompiler(compiler, options, longer, files);
    }

    /** Writes through another file manager, which wraps the compiler's own. */
    SpecCompiler withFiles(UnaryOperator<JavaFileManager> otherFiles) {
        return new SpecCompiler(compiler, options, classPath, otherFiles);
    }

    Result compile(Source... sources) {
        return compile(List.of(sources));
    }

    Result compile(Collection<Source> sources) {
        return run(sources, processors());
    }

    /** Compiles in a folder in which {@code output} and {@code generated} may hold something already. */
    Result compileIn(Path folder, Source... sources) {
        return run(List.of(sources), processors(), folder);
    }

    /** A folder that is gone after the tests. */
    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(ROOT, "compilation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the given processors, in their order. */
    Result run(Collection<Source> sources, List<? extends Processor> processors) {
        return run(sources, processors, temporaryFolder());
    }

    private Result run(Collection<Source> sources, List<? extends Processor> processors, Path folder) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path generated = Files.createDirectories(folder.resolve("generated"));
            Path output = Files.createDirectories(folder.resolve("output"));
            standard.setLocation(StandardLocation.CLASS_PATH, classPath);
            standard.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            standard.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
            List<Path> written = new ArrayList<>();
            for (Source source : sources) {
                written.add(write(folder.resolve("sources").resolve(source.path()), source.text()));
            }
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files.apply(standard),
                    diagnostics,
                    options,
                    null,
                    standard.getJavaFileObjects(written.toArray(Path[]::new)));
            task.setProcessors(processors);
            boolean succeeded = task.call();
            Result result = new Result(diagnostics.getDiagnostics(), texts(generated), output);
            if (succeeded != result.errors().isEmpty()) {
                throw new AssertionError(
                        "the compiler's verdict " + succeeded + " is not that of " + result.messages());
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that this module registers, in the order of the service file: AutoService sorts it by name. */
    private static List<Processor> processors() {
        return Stream.<Processor>of(new NetwrightProcessor(), new UserBlockProcessor())
                .sorted(Comparator.comparing(processor -> processor.getClass().getName()))
                .toList();
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder, ".java")) {
            texts.put(folder.relativize(file).toString().replace(File.separatorChar, '/'), read(file));
        }
        return texts;
    }

    private static List<File> specClassPath() {
        return List.of(
                classPathOf(Vgg.class).toFile(),
                classPathOf(NetworkLayers.class).toFile(),
                StandIns.OUTPUT.toFile());
    }

    /** The folder of the runtime's stand-ins, compiled. */
    static Path standIns() {
        return StandIns.OUTPUT;
    }

    /** The jar or folder that a class comes from. */
    static Path classPathOf(Class<?> type) {
        return fileOf(type.getProtectionDomain().getCodeSource().getLocation()).toPath();
    }

    /** A file or folder among the test resources. */
    static Path resource(String path) {
        return fileOf(Objects.requireNonNull(SpecCompiler.class.getResource("/" + path), path))
                .toPath();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in a folder with the given suffix, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File fileOf(URL url) {
        try {
            return new File(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path temporaryRoot() {
        try {
            Path root = Files.createTempDirectory("netwright-processor-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runtime's stand-ins, compiled once. */
    private static final class StandIns {
        static final Path OUTPUT = compiled();

        private static Path compiled() {
            Path folder = resource("support");
            List<Source> sources = files(folder, ".java").stream()
                    .map(file -> new Source(folder.relativize(file).toString(), read(file)))
                    .toList();
            Result result = new SpecCompiler(
                            ToolProvider.getSystemJavaCompiler(),
                            List.of("-proc:none"),
                            List.of(classPathOf(NetworkLayers.class).toFile()),
                            UnaryOperator.identity())
                    .run(sources, List.of());
            if (!result.errors().isEmpty()) {
                throw new AssertionError(result.messages().toString());
            }
            return result.output();
        }
    }
}
