package dev.netwright.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The memory that a process of 5,000 training steps takes doesn't grow with the steps, neither on the Java heap, which has its final
 * size from the start, nor off it.
 */
@Tag("slow")
class ResidentMemoryTest {
    private static final int STEPS = 5_000;

    /** Measurements, one for each hundred steps, while which the JVM still compiles and loads. */
    private static final int WARM_UP = 10;

    /**
     * KiB in a hundred steps that are noise: 164 bytes a step, less than the smallest native array with what ND4J keeps of it. Measured
     * are 4 for oneDNN's kernels and 3 for ND4J's.
     */
    private static final double NOISE = 16;

    @TempDir
    private Path directory;

    @BeforeEach
    void onLinux() {
        assumeTrue(ResidentMemory.isKnown(), "/proc/self/status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void memoryStaysFlatOverFiveThousandSteps(String kernels) throws Exception {
        List<Long> sizes = run(kernels, STEPS, 0);
        assertThat(sizes).hasSize(STEPS / 100);
        assertThat(slope(sizes)).as("KiB in a hundred steps of %s", sizes).isLessThan(NOISE);
    }

    /** What would be a leak of one small object in each step is seen. */
    @Test
    void aLeakOfAKibibyteAStepWouldBeSeen() throws Exception {
        List<Long> sizes = run("onednn", 3_000, 1024);
        assertThat(slope(sizes)).as("KiB in a hundred steps of %s", sizes).isGreaterThan(2 * NOISE);
    }

    /** The median of the slopes between any two measurements (Theil and Sen): one late jump of the compiler is no slope. */
    private static double slope(List<Long> sizes) {
        List<Double> slopes = new ArrayList<>();
        for (int i = WARM_UP; i < sizes.size(); i++) {
            for (int j = i + 1; j < sizes.size(); j++) {
                slopes.add((double) (sizes.get(j) - sizes.get(i)) / (j - i));
            }
        }
        return slopes.stream().sorted().toList().get(slopes.size() / 2);
    }

    private List<Long> run(String kernels, int steps, int leakedBytes) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Nothing that grows by itself: the heap, and code that the compiler turns over again and
                        // again.
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+AlwaysPreTouch",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakRun.class.getName(),
                        kernels,
                        Integer.toString(steps / SoakRun.BATCHES),
                        Integer.toString(leakedBytes))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        assertThat(process.waitFor())
                .as(Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Stream.of(Files.readString(out, StandardCharsets.UTF_8).strip().split(" "))
                .map(Long::valueOf)
                .toList();
    }
}
