package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.RelativeError;
import dev.netwright.tests.kernels.TestedKernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that averages its weights evaluates, saves and returns the moving average of PyTorch's formula. */
@Tag("numeric")
class AveragedWeightsTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(96).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(50).resize(12);
    private static final int BATCH = 16;
    private static final int STEPS_PER_EPOCH = 6;
    private static final double DECAY = 0.7;

    /** Each step of the average rounds a sum and a product: 2^-24 each, of which the average forgets all but a few. */
    private static final double BOUND = 4 / (1 - DECAY) / (1 << 24);

    @TempDir
    private Path folder;

    private static Training training(KernelSet kernels) {
        return Training.with(Optimizer.sgd(0.1))
                .batch(BATCH)
                .epochs(2)
                .seed(7)
                .test(TEST)
                .kernels(kernels);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J", "ND4J_UNDER_CUDA_POLICY"})
    void theAverageIsThatOfTheWeightsAfterEachStep(TestedKernels kernels) {
        for (int warmUp : new int[] {0, 1}) {
            Map<String, double[]> expected = averageByHand(kernels.create(), warmUp * STEPS_PER_EPOCH);
            try (NeuralNetwork network = NormedNet.train(
                    IMAGES, RunBits.quiet(training(kernels.create()).averageWeights(DECAY, warmUp)))) {
                expected.forEach(
                        (name, values) -> assertThat(RelativeError.between(wide(network.parameter(name)), values))
                                .as("%s with a warm-up of %d epochs", name, warmUp)
                                .isLessThan(BOUND));
            }
        }
    }

    /** {@code torch.optim.swa_utils.AveragedModel(model, avg_fn=EMA, use_buffers=True)} in double. */
    private static Map<String, double[]> averageByHand(KernelSet kernels, int stepsBefore) {
        Map<String, double[]> average = new LinkedHashMap<>();
        try (NeuralNetwork network = NormedNet.TYPE.initialize(kernels, Initializer.PYTORCH, 7);
                TrainingSteps steps = network.steps(BATCH, new UpdateRule.GradientDescent(0, false), 7);
                BatchLoader loader = BatchLoader.shuffled(IMAGES, BATCH, 7)) {
            int step = 0;
            for (int epoch = 0; epoch < 2; epoch++) {
                for (Batch batch : loader.epoch(epoch)) {
                    steps.load(batch.images(), batch.labels());
                    steps.forward();
                    steps.backward();
                    steps.update(0.1);
                    for (Parameter tensor : NormedNet.TYPE.parameters().tensors()) {
                        double[] weights = wide(network.parameter(tensor.name()));
                        average.merge(
                                tensor.name(),
                                weights,
                                step <= stepsBefore ? (old, now) -> now : AveragedWeightsTest::moved);
                    }
                    step++;
                }
            }
        }
        return average;
    }

    private static double[] moved(double[] average, double[] weights) {
        double[] moved = new double[average.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = DECAY * average[i] + (1 - DECAY) * weights[i];
        }
        return moved;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Test
    void whatIsTestedSavedAndReturnedIsTheAverageAndNotTheLastWeights() {
        List<EpochEnd> ended = new ArrayList<>();
        Training averaging =
                training(TestedKernels.ONEDNN.create()).averageWeights(0.9).checkpoints(folder);
        try (NeuralNetwork network = NormedNet.train(IMAGES, averaging.listener(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochEnd epoch) {
                        ended.add(epoch);
                    }
                }));
                NeuralNetwork saved = NormedNet.load(Checkpoints.in(folder).last())) {
            assertThat(RunBits.tensors(saved)).isEqualTo(RunBits.tensors(network));
            EpochEnd last = ended.get(1);
            assertThat(network.evaluate(TEST).accuracy())
                    .isEqualTo(last.testAccuracy().orElseThrow());
            // Batches of another size may take other code, which rounds otherwise.
            double loss = last.testLoss().orElseThrow();
            assertThat(network.loss(TEST)).isCloseTo(loss, within(1e-5 * loss));
            assertThat(RunBits.tensors(network))
                    .isNotEqualTo(RunBits.after(NormedNet.TYPE, IMAGES, training(TestedKernels.ONEDNN.create())));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J"})
    void aRunThatIsResumedInAnyEpochHasTheSameBits(TestedKernels kernels) {
        Training averaging = training(kernels.create()).averageWeights(0.9);
        Map<String, List<Float>> whole = RunBits.after(NormedNet.TYPE, IMAGES, averaging);
        for (int step : new int[] {1, 2, 6, 9}) {
            assertThat(RunBits.afterStopAt(step, folder.resolve("at-" + step), NormedNet.TYPE, IMAGES, averaging))
                    .as("stopped at step %d", step)
                    .isEqualTo(whole);
        }
    }

    /** The optimizer never sees the average. */
    @Test
    void anAverageThatHasNotBegunIsTheWeights() {
        Training plain = training(TestedKernels.ONEDNN.create());
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, plain.averageWeights(0.9, 2)))
                .isEqualTo(RunBits.after(NormedNet.TYPE, IMAGES, plain));
    }

    @Test
    void theBestEpochsAverageIsReturnedWithAndWithoutCheckpoints() {
        Training averaging = training(TestedKernels.ONEDNN.create())
                .epochs(4)
                .averageWeights(0.9)
                .best(Metric.TEST_LOSS);
        Map<String, List<Float>> copied = RunBits.after(NormedNet.TYPE, IMAGES, averaging);
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, averaging.checkpoints(folder)))
                .isEqualTo(copied);
        try (NeuralNetwork best = NormedNet.load(Checkpoints.in(folder).best())) {
            assertThat(RunBits.tensors(best)).isEqualTo(copied);
        }
    }

    @Test
    void frozenTensorsKeepEveryBit() {
        Map<String, List<Float>> begun;
        try (NeuralNetwork network = NormedNet.TYPE.initialize(TestedKernels.ONEDNN.create(), Initializer.PYTORCH, 7)) {
            begun = RunBits.tensors(network);
        }
        Map<String, List<Float>> learned = RunBits.after(
                NormedNet.TYPE,
                IMAGES,
                training(TestedKernels.ONEDNN.create()).averageWeights(0.9).freezeThrough("stemBlock"));
        begun.forEach((name, values) -> {
            if (name.startsWith("stem")) {
                assertThat(learned.get(name)).as(name).isEqualTo(values);
            } else {
                assertThat(learned.get(name)).as(name).isNotEqualTo(values);
            }
        });
    }

    @Test
    void aRunWithoutAnAverageIsNotResumedWithOne() {
        Training plain = training(TestedKernels.ONEDNN.create());
        RunBits.stopped(3, folder, NormedNet.TYPE, IMAGES, plain);
        Training averaging = plain.averageWeights(0.9).checkpoints(folder).resume();
        assertThatThrownBy(() -> NormedNet.train(IMAGES, RunBits.quiet(averaging)))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("weight averaging none, found WeightAveraging[decay=0.9, warmUpEpochs=0]");
        assertThat(Objects.requireNonNull(folder.toFile().list())).contains("last.safetensors");
    }
}
