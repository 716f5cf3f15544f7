package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;

/**
 * Counts correct and wrong answers, adds up losses, and keeps the worst mistakes. An image with an output that
 * is NaN or infinite counts as neither: the first of several NaN would count as the largest, so the accuracy would be
 * the share of the first class.
 */
final class TestEvaluation implements EpochTest {
    private final int classes;
    private final ImageLoss imageLoss;
    private final int[][] confusion;
    private final WorstMistakes worst = new WorstMistakes();
    private double loss;
    private int correct;
    private int seen;
    private int notFinite;

    TestEvaluation(Loss loss) {
        classes = loss.target().outputs();
        imageLoss = ImageLoss.of(loss);
        confusion = new int[classes][classes];
    }

    @Override
    public void image(float[] targets, int first, float[] logits, int offset) {
        int label = (int) targets[first];
        int index = seen++;
        if (!OutputPass.isFinite(logits, offset, classes)) {
            notFinite++;
            return;
        }
        int predicted = Classification.largest(logits, offset, classes);
        confusion[label][predicted]++;
        if (predicted == label) {
            correct++;
        } else {
            double probability = Math.exp(-Classification.crossEntropy(predicted, logits, offset, classes));
            worst.add(new Mistake(index, label, predicted, probability));
        }
        loss += imageLoss.of(targets, first, logits, offset);
    }

    @Override
    public TestResult result() {
        return notFinite == 0
                ? new TestResult(loss / seen, (double) correct / seen)
                : new TestResult(Double.NaN, Double.NaN, notFinite);
    }

    @Override
    public ClassOutcome outcome() {
        return new ClassOutcome(new ConfusionMatrix(confusion), worst.list());
    }
}
