package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.engine.session.HostArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostArrayTest {
    @BeforeAll
    static void startNd4j() {
        Nd4jBackend.start();
    }

    /** The tripwire: under the CUDA policy the host may not even get hold of a part of an arena. */
    @Test
    void onCudaAViewIsRefused() {
        try (FlatArray arena = FlatArray.zeros("an array", 1000)) {
            assertThatThrownBy(() -> BackendPolicy.CUDA.hostArray(arena.view(64, 10)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the host may not touch a view of 1000 numbers, found one of 10;"
                            + " give it an array of its own");
            assertThat(BackendPolicy.CPU.hostArray(arena.view(64, 10))).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(BackendPolicy policy) {
        try (FlatArray array = FlatArray.zeros("an array", 6)) {
            HostArray host = policy.hostArray(array.view(0, 2, 3));
            host.write(new float[] {1, 2, 3, 4, 5, 6}, 6);
            assertThat(read(host, 6)).containsExactly(1, 2, 3, 4, 5, 6);
            host.write(new float[] {7, 8, 9}, 2);
            assertThat(read(host, 2)).as("the first two, from a longer source").containsExactly(7, 8);
        }
    }

    @Test
    void onACpuAViewIsWrittenInItsPlace() {
        try (FlatArray arena = FlatArray.zeros("an array", 200)) {
            BackendPolicy.CPU.hostArray(arena.view(64, 3)).write(new float[] {1, 2, 3}, 3);
            float[] all = read(BackendPolicy.CPU.hostArray(arena.whole()), 200);
            assertThat(all[63]).isZero();
            assertThat(new float[] {all[64], all[65], all[66], all[67]}).containsExactly(1, 2, 3, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreThanThereIsCanBeNeitherWrittenNorRead(BackendPolicy policy) {
        try (FlatArray array = FlatArray.zeros("an array", 4)) {
            HostArray host = policy.hostArray(array.whole());
            assertThatThrownBy(() -> host.write(new float[5], 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("holds 4 numbers, found 5");
            assertThatThrownBy(() -> host.read(new float[5]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("holds 4 numbers, found 5");
        }
    }

    private static float[] read(HostArray host, int count) {
        float[] target = new float[count];
        host.read(target);
        return target;
    }
}
