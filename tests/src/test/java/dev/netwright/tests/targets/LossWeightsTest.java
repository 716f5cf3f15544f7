package dev.netwright.tests.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.examples.targets.GarmentLabels;
import dev.netwright.runtime.data.ClassCounts;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.source.ArrayDataset;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of a run's loss. */
class LossWeightsTest {
    private static final ImageFormat FORMAT = new ImageFormat(1, 28, 28);

    @TempDir
    private Path folder;

    @Test
    void aRunIsResumedWithTheSameWeightsAlone() {
        Dataset data = labelled(8);
        Training weighted = training().positiveWeights(1, 2, 3).checkpoints(folder);
        GarmentLabels.train(data, weighted).close();
        GarmentLabels.train(data, weighted.epochs(2).resume()).close();
        for (Training other : List.of(training().positiveWeights(1, 2, 4), training())) {
            assertThatThrownBy(() -> GarmentLabels.train(
                            data, other.epochs(3).checkpoints(folder).resume()))
                    .isInstanceOf(ResumeException.class)
                    .hasMessageContaining("positive weights");
        }
    }

    @Test
    void weightsChangeWhatIsLearnedAndRepeatBitByBit() {
        float[] plain = learned(training());
        float[] weighted = learned(training().positiveWeights(1, 2, 3));
        assertThat(weighted).isNotEqualTo(plain).isEqualTo(learned(training().positiveWeights(1, 2, 3)));
    }

    @Test
    void balancedWeightsCountEachClassTheSame() {
        Dataset data =
                ArrayDataset.ofFloats(FORMAT, new float[4 * 784], new int[] {0, 1, 1, 1}, List.of("a", "b", "c"));
        assertThat(ClassCounts.of(data).balancedWeights()).containsExactly(4.0 / 3, 4.0 / 9, 0);
        assertThat(ClassCounts.of(labelled(8)).counts()).containsExactly(4, 8, 0);
        assertThat(ClassCounts.of(labelled(8)).positiveWeights(8)).containsExactly(1, 0, 1);
    }

    private static float[] learned(Training training) {
        try (GarmentLabels network = GarmentLabels.train(labelled(8), training)) {
            return network.parameter("labels.weight");
        }
    }

    private static Training training() {
        return Training.with(Optimizer.sgd(0.1)).batch(4).listener(new TrainingListener() {});
    }

    /** Every second picture has the first label, each has the second, none the third. */
    private static Dataset labelled(int count) {
        float[] values = new float[count * FORMAT.values()];
        boolean[][] has = new boolean[count][3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 * 0.1f;
        }
        for (int i = 0; i < count; i++) {
            has[i] = new boolean[] {i % 2 == 0, true, false};
        }
        return ArrayDataset.ofFloats(FORMAT, values, has, List.of("a", "b", "c"));
    }
}
