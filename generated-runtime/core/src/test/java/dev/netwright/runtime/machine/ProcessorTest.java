package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
