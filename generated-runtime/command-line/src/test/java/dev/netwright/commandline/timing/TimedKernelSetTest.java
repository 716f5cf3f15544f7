package dev.netwright.commandline.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimedKernelSetTest {
    private static final int SEED = 5;
    private static final int STEPS = 3;
    private static final int BATCH = 2;

    private final LayerTimes times = new LayerTimes();
    private final KernelSet timed = new TimedKernelSet(KernelSets.preferred(), times);

    static Stream<NetworkType<?>> networks() {
        return Stream.of(LeNet28.TYPE, BatchNormLeNet28.TYPE, EdgeDetector.TYPE, ResNet18At96.TYPE, DenseNet96.TYPE);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyLayerIsCalledOnceInEachStep(NetworkType<?> type) {
        trained(type, timed);

        assertThat(times.inOrder()).isNotEmpty().allSatisfy(time -> {
            assertThat(time.forward().count()).as(time.layer()).isEqualTo(STEPS);
            assertThat(time.backward().count()).as(time.layer()).isEqualTo(STEPS);
            assertThat(time.forward().leastMillis()).as(time.layer()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void numbersAreThoseOfTheKernelSetItself(NetworkType<?> type) {
        List<float[]> expected = trained(type, KernelSets.preferred());

        List<float[]> found = trained(type, timed);

        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.equals(found.get(i), expected.get(i)))
                    .as("numbers %d", i)
                    .isTrue();
        }
    }

    @Test
    void layersAreListedInComputingOrder() {
        trained(BatchNormLeNet28.TYPE, timed);

        assertThat(times.inOrder())
                .extracting(time -> time.layer() + " " + time.kind())
                .containsExactly(
                        "c1 convolution",
                        "c1.norm batch norm",
                        "s2 pool",
                        "c3 convolution",
                        "c3.norm batch norm",
                        "s4 pool",
                        "c5 linear",
                        "c5.norm batch norm",
                        "f6 linear",
                        "f6.norm batch norm",
                        "f7 linear",
                        "loss loss");
    }

    @Test
    void theCodeOfEachDirectionIsNamed() {
        trained(LeNet28.TYPE, new TimedKernelSet(KernelSets.named("onednn"), times));

        assertThat(times.of("c1").code()).matches("\\S.*; backward \\S.*");
        assertThat(times.of("s2").code()).contains("jit").contains("; backward ");
    }

    @Test
    void aKernelSetThatDoesNotSayItsCodeHasNone() {
        trained(LeNet28.TYPE, new TimedKernelSet(KernelSets.named("nd4j"), times));

        assertThat(times.inOrder()).allSatisfy(time -> assertThat(time.code()).isEmpty());
    }

    @Test
    void forgottenCallsLeaveTheLayers() {
        trained(LeNet28.TYPE, timed);
        int layers = times.inOrder().size();

        times.clear();

        assertThat(times.inOrder()).hasSize(layers);
        assertThat(times.of("c1").forward().count()).isZero();
        assertThat(times.of("c1").backward().count()).isZero();
    }

    @Test
    void inferenceHasNoBackward() {
        try (NeuralNetwork network = LeNet28.TYPE.initialize(timed, Initializer.PYTORCH, SEED)) {
            network.logits(images(LeNet28.TYPE), BATCH);
            network.logits(images(LeNet28.TYPE), BATCH);
        }

        assertThat(times.of("c3").forward().count()).isEqualTo(2);
        assertThat(times.of("c3").backward().count()).isZero();
    }

    @Test
    void planningAProgramTimesNothing() {
        try (NeuralNetwork network = LeNet28.TYPE.initialize(timed, Initializer.PYTORCH, SEED)) {
            network.boundBytes(Mode.TRAINING, BATCH);
        }

        assertThat(times.inOrder()).isEmpty();
    }

    @Test
    void aLayerThatIsNoneIsRefusedWithThoseThereAre() {
        trained(LeNet28.TYPE, timed);

        assertThatThrownBy(() -> times.of("c9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c9")
                .hasMessageContaining("c3");
    }

    /** Losses and gradients of every step, and the tensors after the last. */
    private static List<float[]> trained(NetworkType<?> type, KernelSet kernels) {
        List<float[]> numbers = new ArrayList<>();
        float[] images = images(type);
        try (NeuralNetwork network = type.initialize(kernels, Initializer.PYTORCH, SEED)) {
            try (TrainingSteps steps = network.steps(BATCH, SEED)) {
                for (int step = 0; step < STEPS; step++) {
                    load(type, steps, images);
                    steps.forward();
                    numbers.add(new float[] {(float) steps.loss(), steps.correct()});
                    steps.backward();
                    type.parameters().parameters().stream()
                            .map(Parameter::name)
                            .map(steps::gradient)
                            .forEach(numbers::add);
                    steps.update(0.01);
                }
            }
            type.parameters().tensors().stream()
                    .map(Parameter::name)
                    .map(network::parameter)
                    .forEach(numbers::add);
        }
        return numbers;
    }

    private static void load(NetworkType<?> type, TrainingSteps steps, float[] images) {
        if (type.isClassifier()) {
            steps.load(images, new int[] {1, type.classes() - 1});
        } else {
            steps.load(images, new float[BATCH * type.classes()]);
        }
    }

    private static float[] images(NetworkType<?> type) {
        float[] images = new float[BATCH * type.images().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) Math.sin(i);
        }
        return images;
    }
}
