package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/**
 * Counts correct and wrong answers, adds up cross-entropies, and keeps the worst mistakes. An image with an output that
 * is NaN or infinite counts as neither: the first of several NaN would count as the largest, so the accuracy would be
 * the share of the first class.
 */
final class TestEvaluation implements Classification.Visitor {
    private final int[][] confusion;
    private final WorstMistakes worst = new WorstMistakes();
    private double loss;
    private int correct;
    private int seen;
    private int notFinite;

    TestEvaluation(int classes) {
        confusion = new int[classes][classes];
    }

    /** Evaluates every image. */
    static TestEvaluation of(InferenceSession session, Dataset images, int classes) {
        TestEvaluation evaluation = new TestEvaluation(classes);
        Classification.forEach(session, images, classes, evaluation);
        return evaluation;
    }

    @Override
    public void image(int label, float[] logits, int offset, int classes) {
        int index = seen++;
        if (!isFinite(logits, offset, classes)) {
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
        loss += Classification.crossEntropy(label, logits, offset, classes);
    }

    private static boolean isFinite(float[] logits, int offset, int classes) {
        for (int k = offset; k < offset + classes; k++) {
            if (!Float.isFinite(logits[k])) {
                return false;
            }
        }
        return true;
    }

    TestResult result() {
        return notFinite == 0
                ? new TestResult(loss / seen, (double) correct / seen)
                : new TestResult(Double.NaN, Double.NaN, notFinite);
    }

    TestOutcome outcome() {
        return new TestOutcome(new ConfusionMatrix(confusion), worst.list());
    }
}
