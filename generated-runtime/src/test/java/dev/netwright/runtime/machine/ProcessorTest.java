package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessorTest {
    @Test
    void nameAndInstructionsAreLinuxs() {
        Processor zen4 = Processor.of(List.of(
                "processor\t: 0",
                "model name\t: AMD EPYC 9R14",
                "flags\t\t: fpu sse2 fma avx2 avx512f avx512dq avx512bw avx512vl avx512_vnni",
                "",
                "processor\t: 1",
                "model name\t: another"));

        assertThat(zen4.name()).isEqualTo("AMD EPYC 9R14");
        assertThat(zen4.instructions()).contains(List.of("avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512dq"));
        assertThat(zen4.hasAvx512()).contains(true);
    }

    @Test
    void partOfAvx512IsNotEnough() {
        assertThat(Processor.of(List.of("flags : avx2 avx512f")).hasAvx512()).contains(false);
    }

    @Test
    void aSystemThatTellsNothingLeavesInstructionsOpen() {
        Processor unknown = Processor.of(List.of());

        assertThat(unknown.name()).isEqualTo(System.getProperty("os.arch"));
        assertThat(unknown.instructions()).isEmpty();
        assertThat(unknown.hasAvx512()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "'3,1', 3", "' 4 ', 4", "'', 8", "0, 8", "many, 8"})
    void threadsAreThoseOfOpenMp(String variable, int threads) {
        assertThat(Processor.threads(Map.of("OMP_NUM_THREADS", variable), 8)).isEqualTo(threads);
    }

    @Test
    void threadsAreAsManyAsProcessorsIfNobodySaysOtherwise() {
        assertThat(Processor.threads(Map.of(), 6)).isEqualTo(6);
    }
}
