package dev.netwright.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThisProcessTest {
    @Test
    void thePeakIsInMebibytes() {
        assertThat(ThisProcess.peakMebibytes(List.of("Name:\tjava", "VmPeak:\t 9999 kB", "VmHWM:\t  2560 kB")))
                .hasValue(2.5);
        assertThat(ThisProcess.peakMebibytes(List.of("Name:\tjava"))).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsThePeak() {
        OptionalDouble peak = ThisProcess.peakMebibytes();

        assertThat(peak).isPresent();
        assertThat(peak.getAsDouble()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "'3,1', 3", "' 4 ', 4", "'', 8", "0, 8", "many, 8"})
    void threadsAreThoseOfOpenMp(String variable, int threads) {
        assertThat(ThisProcess.threads(Map.of("OMP_NUM_THREADS", variable), 8)).isEqualTo(threads);
    }

    @Test
    void threadsAreAsManyAsProcessorsIfNobodySaysOtherwise() {
        assertThat(ThisProcess.threads(Map.of(), 6)).isEqualTo(6);
    }
}
