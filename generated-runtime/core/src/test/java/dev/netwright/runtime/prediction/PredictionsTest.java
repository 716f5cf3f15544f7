package dev.netwright.runtime.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final List<String> LABELS = List.of("oak", "elm", "ash");
    private static final Predictions TWO = Predictions.ofLogits(LABELS, new float[] {0, 2, 1, 1000, -1000, 999});

    /** {@code torch.softmax(torch.tensor([[0., 2, 1], [1000, -1000, 999]], dtype=torch.float64), 1)}. */
    @Test
    void probabilitiesAreTheSoftmaxHoweverLargeTheLogits() {
        double[] first = TWO.probabilities(0);
        assertThat(first).containsExactly(new double[] {0.0900305732, 0.6652409558, 0.2447284711}, within(1e-9));
        assertThat(DoubleStream.of(first).sum()).isCloseTo(1, within(1e-15));
        assertThat(TWO.probabilities(1)).containsExactly(new double[] {0.7310585786, 0, 0.2689414214}, within(1e-9));
    }

    @Test
    void classesAreRankedByProbability() {
        assertThat(TWO.ranked(0)).extracting(Prediction::label).containsExactly("elm", "ash", "oak");
        assertThat(TWO.ranked(0)).extracting(Prediction::index).containsExactly(1, 2, 0);
        assertThat(TWO.top(1, 2)).extracting(Prediction::label).containsExactly("oak", "ash");
        assertThat(TWO.best(1)).isEqualTo(TWO.ranked(1).get(0));
        assertThat(TWO.bestLabels()).containsExactly("elm", "oak");
    }

    @Test
    void ofEquallyProbableClassesTheFirstIsTheBest() {
        Predictions equal = Predictions.ofLogits(LABELS, new float[] {1, 1, 1});
        assertThat(equal.best(0).label()).isEqualTo("oak");
        assertThat(equal.ranked(0)).extracting(Prediction::label).containsExactlyElementsOf(LABELS);
    }

    @Test
    void aPictureThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> TWO.best(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TWO.ranked(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void logitsThatAreNoRowsOfNumbersAreRefused() {
        assertThatThrownBy(() -> Predictions.ofLogits(LABELS, new float[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("logits must be rows of 3, one logit per class, found 4");
        assertThatThrownBy(() -> Predictions.ofLogits(LABELS, new float[] {0, 0, 0, 0, Float.NaN, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found NaN for picture 1");
    }
}
