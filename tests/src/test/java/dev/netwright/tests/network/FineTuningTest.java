package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.MatchedNetwork;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.InitialWeights;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TestedKernels;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the weights of one network to another with a new head: what matches is taken over, what is frozen stays. */
@Tag("numeric")
class FineTuningTest {
    private static final Dataset IMAGES = Networks.images(SmallCnn.TYPE, 40);

    /** Momentum and decay would move a frozen parameter that they reached. */
    private static final Training TRAINING = Training.with(
                    Optimizer.sgd(0.05).momentum(0.9).weightDecay(0.01))
            .batch(16)
            .seed(4)
            .listener(new TrainingListener() {});

    private final Path file;

    FineTuningTest(@TempDir Path directory) {
        file = directory.resolve("body.safetensors");
    }

    @Test
    void aNetworkTakesOverAllThatMatches() {
        Map<String, float[]> saved = saveABody();
        MatchedNetwork<OtherHeadCnn> matched =
                OtherHeadCnn.TYPE.loadMatching(file, new ReferenceKernelSet(), Initializer.PYTORCH, 1);
        try (OtherHeadCnn network = matched.network()) {
            assertThat(matched.weights().file()).isEqualTo(file);
            assertThat(matched.weights().initialized()).containsExactly("head.weight", "head.bias");
            assertThat(matched.weights().unused()).containsExactlyInAnyOrder("classes.weight", "classes.bias");
            assertThat(matched.weights().loaded()).hasSize(saved.size() - 2);
            matched.weights()
                    .loaded()
                    .forEach(
                            name -> assertThat(network.parameter(name)).as(name).isEqualTo(saved.get(name)));
        }
    }

    @Test
    void aRunBeginsWithWhatMatchesAndLeavesTheFrozenPartAsItWas() {
        Map<String, float[]> saved = saveABody();
        List<InitialWeights> told = new ArrayList<>();
        Training training = TRAINING.startFrom(file).freezeThrough("tallBlock").listener(new TrainingListener() {
            @Override
            public void began(InitialWeights weights) {
                told.add(weights);
            }
        });
        try (NeuralNetwork start = OtherHeadCnn.TYPE.initialize(new ReferenceKernelSet(), Initializer.PYTORCH, 4);
                OtherHeadCnn network = OtherHeadCnn.train(IMAGES, training)) {
            assertThat(told).hasSize(1);
            told.get(0)
                    .loaded()
                    .forEach(
                            name -> assertThat(network.parameter(name)).as(name).isEqualTo(saved.get(name)));
            assertThat(network.parameter("head.weight")).isNotEqualTo(start.parameter("head.weight"));
            assertThat(network.parameter("head.bias")).isNotEqualTo(start.parameter("head.bias"));
        }
    }

    /** The reference computes the backward of frozen layers all the same: that the others leave it out must not show. */
    @Test
    void freezingLeadsEveryKernelSetTheSameWay() {
        Training training = TRAINING.freezeThrough("residualBlock");
        Dataset few = Networks.images(SmallCnn.TYPE, 20);
        try (NeuralNetwork start = SmallCnn.TYPE.initialize(new ReferenceKernelSet(), Initializer.PYTORCH, 4);
                NeuralNetwork expected = SmallCnn.TYPE.train(few, training.kernels(new ReferenceKernelSet()))) {
            for (TestedKernels kernels : TestedKernels.compared()) {
                try (NeuralNetwork actual = SmallCnn.TYPE.train(few, training.kernels(kernels.create()))) {
                    assertFrozen(start, expected, actual, kernels);
                }
            }
        }
    }

    @Test
    void aFrozenPartNeedsNoStateOfTheOptimizer() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (String block : List.of("stemBlock", "tallBlock")) {
            Training training = TRAINING.freezeThrough(block).listener(new TrainingListener() {
                @Override
                public void started(RunStart run) {
                    bytes.put(block, run.parameterBytes());
                }
            });
            SmallCnn.train(IMAGES, training).close();
        }
        long between = SmallCnn.TYPE.parameters().parameters().stream()
                .filter(parameter -> parameter.name().startsWith("residual")
                        || parameter.name().startsWith("tall"))
                .mapToLong(Parameter::size)
                .sum();
        assertThat(bytes.get("stemBlock")).isEqualTo(bytes.getOrDefault("tallBlock", 0L) + Float.BYTES * between);
    }

    @Test
    void aBlockThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> SmallCnn.train(IMAGES, TRAINING.freezeThrough("Stem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SmallCnn has no block Stem to freeze up to; name one of its blocks [stemBlock, residualBlock,"
                                + " tallBlock, classesBlock] with Training.freezeThrough");
    }

    @Test
    void freezingEverythingIsRefused() {
        assertThatThrownBy(() -> SmallCnn.train(IMAGES, TRAINING.freezeThrough("classesBlock")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "SmallCnn has no parameters after classesBlock, so nothing would be left to train");
    }

    @Test
    void aFileOfWhichNothingMatchesIsRefused() {
        KernelSet kernels = new ReferenceKernelSet();
        try (NeuralNetwork other = LeNet28.TYPE.initialize(kernels, Initializer.PYTORCH, 1)) {
            other.save(file);
        }
        assertThatThrownBy(() -> SmallCnn.train(IMAGES, TRAINING.startFrom(file)))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("expected at least one tensor with the name and shape that network"
                        + " dev.netwright.models.exercises.SmallCnn has for it, such as 'stem.weight' of shape"
                        + " [32, 1, 3, 3], but found none, in weights of network 'dev.netwright.models.lenet.LeNet28'");
    }

    /** Every tensor of a network that has learned a little, so that its running statistics have moved. */
    private Map<String, float[]> saveABody() {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (SmallCnn network = SmallCnn.train(IMAGES, TRAINING)) {
            network.save(file);
            SmallCnn.TYPE
                    .parameters()
                    .tensors()
                    .forEach(tensor -> values.put(tensor.name(), network.parameter(tensor.name())));
        }
        return values;
    }

    private static void assertFrozen(
            NeuralNetwork start, NeuralNetwork expected, NeuralNetwork actual, TestedKernels kernels) {
        for (Parameter tensor : SmallCnn.TYPE.parameters().tensors()) {
            String name = tensor.name();
            boolean isFrozen = name.startsWith("stem") || name.startsWith("residual");
            for (NeuralNetwork network : List.of(expected, actual)) {
                assertThat(Arrays.equals(network.parameter(name), start.parameter(name)))
                        .as("%s by %s is as it was", name, kernels)
                        .isEqualTo(isFrozen);
            }
            assertClose(actual.parameter(name), expected.parameter(name), name + " by " + kernels);
        }
    }

    private static void assertClose(float[] actual, float[] expected, String name) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("%s at %d", name, i).isCloseTo(expected[i], within(2e-4f));
        }
    }
}
