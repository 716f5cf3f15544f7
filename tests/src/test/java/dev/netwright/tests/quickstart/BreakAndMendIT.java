package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user's day: the project compiles, a change breaks its spec, another mends it, and nobody ever types clean. */
final class BreakAndMendIT {
    private static final Path SETTINGS = Path.of("target", "it", "settings.xml");

    /** The invoker plugin fills in the same placeholder, but keeps the result to itself. */
    @BeforeAll
    static void fillInSettings() throws IOException {
        String fetched = Path.of(property("fetched")).toUri().toString();
        Files.writeString(
                SETTINGS,
                Files.readString(Path.of("src", "it", "settings.xml")).replace("@localRepositoryUrl@", fetched));
    }

    @Test
    void aBrokenSpecIsOneErrorAndAMendedOneRunsWithoutClean() throws IOException, InterruptedException {
        String valid = Files.readString(QuickStart.SPEC.source());

        Files.writeString(QuickStart.SPEC.copy(), Breakage.in(valid));
        Run broken = maven("compile");
        assertThat(broken.exit()).as(broken.output()).isNotZero();
        assertThat(broken.output()).contains("GarmentsSpec.java:[10,56] [netwright:shape]");
        assertThat(broken.output()
                        .lines()
                        .filter(line -> line.contains(".java:["))
                        .distinct())
                .as("no second error follows, least of all in Main")
                .hasSize(1);

        Files.writeString(QuickStart.SPEC.copy(), valid);
        Run mended = maven("compile", "org.codehaus.mojo:exec-maven-plugin:3.6.4:java");
        assertThat(mended.exit()).as(mended.output()).isZero();
        assertThat(mended.output()).contains("accuracy 0.");
    }

    /** What a command printed and how it ended. */
    private record Run(int exit, String output) {}

    private static Run maven(String... goals) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path repository = Path.of("target", "it-repository").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven"), "bin", windows ? "mvn.cmd" : "mvn").toString(),
                "--batch-mode",
                "--offline",
                "--settings=" + SETTINGS.toAbsolutePath(),
                "-Dmaven.repo.local=" + repository,
                "-Dexec.mainClass=garments.Main"));
        command.addAll(List.of(goals));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.directory(QuickStart.COPY.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
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
