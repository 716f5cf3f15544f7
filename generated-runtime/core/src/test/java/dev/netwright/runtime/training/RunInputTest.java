package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.Target;
import dev.netwright.operation.Value;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.checkpoint.Weights;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of a run's data before training. */
final class RunInputTest {
    private static final NetworkInput NETWORK = new NetworkInput("zoo.Animals", Shape.image(1, 2, 2), 2);
    private static final Training TRAINING = Training.with(Optimizer.sgd(0.1));

    @TempDir
    private Path folder;

    /** Images of any shape, whose pixels are never read. */
    private record Blank(int size, ImageFormat format, List<String> labels) implements Dataset {
        @Override
        public int label(int index) {
            return index % labels.size();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            throw new AssertionError("a check reads no image");
        }
    }

    private static Dataset images(int size, int channels, int side, String... labels) {
        return new Blank(size, new ImageFormat(channels, side, side), List.of(labels));
    }

    private static Dataset fine(int size) {
        return images(size, 1, 2, "cat", "dog");
    }

    /** Numbers, whose pictures are never read. */
    private record Measured(Dataset whole) implements Dataset {
        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public ImageFormat format() {
            return whole.format();
        }

        @Override
        public List<String> labels() {
            return whole.labels();
        }

        @Override
        public Target target() {
            return new Target.Numbers(labels().size());
        }

        @Override
        public int label(int index) {
            throw new AssertionError("numbers have no class");
        }

        @Override
        public void readTarget(int index, float[] values, int offset) {
            throw new AssertionError("a check reads no target");
        }

        @Override
        public void read(int index, float[] target, int offset) {
            throw new AssertionError("a check reads no image");
        }
    }

    private static Dataset numbers(int size, String... names) {
        return new Measured(images(size, 1, 2, names));
    }

    @Test
    void aNetworkOfNumbersTakesNumbersAndComparesEpochsByTheirLoss() {
        NetworkInput scale = new NetworkInput(
                "zoo.Scale",
                Shape.image(1, 2, 2),
                new MeanError("loss", Value.vector("numbers", 2), 1, new ErrorFunction.Squared()));
        Training tested = TRAINING.test(numbers(8, "mass", "age"));
        assertThat(tested.bestMetric()).isEqualTo(Metric.TEST_LOSS);
        RunInput.of(scale, numbers(8, "mass", "age"), tested);
        assertRefused(scale, numbers(8, "mass"), TRAINING, "learns 2 numbers, found data with 1 number: 'mass'");
        assertRefused(scale, fine(8), TRAINING, "learns 2 numbers, found data with one of 2 classes for each picture");
        assertRefused(
                scale, numbers(8, "mass", "age"), TRAINING.labelSmoothing(0.1), "labelSmoothing is for networks with");
        assertRefused(
                scale,
                numbers(8, "mass", "age"),
                TRAINING.classWeights(1, 1),
                "weights of the loss aren't for zoo.Scale");
        assertRefused(
                scale,
                numbers(8, "mass", "age"),
                tested.best(Metric.TEST_ACCURACY),
                "learns 2 numbers and has no test accuracy");
    }

    private static void assertRefused(NetworkInput network, Dataset data, Training training, String message) {
        assertThatThrownBy(() -> RunInput.of(network, data, training))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Data or options that don't fit, and the message. */
    private record Wrong(Dataset data, Training training, String message) {}

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(fine(0), TRAINING, "zoo.Animals needs at least 1 image, found an empty data set"),
                new Wrong(images(8, 3, 2, "cat", "dog"), TRAINING, "found 3 channels in the data"),
                new Wrong(images(8, 1, 4, "cat", "dog"), TRAINING, "found 4x4 in the data"),
                new Wrong(images(8, 1, 2, "cat"), TRAINING, "has 2 classes, found 1 in the data"),
                new Wrong(
                        numbers(8, "mass"),
                        TRAINING,
                        "zoo.Animals learns one of 2 classes, found data with 1 number for each picture"),
                new Wrong(
                        fine(8),
                        TRAINING.classWeights(1, 2, 3),
                        "weights of the loss must be one number for each of 'cat', 'dog', found 3"),
                new Wrong(
                        fine(8),
                        TRAINING.positiveWeights(1, 2),
                        "weights of the loss aren't for zoo.Animals, which learns one of 2 classes; leave out Training.positiveWeights(...)"),
                new Wrong(
                        fine(8),
                        TRAINING.test(fine(8)).best(Metric.TEST_R2),
                        "zoo.Animals learns one of 2 classes and has no test r2"),
                new Wrong(
                        fine(1000),
                        TRAINING.batch(128).accumulate(8).dropLastBatch(),
                        "zoo.Animals learns 1000 images in steps of 8 batches of 128, and a smaller last step is dropped, so there is"
                                + " none; add fewer batches with Training.accumulate(...)"),
                new Wrong(fine(8), TRAINING.test(fine(0)), "needs at least 1 image, found an empty data set"),
                new Wrong(fine(8), TRAINING.test(images(8, 1, 4, "cat", "dog")), "found 4x4 in the data"),
                new Wrong(fine(8), TRAINING.test(images(8, 1, 2, "cat", "cow")), "'dog', only the data has 'cow'"),
                new Wrong(
                        fine(8),
                        TRAINING.best(Metric.TEST_LOSS),
                        "compares epochs by TEST_LOSS, but the run has no test images"),
                new Wrong(
                        fine(8),
                        TRAINING.earlyStopping(Metric.TEST_ACCURACY, 3, 0),
                        "compares epochs by TEST_ACCURACY, but the run has no test images"),
                new Wrong(
                        fine(8),
                        TRAINING.reduceOnPlateau(Metric.TEST_LOSS, ReduceOnPlateau.by(0.1, 5)),
                        "compares epochs by TEST_LOSS, but the run has no test images"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatDoesNotSuitIsRefusedBeforeAnyImageIsRead(Wrong wrong) {
        assertThatThrownBy(() -> RunInput.of(NETWORK, wrong.data, wrong.training))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(wrong.message);
    }

    @Test
    void aBatchTakesNoMoreImagesThanThereAre() {
        assertThat(RunInput.of(NETWORK, fine(8), TRAINING.batch(64)).training().batch())
                .isEqualTo(8);
        assertThat(RunInput.of(NETWORK, fine(8), TRAINING.batch(3)).training().batch())
                .isEqualTo(3);
    }

    /** The recipe drops the last batch. */
    @Test
    void aSmallDataSetIsOneStepWhereASmallerLastBatchIsDropped() {
        assertThat(RunInput.of(NETWORK, fine(8), Recipe.modern()).training().batch())
                .isEqualTo(8);
        RunInput.of(NETWORK, fine(8), Recipe.modern().batch(4).accumulate(2));
        assertRefused(NETWORK, fine(8), Recipe.modern().accumulate(2), "in steps of 2 batches of 8");
    }

    @Test
    void whatNeedsClassesIsRefusedForOtherLosses() {
        String balanced =
                ", and only networks of one class for each image have classes to balance; leave out Training.balanceClasses()";
        NetworkInput labels = new NetworkInput(
                "zoo.Traits", Shape.image(1, 2, 2), new SigmoidCrossEntropy("loss", Value.vector("labels", 2), 1));
        Training several = TRAINING.balanceClasses();
        assertThatThrownBy(() -> LossOptionsCheck.require(labels, List.of("fur", "tail"), several))
                .hasMessage("zoo.Traits learns any of 2 labels" + balanced);
        NetworkInput scale = new NetworkInput(
                "zoo.Scale",
                Shape.image(1, 2, 2),
                new MeanError("loss", Value.vector("numbers", 2), 1, new ErrorFunction.Squared()));
        assertRefused(scale, numbers(8, "mass", "age"), several, "zoo.Scale learns 2 numbers" + balanced);
        NetworkInput focal = new NetworkInput(
                "zoo.Rare", Shape.image(1, 2, 2), new FocalLoss("loss", Value.vector("logits", 2), 1, 2));
        RunInput.of(focal, fine(8), several);
        assertRefused(focal, fine(8), TRAINING.mixUp(0.2), "takes no shares of classes; leave out Training.mixUp");
        assertRefused(focal, fine(8), TRAINING.cutMix(1), "takes no shares of classes; leave out Training.cutMix");
    }

    @Test
    void weightsFollowTheirClassesIntoTheOrderOfTheFileThatARunStartsFrom() {
        Path file = folder.resolve("start.safetensors");
        WeightsFile.write(
                file,
                new Weights(
                        new NetworkIdentity("zoo.Animals", "0".repeat(64)),
                        new WeightsMetadata(List.of("dog", "cat"), Map.of()),
                        List.of()));
        RunInput input =
                RunInput.of(NETWORK, fine(8), TRAINING.classWeights(1, 3).startFrom(file));
        assertThat(input.data().labels()).containsExactly("dog", "cat");
        assertThat(input.training().classWeights()).isEqualTo(LossWeights.of(3, 1));
        RunInput same = RunInput.of(NETWORK, fine(8), TRAINING.classWeights(1, 3));
        assertThat(same.training().classWeights()).isEqualTo(LossWeights.of(1, 3));
    }

    @Test
    void testImagesGetTheOrderOfTheClassesThatAreLearned() {
        Training given = TRAINING.test(images(8, 1, 2, "dog", "cat"));
        RunInput input = RunInput.of(NETWORK, fine(8), given);
        Dataset test = input.training().test().orElseThrow();
        assertThat(test.labels()).containsExactly("cat", "dog");
        assertThat(test.label(0)).isEqualTo(1);
        assertThat(input.data().label(0)).isZero();
    }

    /** The training loop accepts only checked input. */
    @Test
    void thereIsNoOtherWayToOne() {
        assertThat(RunInput.class.getDeclaredConstructors())
                .extracting(Constructor::getModifiers)
                .allMatch(Modifier::isPrivate);
        assertThat(Arrays.stream(Trainer.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == Trainer.class))
                .singleElement()
                .satisfies(method ->
                        assertThat(method.getParameterTypes()).containsExactly(Learner.class, RunInput.class));
    }
}
