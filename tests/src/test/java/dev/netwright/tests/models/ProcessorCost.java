package dev.netwright.tests.models;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Prints what the processor adds to a compilation: the time that a warm javac takes for a spec, less the time that it takes for
 * the same spec and the class that was generated from it. Times are those of javac's thread, so that a busy machine doesn't
 * count; it isn't a test, because machines differ. From the repository's root, after {@code mvn install -DskipTests}:
 *
 * <pre>
 *   mvn -pl tests test-compile exec:java -Dexec.classpathScope=test \
 *       -Dexec.mainClass=dev.netwright.tests.models.ProcessorCost -Dexec.args=model-specs/src/main/java
 * </pre>
 */
final class ProcessorCost {
    private static final int RUNS = 10;
    private static final List<String> SPECS = List.of(
            "dev/netwright/models/densenet/ImageNetDenseNet121Spec.java",
            "dev/netwright/models/resnet/ImageNetResNet101Spec.java",
            "dev/netwright/models/inception/ImageNetGoogLeNetSpec.java",
            "dev/netwright/models/vgg/ImageNetVgg16Spec.java");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private ProcessorCost() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "expected the folder of the specs' sources, found " + List.of(arguments));
        }
        PrintStream out = System.out;
        Path output = Files.createTempDirectory("processor-cost");
        try {
            out.printf(
                    Locale.ROOT,
                    "%-24s %14s %17s %9s%n",
                    "median of " + RUNS,
                    "with processor",
                    "without processor",
                    "extra");
            for (String spec : SPECS) {
                out.println(row(name(Path.of(spec)), List.of(Path.of(arguments[0], spec)), output));
            }
            List<Path> all = specs(Path.of(arguments[0]));
            out.println(row("all " + all.size() + " specs", all, output));
        } finally {
            delete(output);
        }
    }

    private static List<Path> specs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Spec.java"))
                    .sorted()
                    .toList();
        }
    }

    /** Name of the class that a spec's file asks for. */
    private static String name(Path spec) {
        return String.valueOf(spec.getFileName()).replace("Spec.java", "");
    }

    private static String row(String title, List<Path> specs, Path output) throws IOException {
        List<JavaFileObject> written = new ArrayList<>();
        for (Path spec : specs) {
            written.add(new Text(name(spec) + "Spec", Files.readString(spec)));
        }
        compile(output, written, true);
        List<JavaFileObject> complete = new ArrayList<>(written);
        for (Path spec : specs) {
            complete.add(new Text(name(spec), generated(output, name(spec))));
        }
        // In turns, so that what else the machine does falls on both.
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int run = -RUNS; run < RUNS; run++) {
            long extended = nanoseconds(() -> compile(output, written, true));
            long plain = nanoseconds(() -> compile(output, complete, false));
            if (run >= 0) {
                with.add(extended);
                without.add(plain);
            }
        }
        double extra = milliseconds(with) - milliseconds(without);
        return String.format(
                Locale.ROOT,
                "%-24s %11.0f ms %14.0f ms %6.0f ms",
                title,
                milliseconds(with),
                milliseconds(without),
                extra);
    }

    private static long nanoseconds(Runnable compilation) {
        long start = THREADS.getCurrentThreadCpuTime();
        compilation.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static void compile(Path output, List<JavaFileObject> sources, boolean withProcessor) {
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            List<String> options = withProcessor ? List.of("-Xlint:none") : List.of("-Xlint:none", "-proc:none");
            JavaCompiler.CompilationTask task = JAVAC.getTask(messages, files, null, options, null, sources);
            if (withProcessor) {
                task.setProcessors(ServiceLoader.load(Processor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
            }
            if (!task.call()) {
                throw new IllegalStateException("the compilation failed: " + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generated(Path output, String name) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            Path file = files.filter(path -> path.endsWith(name + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " was generated"));
            return Files.readString(file);
        }
    }

    private static double milliseconds(List<Long> nanoseconds) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2e6;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
