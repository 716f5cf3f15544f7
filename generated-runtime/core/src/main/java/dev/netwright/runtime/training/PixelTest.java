package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import java.util.List;
import java.util.Map;

/** Classes of pixels: counts them image by image. */
final class PixelTest implements EpochTest {
    private final int outputs;
    private final ImageLoss imageLoss;
    private final PixelTally tally;
    private double loss;
    private int notFinite;

    PixelTest(Loss loss, List<String> labels) {
        outputs = loss.target().outputs();
        imageLoss = ImageLoss.of(loss);
        tally = new PixelTally(labels);
    }

    @Override
    public void image(float[] targets, int first, float[] logits, int offset) {
        if (!OutputPass.isFinite(logits, offset, outputs)) {
            notFinite++;
            return;
        }
        tally.add(targets, first, logits, offset, outputs / tally.classes());
        loss += imageLoss.of(targets, first, logits, offset);
    }

    @Override
    public TestResult result() {
        if (notFinite > 0) {
            return new TestResult(Double.NaN, Double.NaN, notFinite);
        }
        PixelEvaluation evaluation = tally.evaluation();
        return new TestResult(
                loss / evaluation.images(),
                Double.NaN,
                0,
                Map.of(
                        Metric.TEST_MEAN_IOU, evaluation.meanIoU(),
                        Metric.TEST_PIXEL_ACCURACY, evaluation.accuracy()));
    }

    @Override
    public PixelEvaluation outcome() {
        return tally.evaluation();
    }
}
