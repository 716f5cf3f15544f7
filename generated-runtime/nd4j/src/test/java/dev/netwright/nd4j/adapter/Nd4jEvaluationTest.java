package dev.netwright.nd4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.training.ConfusionMatrix;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.evaluation.classification.Evaluation;

class Nd4jEvaluationTest {
    private static final int CLASSES = 4;

    @BeforeAll
    static void startNd4j() {
        Nd4jKernelSet.create();
    }

    /** A class of which nothing was said, one that has no image, one with neither, and none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5120 3701 2061 1128",
                "5020 3201 2001 1008",
                "5121 3701 0000 1121",
                "5101 0000 1011 3300",
                "5020 0000 2010 0000"
            })
    void bothCountTheSameNumbers(String rows) {
        int[][] counts = new int[CLASSES][CLASSES];
        for (int actual = 0; actual < CLASSES; actual++) {
            for (int predicted = 0; predicted < CLASSES; predicted++) {
                counts[actual][predicted] = Character.digit(rows.split(" ", -1)[actual].charAt(predicted), 10);
            }
        }
        dev.netwright.runtime.training.Evaluation ours = new dev.netwright.runtime.training.Evaluation(
                List.of("a", "b", "c", "d"), new ConfusionMatrix(counts), 2, 15);

        Evaluation nd4js = Nd4jEvaluation.of(ours);

        assertThat(ours.images()).isEqualTo(nd4js.getNumRowCounter());
        assertThat(ours.accuracy()).isEqualTo(nd4js.accuracy());
        assertThat(ours.topNAccuracy()).isEqualTo(nd4js.topNAccuracy());
        assertThat(ours.precision()).isCloseTo(nd4js.precision(), within(1e-15));
        assertThat(ours.recall()).isCloseTo(nd4js.recall(), within(1e-15));
        assertThat(ours.f1()).isCloseTo(nd4js.f1(), within(1e-15));
        for (int label = 0; label < CLASSES; label++) {
            assertThat(ours.precision(label)).isEqualTo(nd4js.precision(label));
            assertThat(ours.recall(label)).isEqualTo(nd4js.recall(label));
            assertThat(ours.f1(label)).isCloseTo(nd4js.f1(label), within(1e-15));
            for (int predicted = 0; predicted < CLASSES; predicted++) {
                assertThat(nd4js.getConfusion().getCount(label, predicted))
                        .isEqualTo(ours.confusion().count(label, predicted));
            }
        }
    }
}
