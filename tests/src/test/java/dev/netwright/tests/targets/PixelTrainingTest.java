package dev.netwright.tests.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.PixelCounts;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.prediction.Mask;
import dev.netwright.runtime.source.ArrayDataset;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of pixels in memory: training, weights, evaluation, prediction and resumed runs. */
class PixelTrainingTest {
    private static final int HEIGHT = 12;
    private static final int WIDTH = 10;
    private static final List<String> LABELS = List.of("dark", "edge", "bright");
    private static final ImageFormat FORMAT = new ImageFormat(1, HEIGHT, WIDTH);
    private static final int NO_CLASS = 255;

    @TempDir
    private Path folder;

    /** A bright rectangle whose left column is the edge. Of every fourth picture the right half has wrong classes, or none. */
    private static ImageDataset rectangles(int count, boolean isWrong) {
        Random random = new Random(5);
        byte[] pixels = new byte[count * HEIGHT * WIDTH];
        byte[][] masks = new byte[count][HEIGHT * WIDTH];
        for (int n = 0; n < count; n++) {
            int left = 1 + random.nextInt(WIDTH - 4);
            int top = random.nextInt(HEIGHT - 3);
            for (int i = 0; i < HEIGHT * WIDTH; i++) {
                int x = i % WIDTH;
                boolean isBright = x >= left && i / WIDTH >= top;
                pixels[n * HEIGHT * WIDTH + i] = (byte) ((isBright ? 200 : 20) + random.nextInt(30));
                masks[n][i] = (byte) (!isBright ? 0 : x == left ? 1 : 2);
                if (n % 4 == 0 && x >= WIDTH / 2) {
                    masks[n][i] = isWrong ? (byte) random.nextInt(3) : (byte) NO_CLASS;
                }
            }
        }
        return ArrayDataset.ofBytes(FORMAT, pixels, masks, LABELS);
    }

    private static Training training() {
        return Training.with(Optimizer.adam(0.02)).epochs(12).batch(8).seed(3);
    }

    @Test
    void diceLearnsClassesOfFewPixelsAndLeavesOutThoseWithoutAClass() {
        ImageDataset rectangles = rectangles(160, false);
        try (Edges network =
                Edges.train(rectangles, training().best(Metric.TEST_MEAN_IOU).test(rectangles))) {
            PixelEvaluation evaluation = network.evaluatePixels(rectangles);
            assertThat(evaluation.labels()).isEqualTo(LABELS);
            assertThat(evaluation.meanIoU()).isGreaterThan(0.9);
            assertThat(evaluation.counts().stream()
                            .mapToLong(PixelEvaluation.Counts::pixels)
                            .sum())
                    .as("pixels that count")
                    .isEqualTo(160 * HEIGHT * WIDTH - 40 * HEIGHT * WIDTH / 2);
            assertThat(PixelCounts.of(rectangles).counts())
                    .containsExactlyElementsOf(evaluation.counts().stream()
                            .map(PixelEvaluation.Counts::pixels)
                            .toList());
            Mask mask = network.predictMasks(List.of(rectangles.picture(1))).mask(0);
            float[] target = new float[HEIGHT * WIDTH];
            rectangles.readTarget(1, target, 0);
            int right = 0;
            for (int i = 0; i < target.length; i++) {
                right += mask.number(i / WIDTH, i % WIDTH) == target[i] ? 1 : 0;
            }
            assertThat(right).isGreaterThan(HEIGHT * WIDTH * 9 / 10);
            assertThat(network.predictMasks(rectangles.range(1, 3))
                            .mask(0)
                            .picture()
                            .getRaster()
                            .getSample(3, 4, 0))
                    .isEqualTo(mask.number(4, 3));
            assertThat(mask.label(0, 0)).isEqualTo("dark");
            // The mean over images of 1 minus the soft coefficients is near that of the hard ones.
            assertThat(network.loss(rectangles)).isCloseTo(1 - evaluation.meanDice(), within(0.1));
        }
    }

    @Test
    void whatIsWrongAndCountsIsWorseThanWhatDoesNotCount() {
        ImageDataset clean = rectangles(160, false);
        try (Edges unsure = Edges.train(clean, training());
                Edges misled = Edges.train(rectangles(160, true), training())) {
            assertThat(misled.loss(clean)).isGreaterThan(unsure.loss(clean));
        }
    }

    @Test
    void aResumedRunWithMovedMasksHasTheSameBits() {
        ImageDataset moved = rectangles(24, false)
                .augmented(RandomCrop.of(HEIGHT, WIDTH).padding(2), HorizontalFlip.withProbability(0.5));
        Training training = training().epochs(4).accumulate(2).classWeights(1, 3, 1);
        try (Edges whole = Edges.train(moved, training)) {
            Edges.train(moved, training.epochs(2).checkpoints(folder)).close();
            try (Edges resumed = Edges.train(moved, training.checkpoints(folder).resume())) {
                for (Parameter parameter : Edges.TYPE.parameters().parameters()) {
                    assertThat(resumed.parameter(parameter.name()))
                            .as(parameter.name())
                            .isEqualTo(whole.parameter(parameter.name()));
                }
            }
        }
        assertThatThrownBy(() -> Edges.train(
                        rectangles(24, true)
                                .augmented(
                                        RandomCrop.of(HEIGHT, WIDTH).padding(2), HorizontalFlip.withProbability(0.5)),
                        training.checkpoints(folder).resume()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("images");
    }

    @Test
    void methodsOfOtherKindsNameThoseOfPixels() {
        ImageDataset rectangles = rectangles(16, false);
        try (Edges network = Edges.train(rectangles, training().epochs(1))) {
            assertThatThrownBy(() -> network.evaluate(rectangles))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("one of 3 classes for each of 12x10 pixels")
                    .hasMessageContaining("call evaluatePixels(...) and predictMasks(...)");
            assertThatThrownBy(() -> PixelTrainingTest.classes(network))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "learns one of 3 classes for each of 12x10 pixels, found data with one of 2 classes");
        }
    }

    private static void classes(Edges network) {
        network.evaluatePixels(
                ArrayDataset.ofBytes(FORMAT, new byte[HEIGHT * WIDTH], new int[] {1}, List.of("no", "yes")));
    }
}
