package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Threads are a process's own choice, so each case is one. */
@EnabledOnOs(OS.LINUX)
class ThreadsOfPredictionsTest {
    /** A second thread would begin when the first is done. */
    @Test
    void onePictureOfASmallNetworkIsComputedByOneThreadAndEverythingElseByAll(@TempDir Path folder) throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.with().in(Map.of("OMP_NUM_THREADS", "2")).run(folder, ThreadsOfPredictions.class);

        assertThat(ended.out().lines())
                .as("%s", ended)
                .containsExactly(
                        "a picture of a small network: 1, afterwards 2",
                        "a batch: 2, afterwards 2",
                        "a picture again: 1, afterwards 2",
                        "equal: true",
                        "a picture of a large network: 2, afterwards 2",
                        "a batch again: 2, afterwards 2",
                        "equal: true");
    }

    /** Without JNA no thread can leave OpenMP's team, which tiles need. */
    @Test
    void withoutJnaPredictionsWorkAndNothingIsComputedInTiles(@TempDir Path folder) throws Exception {
        Map<String, String> threads = Map.of("OMP_NUM_THREADS", "2");
        ChildJvm.Ended withJna = ChildJvm.with().in(threads).run(folder, CodeOfPredictions.class);
        ChildJvm.Ended ended = ChildJvm.with("-Djna.nounpack=true", "-Djna.nosys=true", "-Djna.noclasspath=true")
                .in(threads)
                .run(folder, CodeOfPredictions.class);

        assertThat(withJna.out()).as("%s", withJna).contains("logits: 10", "winograd with");
        assertThat(ended.exit()).as("%s", ended).isZero();
        assertThat(ended.out()).as("%s", ended).contains("logits: 10").doesNotContain("winograd with");
    }
}
