package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.report.html.CrossValidationPage;
import dev.netwright.runtime.training.CrossValidation.Quantity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class CrossValidationTest {
    /** Accuracies of 0.5, 0.75 and 1: mean 0.75, deviation 0.25. */
    private static final CrossValidation VALIDATION = new CrossValidation(
            "garments.Garments",
            List.of(outcome(1, 1, 1, 1, 1, 0.9), outcome(2, 2, 0, 1, 1, 0.6), outcome(3, 2, 0, 0, 2, 0.3)));

    private static FoldOutcome outcome(int fold, int hits0, int misses0, int misses1, int hits1, double loss) {
        Evaluation evaluation = new Evaluation(
                List.of("bag & box", "shoe"),
                new ConfusionMatrix(new int[][] {{hits0, misses0}, {misses1, hits1}}),
                1,
                0);
        return new FoldOutcome(fold, 8, evaluation, loss, Optional.empty());
    }

    /** As numpy.mean and numpy.std(ddof=1) compute them. */
    @Test
    void meanAndStandardDeviationAreThoseOfASample() {
        assertThat(VALIDATION.mean(Quantity.ACCURACY)).isCloseTo(0.75, within(1e-12));
        assertThat(VALIDATION.standardDeviation(Quantity.ACCURACY)).isCloseTo(0.25, within(1e-12));
        assertThat(VALIDATION.mean(Quantity.LOSS)).isCloseTo(0.6, within(1e-12));
        assertThat(VALIDATION.standardDeviation(Quantity.LOSS)).isCloseTo(0.3, within(1e-12));
        assertThat(VALIDATION.mean(fold -> fold.evaluation().recall(0))).isCloseTo(2.5 / 3, within(1e-12));
    }

    @Test
    void theTextHasALineForEachFoldThenMeanAndDeviation() {
        List<String> lines = VALIDATION.text().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0).split(" +"))
                .containsExactly("fold", "images", "accuracy", "loss", "precision", "recall", "F1");
        assertThat(lines.get(1).split(" +")).startsWith("1", "4", "0.500", "0.900");
        assertThat(lines.get(3).split(" +")).startsWith("3", "4", "1.000", "0.300", "1.000", "1.000", "1.000");
        assertThat(lines.get(4).split(" +")).startsWith("mean", "0.750", "0.600");
        assertThat(lines.get(5).split(" +")).startsWith("deviation", "0.250", "0.300");
        assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
    }

    @Test
    void thePageIsWellFormedAndShowsFoldsMeansAndClasses() throws Exception {
        String page = new CrossValidationPage(VALIDATION).html();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
        assertThat(page)
                .contains("<h1>Garments</h1>", "bag &amp; box", "0.833 ± 0.289")
                .contains("<dt>accuracy</dt><dd>0.750<small>standard deviation 0.250</small></dd>");
    }

    @Test
    void oneFoldIsNoCrossValidation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossValidation("x", VALIDATION.folds().subList(0, 1)))
                .withMessageContaining("at least 2 folds, found 1");
    }
}
