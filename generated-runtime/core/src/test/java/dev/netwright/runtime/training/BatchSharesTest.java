package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.Target;
import dev.netwright.operation.Value;
import dev.netwright.runtime.engine.loss.BatchLoss;
import dev.netwright.runtime.kernel.LossWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of a step, each with its share, have the loss and gradient of the step's images at once. */
final class BatchSharesTest {
    private static final int IMAGES = 7;
    private static final int BATCH = 3;

    /** A gradient is rounded to a float in the batch and in the whole. */
    private static final double GRADIENT = 0x1p-23;

    private record Case(Loss loss, LossWeights weights) {}

    static Stream<Case> cases() {
        Value logits = Value.vector("scores", 3);
        Value pixels = Value.image("scores", Shape.image(3, 2, 2));
        return Stream.of(
                        new SoftmaxCrossEntropy("loss", logits, 1),
                        new FocalLoss("loss", logits, 1, 2),
                        new SigmoidCrossEntropy("loss", logits, 1),
                        new PixelCrossEntropy("loss", pixels, 1),
                        new PixelDice("loss", pixels, 1),
                        new MeanError("loss", logits, 1, new ErrorFunction.Huber(1)),
                        new SquaredError("loss", logits, 0.5))
                .flatMap(loss -> loss.target() instanceof Target.Numbers
                        ? Stream.of(new Case(loss, LossWeights.NONE))
                        : Stream.of(new Case(loss, LossWeights.NONE), new Case(loss, LossWeights.of(0.25, 1, 6))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void addUpToTheLargerBatch(Case one) {
        Target target = one.loss.target();
        Random random = new Random(5);
        float[] outputs = new float[IMAGES * target.outputs()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) random.nextGaussian();
        }
        float[] targets = targets(target, random);
        BatchLoss whole = computed(one, targets, outputs);
        BatchShares shares = BatchShares.of(one.loss, one.weights);
        double loss = 0;
        for (int first = 0; first < IMAGES; first += BATCH) {
            int count = Math.min(BATCH, IMAGES - first);
            BatchLoss part = computed(
                    one,
                    Arrays.copyOfRange(targets, first * target.values(), (first + count) * target.values()),
                    Arrays.copyOfRange(outputs, first * target.outputs(), (first + count) * target.outputs()));
            double share = shares.of(targets, IMAGES, first, count);
            loss += share * part.value();
            for (int i = 0; i < part.gradient().length; i++) {
                float expected = whole.gradient()[first * target.outputs() + i];
                assertThat(share * part.gradient()[i]).isCloseTo(expected, within(GRADIENT * Math.abs(expected)));
            }
        }
        assertThat(loss).isCloseTo(whole.value(), within(1e-12 * Math.abs(whole.value())));
    }

    private static BatchLoss computed(Case one, float[] targets, float[] outputs) {
        int images = outputs.length / one.loss.target().outputs();
        BatchLoss loss = BatchLoss.of(one.loss, images, 0, one.weights);
        System.arraycopy(targets, 0, loss.targets(), 0, targets.length);
        loss.compute(outputs);
        return loss;
    }

    /** Classes, of which the first batch has other ones than the last; one pixel in five doesn't count. */
    private static float[] targets(Target target, Random random) {
        float[] targets = new float[IMAGES * target.values()];
        for (int i = 0; i < targets.length; i++) {
            int label = i < targets.length / 2 ? i % 2 : 1 + i % 2;
            if (target instanceof Target.PerPixel) {
                targets[i] = i % 5 == 0 ? Target.PerPixel.IGNORED : label;
            } else {
                targets[i] = target instanceof Target.OneClass
                        ? label
                        : target instanceof Target.SeveralLabels ? i % 2 : (float) random.nextGaussian();
            }
        }
        return targets;
    }

    /** Runs that accumulate without weights keep their bits. */
    @Test
    void anUnweightedMeanOverImagesIsSharedByTheirNumber() {
        List<Case> means = cases().filter(one -> one.weights.isNone()
                        && !(one.loss instanceof SquaredError || one.loss instanceof PixelCrossEntropy))
                .toList();
        assertThat(means)
                .hasSize(5)
                .allSatisfy(one -> assertThat(BatchShares.of(one.loss, one.weights)
                                .of(targets(one.loss.target(), new Random(5)), IMAGES, 0, BATCH))
                        .isEqualTo((double) BATCH / IMAGES));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepWithoutWeightHasNoShareThatIsntANumber(Case one) {
        LossWeights weights = one.weights.isNone() ? one.weights : LossWeights.of(0, 0, 1);
        float[] targets = new float[IMAGES * one.loss.target().values()];
        double share = BatchShares.of(one.loss, weights).of(targets, IMAGES, 0, BATCH);
        assertThat(share).isBetween(0.0, 1.0);
    }
}
