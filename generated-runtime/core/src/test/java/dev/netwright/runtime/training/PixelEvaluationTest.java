package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelEvaluationTest {
    /** Two images of four pixels, of classes 0, 1 and 2; class 3 never occurs. One pixel doesn't count. */
    @Test
    void scoresAreSharesOfThePixelsOfAllImages() {
        PixelTally tally = new PixelTally(List.of("ground", "tree", "road", "sky"));
        tally.add(new float[] {0, 0, 1, 2}, 0, logits(0, 1, 1, 2), 0, 4);
        tally.add(new float[] {9, 1, -1, 2, 0}, 1, logits(1, 3, 0, 0), 0, 4);
        PixelEvaluation evaluation = tally.evaluation();
        // Class 3 is taken for the pixel that doesn't count alone.
        assertThat(evaluation.counts())
                .containsExactly(
                        new PixelEvaluation.Counts(2, 1, 1),
                        new PixelEvaluation.Counts(2, 1, 0),
                        new PixelEvaluation.Counts(1, 0, 1),
                        new PixelEvaluation.Counts(0, 0, 0));
        assertThat(evaluation.images()).isEqualTo(2);
        assertThat(evaluation.accuracy()).isEqualTo(5 / 7.0);
        assertThat(evaluation.meanIoU()).isEqualTo((2 / 4.0 + 2 / 3.0 + 1 / 2.0) / 3);
        assertThat(evaluation.meanDice()).isEqualTo((4 / 6.0 + 4 / 5.0 + 2 / 3.0) / 3);
        assertThat(evaluation.counts().get(0).recall()).isEqualTo(2 / 3.0);
        assertThat(evaluation.counts().get(3).iou()).isNaN();
        assertThat(evaluation.stats()).contains("mean IoU 0.556, mean Dice 0.711, pixel accuracy 0.714 on 2 pictures");
        assertThat(evaluation.classTable().get(4)).contains("sky").contains("-");
    }

    @Test
    void imagesWithoutAClassHaveNoScores() {
        PixelTally tally = new PixelTally(List.of("ground", "tree"));
        tally.add(new float[] {-1}, 0, new float[] {1, 2}, 0, 1);
        assertThat(tally.evaluation().meanIoU()).isNaN();
        assertThat(tally.evaluation().accuracy()).isNaN();
        assertThat(tally.evaluation().stats()).contains("mean IoU -");
    }

    /** Planes of four classes; equal logits elsewhere. */
    private static float[] logits(int... classes) {
        float[] logits = new float[4 * classes.length];
        for (int pixel = 0; pixel < classes.length; pixel++) {
            logits[classes[pixel] * classes.length + pixel] = 1;
        }
        return logits;
    }
}
