package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty folder, one command, and Maven without a network. */
final class NewProgramIT {
    @TempDir
    private Path folder;

    @Test
    void anEmptyFolderBecomesAProgramThatLearnsAndSaves() throws IOException, InterruptedException {
        assertThat(Netwright.execute("new", folder.toString(), "--package", "com.example.leaf_shapes"))
                .isZero();

        OfflineMaven.Run run = OfflineMaven.in(folder, "compile", "org.codehaus.mojo:exec-maven-plugin:3.6.4:java");

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(new BuildLog(run.output().lines().toList()).number("accuracy"))
                .as("share of test images classified rightly, where a guess gets 0.1")
                .isGreaterThan(0.5);
        assertThat(folder.resolve("leaf_shapes.safetensors")).isNotEmptyFile();
    }
}
