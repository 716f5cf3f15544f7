package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.network.NetworkType;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that predicts holds a network's weights once, whatever the layouts that its kernels read, with norms in them or without. */
class MemoryOfPredictionsTest {
    /** For activations and images of one picture, and what blocks add. */
    private static final long SMALL = 4L << 20;

    @TempDir
    private Path folder;

    static Stream<NetworkType<?>> types() {
        return Stream.of(AlexNet224.TYPE, ResNet18At96.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void weightsAreHeldOnce(NetworkType<?> type) throws Exception {
        long parameters = Float.BYTES * type.parameters().size();

        assertThat(bytes(type, "-Dnetwright.winograd=false")).isBetween(parameters, parameters + SMALL);
    }

    /** Transformed weights are held besides the stored ones, which can't be recovered from them. */
    @ParameterizedTest
    @MethodSource("types")
    void winogradsAlgorithmAddsLittleForOnePicture(NetworkType<?> type) throws Exception {
        long parameters = Float.BYTES * type.parameters().size();

        assertThat(bytes(type, "-Dnetwright.winograd=true")).isBetween(parameters, parameters * 23 / 20);
    }

    private long bytes(NetworkType<?> type, String option) throws Exception {
        ChildJvm.Ended ended = ChildJvm.with(option)
                .in(Map.of("OMP_NUM_THREADS", "1"))
                .run(folder, PredictingProgram.class, type.name());
        assertThat(ended.exit()).as(ended.toString()).isZero();
        return Long.parseLong(ended.out().strip());
    }
}
