package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
}
