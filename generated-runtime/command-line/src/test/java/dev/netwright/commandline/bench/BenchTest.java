package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.network.KernelSets;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class BenchTest {
    private static final int WARMUPS = 2;
    private static final int STEPS = 6;

    private final Workload workload = new Workload("small", BatchNormLeNet28.TYPE, 8, 0.1);
    private final Bench bench =
            new Bench(KernelSets.preferred(), new Pace(OptionalInt.of(WARMUPS), OptionalInt.of(STEPS)), 1);

    @Test
    void aTrainingStepLearnsItsBatch() {
        Measurement measured = bench.measure(workload, StepMode.TRAIN);

        assertThat(measured.warmups()).isEqualTo(WARMUPS);
        assertThat(measured.times().steps()).isEqualTo(STEPS);
        Measurement.Losses losses = measured.losses().orElseThrow();
        assertThat(losses.last()).isLessThan(losses.first());
        assertThat(measured.ends()).isPresent();
        assertThat(measured.times().least())
                .isPositive()
                .isLessThanOrEqualTo(measured.times().median());
        assertThat(measured.times().median())
                .isLessThanOrEqualTo(measured.times().most());
    }

    @Test
    void inferenceHasNeitherLossNorUpdate() {
        Measurement measured = bench.measure(workload, StepMode.INFER);

        assertThat(measured.losses()).isEmpty();
        assertThat(measured.ends()).isEmpty();
        assertThat(measured.workload().batch()).isEqualTo(8);
    }

    @Test
    void infer1IsOfOneImage() {
        assertThat(bench.measure(workload, StepMode.INFER1).workload().batch()).isEqualTo(1);
    }

    @Test
    void aNetworkWhoseLossIsASquaredErrorHasTargets() {
        Measurement measured =
                bench.measure(Workload.ofType("edges", EdgeDetector.TYPE).withBatch(2), StepMode.TRAIN);

        assertThat(measured.losses()).isPresent();
    }

    @Test
    void operationsAreTwoForEachMultiplyAddAndThriceInTraining() {
        double multiplyAdds = BatchNormLeNet28.TYPE.structure().multiplyAdds();

        assertThat(bench.measure(workload, StepMode.INFER).operations()).isEqualTo(2 * 8 * multiplyAdds);
        assertThat(bench.measure(workload, StepMode.TRAIN).operations()).isEqualTo(6 * 8 * multiplyAdds);
    }

    /** Sums and products of a convolution: 2 x batch x (weights + biases) x pixels, as the layers' list counts them. */
    @Test
    void aLayersRateFollowsFromItsTime() {
        LayerProfile profile = bench.profile(workload, StepMode.TRAIN);

        assertThat(profile.lines()).extracting(LayerProfile.Line::layer).contains("c1", "c1.norm", "f7", "loss");
        LayerProfile.Line first = line(profile, "c1");
        LayerProfile.Line second = line(profile, "c3");
        assertThat(first.forwardGflops().orElseThrow() * first.forwardMillis() * 1e6)
                .isCloseTo(2.0 * 8 * 89_856, within());
        assertThat(first.backwardGflops().orElseThrow() * first.backwardMillis() * 1e6)
                .as("the images need no gradient")
                .isCloseTo(2.0 * 8 * 89_856, within());
        assertThat(second.backwardGflops().orElseThrow() * second.backwardMillis() * 1e6)
                .isCloseTo(4.0 * 8 * 154_624, within());
        assertThat(line(profile, "c1.norm").forwardGflops()).isEmpty();
        assertThat(profile.ends()).extracting(LayerProfile.Line::layer).containsExactly("load", "update");
        assertThat(first.share())
                .isCloseTo((first.forwardMillis() + first.backwardMillis()) / profile.stepMillis(), within());
    }

    @Test
    void layersOfInferenceHaveNoBackward() {
        LayerProfile profile = bench.profile(workload, StepMode.INFER);

        assertThat(profile.ends()).isEmpty();
        assertThat(profile.lines()).allSatisfy(line -> {
            assertThat(line.forwardMillis()).isPositive();
            assertThat(line.backwardMillis()).isZero();
            assertThat(line.backwardGflops()).isEmpty();
        });
    }

    @Test
    void noiseFollowsFromTheSeed() {
        NoiseBatch one = NoiseBatch.of(BatchNormLeNet28.TYPE, 300, 1);

        assertThat(one.images())
                .isEqualTo(NoiseBatch.of(BatchNormLeNet28.TYPE, 300, 1).images());
        assertThat(one.images())
                .isNotEqualTo(NoiseBatch.of(BatchNormLeNet28.TYPE, 300, 2).images());
        assertThat(IntStream.of(one.labels()).distinct().sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(one.labels())
                .isNotEqualTo(NoiseBatch.of(BatchNormLeNet28.TYPE, 300, 2).labels());
    }

    private static Percentage within() {
        return Percentage.withPercentage(1e-6);
    }

    private static LayerProfile.Line line(LayerProfile profile, String layer) {
        return profile.lines().stream()
                .filter(line -> line.layer().equals(layer))
                .findFirst()
                .orElseThrow();
    }
}
