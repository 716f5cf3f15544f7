package dev.netwright.onednn.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenMpWaitingTest {
    private static final String LINUX = "linux-x86_64";

    @Test
    void gnusThreadsWaitBrieflyUnlessTheUserSaysHow() {
        assertThat(OpenMpWaiting.isToBeShortened(Map.of(), LINUX)).isTrue();
        assertThat(OpenMpWaiting.isToBeShortened(Map.of("GOMP_SPINCOUNT", "7"), LINUX))
                .isFalse();
        assertThat(OpenMpWaiting.isToBeShortened(Map.of("OMP_WAIT_POLICY", "active"), LINUX))
                .isFalse();
    }

    @Test
    void otherRuntimesAreLeftAlone() {
        assertThat(OpenMpWaiting.isToBeShortened(Map.of(), "macosx-x86_64")).isFalse();
        assertThat(OpenMpWaiting.isToBeShortened(Map.of(), "windows-x86_64")).isFalse();
    }
}
