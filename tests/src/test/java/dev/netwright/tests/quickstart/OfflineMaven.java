package dev.netwright.tests.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maven without a network, on the repository that the build has staged. */
final class OfflineMaven {
    private static final Path SETTINGS = Path.of("target", "it", "settings.xml");

    private OfflineMaven() {}

    /** What a command printed and how it ended. */
    record Run(int exit, String output) {}

    static Run in(Path project, String... goals) throws IOException, InterruptedException {
        fillInSettings();
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path repository = Path.of("target", "it-repository").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven"), "bin", windows ? "mvn.cmd" : "mvn").toString(),
                "--batch-mode",
                "--offline",
                "--settings=" + SETTINGS.toAbsolutePath(),
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(goals));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.directory(project.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** The invoker plugin fills in the same placeholder, but keeps the result to itself. */
    private static void fillInSettings() throws IOException {
        String fetched = Path.of(property("fetched")).toUri().toString();
        Files.writeString(
                SETTINGS,
                Files.readString(Path.of("src", "it", "settings.xml")).replace("@localRepositoryUrl@", fetched));
    }

    private static String property(String name) {
        String value = System.getProperty("netwright.it." + name);
        if (value == null) {
            throw new IllegalStateException(
                    "run by Maven only, which sets netwright.it." + name + ": mvn verify -pl tests -am");
        }
        return value;
    }
}
