package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A user's day: the project compiles, a change breaks its spec, another mends it, and nobody ever types clean. */
final class BreakAndMendIT {
    @Test
    void aBrokenSpecIsOneErrorAndAMendedOneRunsWithoutClean() throws IOException, InterruptedException {
        String valid = Files.readString(QuickStart.SPEC.source());

        Files.writeString(QuickStart.SPEC.copy(), Breakage.in(valid));
        OfflineMaven.Run broken = OfflineMaven.in(QuickStart.COPY, "compile");
        assertThat(broken.exit()).as(broken.output()).isNotZero();
        assertThat(broken.output()).contains("GarmentsSpec.java:[10,56] [netwright:shape]");
        assertThat(broken.output()
                        .lines()
                        .filter(line -> line.contains(".java:["))
                        .distinct())
                .as("no second error follows, least of all in Main")
                .hasSize(1);

        Files.writeString(QuickStart.SPEC.copy(), valid);
        OfflineMaven.Run mended = OfflineMaven.in(
                QuickStart.COPY,
                "compile",
                "org.codehaus.mojo:exec-maven-plugin:3.6.4:java",
                "-Dexec.mainClass=garments.Main");
        assertThat(mended.exit()).as(mended.output()).isZero();
        assertThat(mended.output()).contains("accuracy 0.");
    }
}
