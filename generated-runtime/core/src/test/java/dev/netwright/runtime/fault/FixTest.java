package dev.netwright.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixTest {
    private static final Wording OPTIONS =
            setting -> setting == Setting.RESUME ? Optional.of("--resume") : Optional.empty();

    private final SettingException fault = new SettingException(
            "a run is there",
            Fix.of("remove it"),
            Fix.of("continue it with ", Setting.RESUME),
            Fix.of("take ", Setting.CHECKPOINTS, " of another folder"));

    @Test
    void aProgramReadsWhatItCanCall() {
        assertThat(fault)
                .hasMessage("a run is there; remove it, continue it with Training.resume(), or take"
                        + " Training.checkpoints(folder) of another folder");
    }

    @Test
    void aFrontEndReadsItsOwnWordsAndNoAdviceThatItCannotFollow() {
        assertThat(fault.message(OPTIONS)).isEqualTo("a run is there; remove it, or continue it with --resume");
    }

    @Test
    void withoutAnyAdviceTheFaultStandsAlone() {
        assertThat(Fix.text("it is so", List.of(Fix.of("lower ", Setting.BATCH)), OPTIONS))
                .isEqualTo("it is so");
    }
}
