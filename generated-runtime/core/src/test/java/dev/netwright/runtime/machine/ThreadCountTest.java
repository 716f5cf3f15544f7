package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadCountTest {
    @ParameterizedTest
    @CsvSource({"2, 2", "'3,1', 3", "' 4 ', 4", "'', 8", "0, 8", "many, 8"})
    void threadsAreThoseOfOpenMp(String variable, int threads) {
        assertThat(ThreadCount.of(Optional.empty(), Map.of("OMP_NUM_THREADS", variable), 8)
                        .threads())
                .isEqualTo(threads);
    }

    @Test
    void byDefaultThereIsAThreadForEachProcessor() {
        assertThat(ThreadCount.of(Optional.empty(), Map.of(), 6)).isEqualTo(new ThreadCount(6, 6, "the processors"));
    }

    @Test
    void thePropertyIsMoreThanTheVariableAndOpenMpsLimitIsLessThanBoth() {
        Map<String, String> environment = Map.of("OMP_NUM_THREADS", "4", "OMP_THREAD_LIMIT", "3");
        assertThat(ThreadCount.of(Optional.of("5"), environment, 8))
                .isEqualTo(new ThreadCount(5, 8, "-Dnetwright.threads"));
        assertThat(ThreadCount.of(Optional.empty(), environment, 8))
                .isEqualTo(new ThreadCount(3, 8, "OMP_THREAD_LIMIT"));
        assertThat(ThreadCount.of(Optional.of("none"), environment, 8).threads())
                .isZero();
    }

    @Test
    void moreThreadsThanProcessorsAreSaidToBeSlow() {
        ThreadCount four = ThreadCount.of(Optional.empty(), Map.of("OMP_NUM_THREADS", "4"), 2);
        assertThat(four.oversubscription(1))
                .contains(
                        "OMP_NUM_THREADS asks for 4 threads on 2 processors: OpenMP's threads wait for each other by spinning,"
                                + " which slows all of them down out of proportion; set -Dnetwright.threads or OMP_NUM_THREADS to 2");
        ThreadCount two = ThreadCount.of(Optional.empty(), Map.of(), 2);
        assertThat(two.oversubscription(1)).isEmpty();
        assertThat(two.oversubscription(2))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("2 computations run at the same time with 2 threads each on 2 processors: ")
                        .endsWith(" to 1"));
        assertThat(two.oversubscription(3))
                .hasValueSatisfying(text -> assertThat(text).endsWith(" to 1, and compute fewer things at once"));
    }
}
