package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/** Counts right and wrong answers, sums up cross-entropies, and keeps the worst mistakes. */
final class TestEvaluation implements Classification.Visitor {
    private final int[][] confusion;
    private final WorstMistakes worst = new WorstMistakes();
    private double loss;
    private int correct;
    private int seen;

    TestEvaluation(int classes) {
        confusion = new int[classes][classes];
    }

    /** Judges every image. */
    static TestEvaluation of(InferenceSession session, Dataset images, int classes) {
        TestEvaluation evaluation = new TestEvaluation(classes);
        Classification.forEach(session, images, classes, evaluation);
        return evaluation;
    }

    @Override
    public void image(int label, float[] logits, int offset, int classes) {
        int predicted = Classification.largest(logits, offset, classes);
        confusion[label][predicted]++;
        if (predicted == label) {
            correct++;
        } else {
            double probability = Math.exp(-Classification.crossEntropy(predicted, logits, offset, classes));
            worst.add(new Mistake(seen, label, predicted, probability));
        }
        loss += Classification.crossEntropy(label, logits, offset, classes);
        seen++;
    }

    TestResult result() {
        return new TestResult(loss / seen, (double) correct / seen);
    }

    TestOutcome outcome() {
        return new TestOutcome(new ConfusionMatrix(confusion), worst.list());
    }
}
