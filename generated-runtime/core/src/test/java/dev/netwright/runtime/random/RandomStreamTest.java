package dev.netwright.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void streamsOfDifferentUsesNeverMeet() {
        assertThat(Set.of(RandomStream.SHUFFLE, RandomStream.NOISE, RandomStream.NOISE_LABELS))
                .hasSize(3)
                .allMatch(stream -> stream < 0);
        assertThat(RandomStream.parameter(0)).isZero();
        assertThat(RandomStream.parameter(999_999)).isEqualTo(999_999);
        assertThat(RandomStream.dropout(0)).isEqualTo(1_000_000);
        assertThat(RandomStream.dropout(999_999)).isEqualTo(1_999_999);
    }

    @Test
    void positionsThatWouldMeetAnotherUseAreRefused() {
        assertThatThrownBy(() -> RandomStream.parameter(1_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter")
                .hasMessageContaining("1000000");
        assertThatThrownBy(() -> RandomStream.parameter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomStream.dropout(-1_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dropout layer");
    }
}
