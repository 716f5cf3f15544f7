package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver's program is played by a shell script")
final class NvidiaDriverTest {
    @TempDir
    private Path folder;

    @Test
    void everyCardIsALine() throws IOException {
        GpuFinding finding =
                answer("echo 'NVIDIA GeForce RTX 3090, 8.6, 24576, 535.54'; echo 'NVIDIA H100, 9.0, 81559, 535.54'", 0);

        assertThat(finding.gpus())
                .containsExactly(
                        new Gpu("NVIDIA GeForce RTX 3090", 8, 6, 24576, "535.54"),
                        new Gpu("NVIDIA H100", 9, 0, 81559, "535.54"));
        assertThat(finding.gpus().get(1).computeCapability()).isEqualTo("9.0");
    }

    @Test
    void aDriverThatFailsIsQuoted() throws IOException {
        GpuFinding finding = answer("echo; echo 'NVIDIA-SMI has failed because it could not reach the driver.' >&2", 9);

        assertThat(finding.gpus()).isEmpty();
        assertThat(finding.remark())
                .isEqualTo("nvidia-smi says: NVIDIA-SMI has failed because it could not reach the driver.");
    }

    @Test
    void anAnswerThatIsNoListOfCardsIsQuoted() throws IOException {
        assertThat(answer("echo 'Field \"compute_cap\" is not a valid field to query.'", 0)
                        .remark())
                .isEqualTo("nvidia-smi says: Field \"compute_cap\" is not a valid field to query.");
    }

    @Test
    void noCardIsSaid() throws IOException {
        assertThat(answer("true", 0).remark()).isEqualTo("nvidia-smi names no card");
    }

    @Test
    void aMachineWithoutTheDriverIsSaid() {
        GpuFinding finding = NvidiaDriver.gpus(folder.resolve("nowhere").toString());

        assertThat(finding.gpus()).isEmpty();
        assertThat(finding.remark()).isEqualTo("there is no nvidia-smi, so no NVIDIA driver");
    }

    private GpuFinding answer(String commands, int exitCode) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + commands + "\nexit " + exitCode + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return NvidiaDriver.gpus(program.toString());
    }
}
