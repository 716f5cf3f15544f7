package dev.netwright.tests.processes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with this one's class path.
 *
 * @param before words before {@code java}, such as a program that limits what it starts
 * @param options of {@code java}
 * @param environment added to this process's
 */
record ChildJvm(List<String> before, List<String> options, Map<String, String> environment) {
    private static final long MOST_SECONDS = 120;

    /** What it left. */
    record Ended(int exit, String out, String errors) {
        /** For the description of an assertion. */
        @Override
        public String toString() {
            return "exit code " + exit + "\n" + out + "\n" + errors;
        }
    }

    static ChildJvm with(String... options) {
        return new ChildJvm(List.of(), List.of(options), Map.of());
    }

    ChildJvm behind(List<String> words) {
        return new ChildJvm(words, options, environment);
    }

    ChildJvm in(Map<String, String> variables) {
        return new ChildJvm(before, options, variables);
    }

    /** Behind {@code ulimit} with such an option and number of KiB. */
    ChildJvm limited(String option, long kibibytes) {
        return behind(List.of("sh", "-c", "ulimit " + option + " " + kibibytes + " && exec \"$@\"", "sh"));
    }

    /** Runs to its end, which has to come within two minutes. */
    Ended run(Path folder, Class<?> program, String... arguments) throws IOException, InterruptedException {
        return run(System.getProperty("java.class.path"), folder, program, arguments);
    }

    /** The same with another class path. */
    Ended run(String classPath, Path folder, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(nativeAccess());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            int exit = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
            return new Ended(
                    exit,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    /** JDK 24 and later warn of native libraries unless a flag allows them; this process has it there. */
    private static List<String> nativeAccess() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--enable-native-access") || flag.startsWith("--sun-misc-unsafe"))
                .toList();
    }
}
