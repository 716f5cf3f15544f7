package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class KilledWhileSavingTest {
    private static final int KILLS = 100;
    private static final int LONGEST_MICROS = 20_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path output;

    /** {@code destroyForcibly} is SIGKILL where there are signals: nothing of the process runs on. */
    @Test
    void aHundredKillsAtRandomMomentsAlwaysLeaveAWholeCheckpointOldOrNew() throws IOException, InterruptedException {
        Random random = new Random(3);
        int newest = 0;
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int told = killedAfter(newest + 1, random.nextInt(LONGEST_MICROS));
            int saved = whole();
            // The last number that was told of is saved; the one after it may be as well.
            assertThat(saved).isBetween(told, told + 1);
            newest = saved;
            unfinished += temporaries() > 0 ? 1 : 0;
        }
        assertThat(unfinished).as("kills that hit a file being written").isPositive();
        try (CheckpointFolder opened = CheckpointFolder.open(folder)) {
            assertThat(opened.last()).exists();
        }
        assertThat(temporaries())
                .as("left by the killed ones once a run opens the folder")
                .isZero();
    }

    /** Starts a program that saves from a number on, kills it a while after its first save, and returns the last number that it told. */
    private int killedAfter(int first, int micros) throws IOException, InterruptedException {
        Path told = output.resolve("numbers");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingProgram.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(told.toFile())
                .start();
        while (numbers(told).isEmpty()) {
            assertThat(program.isAlive()).as("saves at least once").isTrue();
            Thread.sleep(1);
        }
        Thread.sleep(micros / 1000, micros % 1000 * 1000);
        program.destroyForcibly().waitFor();
        List<String> numbers = numbers(told);
        return Integer.parseInt(numbers.get(numbers.size() - 1));
    }

    /** The whole lines of what a program has printed. */
    private static List<String> numbers(Path told) throws IOException {
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** The number that every value of the checkpoint has. */
    private int whole() {
        Path last = CheckpointFolder.last(folder);
        int number = CheckpointFile.state(last, SavingProgram.expected()).count(SavingProgram.NUMBER);
        Map<String, float[]> values =
                CheckpointFile.values(last, SavingProgram.expected(), List.of(SavingProgram.STATE));
        assertThat(values).hasSize(2);
        float[] all = new float[64 * 512];
        Arrays.fill(all, number);
        values.values().forEach(found -> assertThat(found).isEqualTo(all));
        return number;
    }

    private long temporaries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains(".tmp-")).count();
        }
    }
}
