package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.RelativeError;
import dev.netwright.tests.kernels.TestedKernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step that adds the gradients of several batches is a step of one larger batch. */
@Tag("numeric")
class AccumulatedGradientsTest {
    /** With batches of 8: three of a step, then a step of two whole batches and one of 5. */
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(45).resize(12);

    /** Sums of float32 in another order, as kernels are compared with their reference, over four steps. */
    private static final double BOUND = 4e-5;

    @TempDir
    private Path folder;

    private static Training training(KernelSet kernels) {
        return Training.with(Optimizer.sgd(0.2).momentum(0.9).schedule(Schedule.cosine()))
                .epochs(2)
                .seed(3)
                .kernels(kernels);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J", "ND4J_UNDER_CUDA_POLICY"})
    void itEqualsTheLargerBatchWithinFloat32Spread(TestedKernels kernels) {
        assertEqualsTheLargerBatch(training(kernels.create()));
    }

    /** Each batch has another sum of weights. */
    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J"})
    void itEqualsTheLargerBatchWithWeightsOfClasses(TestedKernels kernels) {
        assertEqualsTheLargerBatch(training(kernels.create()).classWeights(1, 8, 0.5, 0, 3, 1, 1, 0.1, 20, 2));
    }

    private static void assertEqualsTheLargerBatch(Training training) {
        List<StepEnd> larger = new ArrayList<>();
        List<StepEnd> accumulated = new ArrayList<>();
        Map<String, List<Float>> expected = after(training.batch(24), larger);
        Map<String, List<Float>> found = after(training.batch(8).accumulate(3), accumulated);
        expected.forEach((name, values) -> assertThat(
                        RelativeError.between(floats(Objects.requireNonNull(found.get(name))), floats(values)))
                .as(name)
                .isLessThan(BOUND));
        assertThat(accumulated).hasSize(4).hasSameSizeAs(larger);
        for (int step = 0; step < 4; step++) {
            assertThat(accumulated.get(step).learningRate())
                    .isEqualTo(larger.get(step).learningRate());
            assertThat(Math.abs(
                            accumulated.get(step).batchLoss() / larger.get(step).batchLoss() - 1))
                    .isLessThan(BOUND);
            assertThat(accumulated.get(step).accuracy())
                    .isEqualTo(larger.get(step).accuracy());
        }
    }

    private static Map<String, List<Float>> after(Training training, List<StepEnd> steps) {
        return RunBits.after(PlainNet.TYPE, IMAGES, training.listener(new TrainingListener() {
            @Override
            public void stepped(StepEnd step) {
                steps.add(step);
            }
        }));
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J"})
    void aRepeatedAndAResumedRunHaveTheSameBits(TestedKernels kernels) {
        Training training = training(kernels.create()).batch(8).accumulate(3);
        Map<String, List<Float>> whole = RunBits.after(NormedNet.TYPE, IMAGES, training);
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, training)).isEqualTo(whole);
        for (int step : new int[] {2, 3, 4}) {
            assertThat(RunBits.afterStopAt(step, folder.resolve("at-" + step), NormedNet.TYPE, IMAGES, training))
                    .as("stopped at step %d", step)
                    .isEqualTo(whole);
        }
    }

    @Test
    void oneBatchAStepIsTheRunWithoutTheOption() {
        Training training = training(TestedKernels.ONEDNN.create()).batch(8);
        assertThat(RunBits.after(NormedNet.TYPE, IMAGES, training.accumulate(1)))
                .isEqualTo(RunBits.after(NormedNet.TYPE, IMAGES, training));
    }

    @Test
    void moreBatchesThanAnEpochHasMakeOneStepOfAllImages() {
        List<StepEnd> steps = new ArrayList<>();
        after(training(TestedKernels.ONEDNN.create()).batch(8).accumulate(1000), steps);
        assertThat(steps).extracting(StepEnd::step).containsExactly(1, 2);
        assertThat(steps).extracting(StepEnd::images).containsExactly(45L, 90L);
    }

    @Test
    void aDroppedLastStepLeavesOutItsImages() {
        List<StepEnd> steps = new ArrayList<>();
        after(training(TestedKernels.ONEDNN.create()).batch(8).accumulate(3).dropLastBatch(), steps);
        assertThat(steps).extracting(StepEnd::images).containsExactly(24L, 48L);
    }
}
