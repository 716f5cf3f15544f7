package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.TrainingSteps;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** d2l.ai, section "Learning a kernel". */
@Tag("numeric")
final class EdgeDetectorTest {
    private static final int ROWS = 6;
    private static final int COLUMNS = 8;

    @Test
    void learnsTheKernelFromWhatItMakesOfOnePicture() {
        try (EdgeDetector network = EdgeDetector.TYPE.initialize(Nd4jKernelSet.create(), Initializer.PYTORCH, 0);
                TrainingSteps steps = network.steps(1, 0)) {
            steps.load(picture(), edges());
            for (int i = 0; i < 50; i++) {
                steps.forward();
                steps.backward();
                steps.update(0.03);
            }
            steps.forward();

            assertThat(steps.loss()).isLessThan(1e-6);
            assertThat(network.parameter("edges.weight")).containsExactly(new float[] {1, -1}, within(1e-3f));
        }
    }

    @Test
    void givesValuesAndSoHasNoClassesToEvaluate() {
        try (EdgeDetector network = EdgeDetector.TYPE.initialize(Nd4jKernelSet.create(), Initializer.PYTORCH, 0)) {
            BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);

            assertThatThrownBy(() -> network.predict(image))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("which learns 42 numbers: call evaluateNumbers(...) and predictNumbers(...)");
            assertThat(network.logits(picture(), 1)).hasSize(ROWS * (COLUMNS - 1));
        }
    }

    /** {@code X = torch.ones((6, 8)); X[:, 2:6] = 0}. */
    private static float[] picture() {
        float[] picture = new float[ROWS * COLUMNS];
        for (int i = 0; i < picture.length; i++) {
            int column = i % COLUMNS;
            picture[i] = column >= 2 && column < 6 ? 0 : 1;
        }
        return picture;
    }

    /** {@code X[:, :-1] - X[:, 1:]}: 1 at column 1, -1 at column 5. */
    private static float[] edges() {
        float[] edges = new float[ROWS * (COLUMNS - 1)];
        for (int row = 0; row < ROWS; row++) {
            edges[row * (COLUMNS - 1) + 1] = 1;
            edges[row * (COLUMNS - 1) + 5] = -1;
        }
        return edges;
    }
}
