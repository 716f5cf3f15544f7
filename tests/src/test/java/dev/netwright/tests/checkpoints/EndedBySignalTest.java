package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that is asked to end saves its run, whatever it is doing, and the run goes on as if nothing had been. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class EndedBySignalTest {
    private static final int TERM_EXIT = 143;
    private static final int INT_EXIT = 130;
    private static final long INT_MASK = 0b10;
    private static final String INTERRUPTED = "interrupted: saving the run; interrupt again to end at once";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXITING", "BLOCKED"})
    void termSavesInEveryPhaseAndTheRunGoesOnToTheSameBits(EndedProgram.Phase phase) throws Exception {
        Ended program = ended(phase, "TERM");

        assertThat(program.exit).as(String.join("\n", program.lines)).isEqualTo(TERM_EXIT);
        assertThat(program.lines)
                .contains(INTERRUPTED)
                .noneMatch(line -> line.equals("came to its end"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("saved in " + Checkpoints.in(folder).last())
                        .endsWith("run it again with Training.resume() to continue from there"));
        if (phase == EndedProgram.Phase.STEP) {
            assertThat(program.lines).as("no other step").anyMatch(line -> line.contains(" after step 4;"));
        }
        assertGoesOnToTheSameBits();
    }

    /** All columns but the pace and the time. */
    private static List<String> rows(Path report) throws IOException {
        return Files.readAllLines(report.resolve("metrics.csv")).stream()
                .map(row -> row.replaceFirst(",[^,]*,[^,]*$", ""))
                .toList();
    }

    private void assertGoesOnToTheSameBits() throws IOException {
        Training training = EndedProgram.training(EndedProgram.test());
        Recorded rest = Recorded.run();
        try (NeuralNetwork resumed = ResumedNet.train(
                        EndedProgram.images(),
                        training.checkpoints(folder)
                                .resume()
                                .runFolder(folder.resolve(EndedProgram.REPORT))
                                .listener(rest));
                NeuralNetwork whole = ResumedNet.train(
                        EndedProgram.images(),
                        training.runFolder(folder.resolve("whole")).listener(Recorded.run()))) {
            assertThat(rest.start().orElseThrow().resumption()).isPresent();
            assertThat(Recorded.tensors(resumed)).isEqualTo(Recorded.tensors(whole));
        }
        assertThat(rows(folder.resolve(EndedProgram.REPORT))).isEqualTo(rows(folder.resolve("whole")));
        assertThat(Files.readString(folder.resolve(EndedProgram.REPORT).resolve("report.html")))
                .contains("2 epochs, ended;");
    }

    @Test
    void intIsAnsweredAlike() throws Exception {
        Ended program = ended(EndedProgram.Phase.TRAINING, "INT");

        assertThat(program.exit).isEqualTo(INT_EXIT);
        assertThat(Checkpoints.in(folder).last()).exists();
    }

    /** The first signal's save waits for a step of three seconds; the second one comes within them. */
    @Test
    void aSecondSignalEndsTheProgramAtOnceAndWithoutTheSave() throws Exception {
        Ended program = ended(EndedProgram.Phase.STEP, "TERM", EndedProgram.READY, INTERRUPTED);

        assertThat(program.exit).isEqualTo(TERM_EXIT);
        assertThat(program.lines).contains(INTERRUPTED).noneMatch(line -> line.startsWith("saved in"));
        assertThat(Checkpoints.in(folder).last()).doesNotExist();
    }

    /** Neither the save nor the exit waits for the listener that asked for it. */
    @Test
    void aListenerThatEndsTheProgramLeavesASavedRunBehind() throws Exception {
        Ended program = ended(EndedProgram.Phase.EXITING, "TERM");

        assertThat(program.exit).as(String.join("\n", program.lines)).isEqualTo(EndedProgram.EXIT);
        assertThat(program.lines).contains(INTERRUPTED);
        assertGoesOnToTheSameBits();
    }

    @Test
    void aRunWhoseOutputNobodyReadsIsSavedAndEnds() throws Exception {
        Process program = started(EndedProgram.Phase.BLOCKED);
        try (BufferedReader out = program.inputReader()) {
            for (String line = out.readLine(); !EndedProgram.READY.equals(line); line = out.readLine()) {
                assertThat(line).as("comes to its phase").isNotNull();
            }
            signalled(program, "TERM");
            assertThat(program.waitFor()).isEqualTo(TERM_EXIT);
        } finally {
            program.destroyForcibly();
        }
        assertGoesOnToTheSameBits();
    }

    private record Ended(int exit, List<String> lines) {}

    private Process started(EndedProgram.Phase phase) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedProgram.class.getName(),
                        folder.toString(),
                        phase.name())
                .redirectErrorStream(true)
                .start();
    }

    private static void signalled(Process program, String signal) throws IOException, InterruptedException {
        // A shell's background job is started with SIGINT ignored, and so is all that it starts.
        assumeFalse(signal.equals("INT") && ignoresInterrupts(program.pid()), "SIGINT is ignored here");
        new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                .start()
                .waitFor();
    }

    private Ended ended(EndedProgram.Phase phase, String signal) throws IOException, InterruptedException {
        return ended(phase, signal, EndedProgram.READY);
    }

    /** A program that is sent a signal whenever it prints one of the lines. */
    private Ended ended(EndedProgram.Phase phase, String signal, String... when)
            throws IOException, InterruptedException {
        Process program = started(phase);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = program.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (List.of(when).contains(line)) {
                    signalled(program, signal);
                }
            }
            return new Ended(program.waitFor(), lines);
        } finally {
            program.destroyForcibly();
        }
    }

    private static boolean ignoresInterrupts(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(
                                        line.substring("SigIgn:".length()).strip(), 16)
                                & INT_MASK)
                        != 0);
    }
}
