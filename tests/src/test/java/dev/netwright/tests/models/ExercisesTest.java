package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.models.exercises.RectangularConvolution;
import dev.netwright.models.exercises.RectangularPool;
import dev.netwright.models.exercises.SmallCnn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exercises count and shape as the same layers do in PyTorch; {@link ConstantsTest} says by which rules. */
final class ExercisesTest {
    /** {@code nn.Conv2d(1, 1, (1, 2), bias=False)(torch.zeros(1, 1, 6, 8)).shape}. */
    @Test
    void theEdgeDetectorHasTwoWeightsAndLosesAColumn() {
        assertThat(List.of(EdgeDetector.PARAMETERS, EdgeDetector.FORWARD_MACS, EdgeDetector.RECEPTIVE_FIELD))
                .containsExactly(2L, 84L, 2L);
        assertThat(EdgeDetector.summary()).containsPattern("(?m)^edges +\\[N, 1, 6, 7] ");
    }

    /** {@code nn.Conv2d(1, 1, (3, 5), padding=(0, 1), stride=(3, 4))(torch.zeros(1, 1, 8, 8)).shape}. */
    @Test
    void theRectangularConvolutionGivesFourValues() {
        assertThat(List.of(
                        RectangularConvolution.PARAMETERS,
                        RectangularConvolution.FORWARD_MACS,
                        RectangularConvolution.RECEPTIVE_FIELD))
                .containsExactly(16L, 64L, 5L);
        assertThat(RectangularConvolution.summary()).containsPattern("(?m)^windows +\\[N, 1, 2, 2] ");
    }

    /** {@code nn.MaxPool2d((2, 3), padding=(1, 1), stride=(2, 3))(torch.zeros(1, 1, 4, 4)).shape}. */
    @Test
    void theRectangularPoolGivesSixValues() {
        assertThat(List.of(RectangularPool.PARAMETERS, RectangularPool.FORWARD_MACS, RectangularPool.RECEPTIVE_FIELD))
                .containsExactly(0L, 0L, 3L);
        assertThat(RectangularPool.summary()).containsPattern("(?m)^largest +\\[N, 1, 3, 2] ");
    }

    /**
     * The parameters are those of its convolutions {@code (1, 32, 3), (32, 64, 3), (64, 64, 3), (32, 64, 1), (64, 64, (5, 1))}, of
     * which the last alone has a bias, of a norm behind each of the others, and of {@code nn.Linear(64, 10)}.
     */
    @Test
    void theSmallCnnCountsAsItsLayersInPyTorch() {
        assertThat(List.of(SmallCnn.PARAMETERS, SmallCnn.FORWARD_MACS, SmallCnn.RECEPTIVE_FIELD))
                .containsExactly(79_274L, 4_043_402L, 32L);
        assertThat(SmallCnn.RUNNING_STATISTICS).isEqualTo(2 * (32 + 3 * 64));
    }
}
