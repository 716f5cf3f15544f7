package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of threads, and with it the bits of results, is one for the process, whichever thread loads or calls the libraries. */
@EnabledOnOs(OS.LINUX)
class ThreadsOfProcessesTest {
    private static final List<List<String>> THREADS = List.of(
            List.of("main", "main"), List.of("main", "other"), List.of("other", "main"), List.of("other", "other"));

    @TempDir
    private Path folder;

    /** On one core ND4J would give two threads to the thread that loads it, and one to others. */
    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void onOneCoreEveryThreadComputesWithOne(String kernels) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/taskset")), "taskset limits a process to a core");
        Set<String> answers = answers(unlimited().behind(List.of("taskset", "-c", "0")), kernels);
        assertThat(answers).singleElement().asString().startsWith("1 ");
        assertThat(answers(unlimited("-Dnetwright.threads=1"), kernels)).isEqualTo(answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void onAllCoresEveryThreadComputesWithAsMany(String kernels) throws Exception {
        assertThat(answers(unlimited("-Dnetwright.threads=2"), kernels))
                .singleElement()
                .asString()
                .startsWith("2 ");
    }

    @Test
    void moreThreadsThanProcessorsAreReportedOnce() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        ChildJvm.Ended ended = unlimited()
                .in(Map.of("OMP_NUM_THREADS", Integer.toString(processors + 1), "OMP_WAIT_POLICY", "passive"))
                .run(folder, ThreadProgram.class, "onednn", "main", "main");
        assertThat(ended.errors().lines().filter(line -> line.contains(" threads on ")))
                .singleElement()
                .asString()
                .contains("OMP_NUM_THREADS asks for " + (processors + 1) + " threads on " + processors + " processor");
        assertThat(ended.out()).startsWith((processors + 1) + " ");
    }

    private Set<String> answers(ChildJvm child, String kernels) throws Exception {
        Set<String> answers = new LinkedHashSet<>();
        for (List<String> threads : THREADS) {
            ChildJvm.Ended ended = child.run(folder, ThreadProgram.class, kernels, threads.get(0), threads.get(1));
            assertThat(ended.exit()).as(ended.toString()).isZero();
            answers.add(ended.out());
        }
        return answers;
    }

    /** The build's own variable says one thread. */
    private static ChildJvm unlimited(String... options) {
        return ChildJvm.with(options).in(Map.of("OMP_NUM_THREADS", "", "OMP_WAIT_POLICY", "passive"));
    }
}
