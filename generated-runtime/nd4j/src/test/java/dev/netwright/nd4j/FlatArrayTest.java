package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlatArrayTest {
    @BeforeAll
    static void startNd4j() {
        Nd4jBackend.start();
    }

    @Test
    void offsetsAreRoundedUpTo256Bytes() {
        assertThat(FlatArray.aligned(0)).isZero();
        assertThat(FlatArray.aligned(1)).isEqualTo(64);
        assertThat(FlatArray.aligned(64)).isEqualTo(64);
        assertThat(FlatArray.aligned(65)).isEqualTo(128);
    }

    @Test
    void viewsShareTheArray() {
        try (FlatArray array = FlatArray.zeros("an array", 10)) {
            array.view(4, 2, 3).assign(7);
            assertThat(array.whole().toFloatVector()).containsExactly(0, 0, 0, 0, 7, 7, 7, 7, 7, 7);
        }
    }

    @Test
    void aViewPastTheEndIsRefused() {
        try (FlatArray array = FlatArray.zeros("an array", 10)) {
            assertThatThrownBy(() -> array.view(5, 2, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a view of [2, 3] at 5 doesn't fit into 10 floats");
        }
    }
}
