package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several labels, or numbers: keeps the outputs of all images, because their scores need them at once; evaluates them once. */
final class ValueTest implements EpochTest {
    private final Target target;
    private final ImageLoss imageLoss;
    private final OutputTable table;
    private double loss;
    private int notFinite;
    private Optional<TestOutcome> evaluated = Optional.empty();

    ValueTest(Loss loss, List<String> names, int images) {
        target = loss.target();
        imageLoss = ImageLoss.of(loss);
        table = new OutputTable(names, images);
    }

    @Override
    public void image(float[] targets, int first, float[] outputs, int offset) {
        if (!OutputPass.isFinite(outputs, offset, target.outputs())) {
            notFinite++;
            return;
        }
        table.add(targets, first, outputs, offset);
        loss += imageLoss.of(targets, first, outputs, offset);
    }

    @Override
    public TestResult result() {
        if (notFinite > 0) {
            return new TestResult(Double.NaN, Double.NaN, notFinite);
        }
        double mean = loss / table.images();
        TestOutcome outcome = outcome();
        if (outcome instanceof LabelEvaluation evaluation) {
            return new TestResult(
                    mean,
                    evaluation.exactMatch(),
                    0,
                    Map.of(Metric.TEST_MEAN_AVERAGE_PRECISION, evaluation.meanAveragePrecision()));
        }
        NumberEvaluation evaluation = (NumberEvaluation) outcome;
        return new TestResult(
                mean,
                Double.NaN,
                0,
                Map.of(
                        Metric.TEST_MEAN_ABSOLUTE_ERROR, evaluation.meanAbsoluteError(),
                        Metric.TEST_ROOT_MEAN_SQUARED_ERROR, evaluation.rootMeanSquaredError(),
                        Metric.TEST_R2, evaluation.r2()));
    }

    @Override
    public TestOutcome outcome() {
        if (evaluated.isEmpty()) {
            evaluated = Optional.of(evaluated());
        }
        return evaluated.get();
    }

    private TestOutcome evaluated() {
        return target instanceof Target.SeveralLabels
                ? LabelEvaluation.of(table, LabelEvaluation.USUAL_THRESHOLD)
                : NumberEvaluation.of(table);
    }
}
