package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/** Counts right and wrong answers, and sums up cross-entropies. */
final class TestEvaluation implements Classification.Visitor {
    private final int[][] confusion;
    private double loss;
    private int correct;
    private int seen;

    private TestEvaluation(int classes) {
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
        correct += predicted == label ? 1 : 0;
        loss += Classification.crossEntropy(label, logits, offset, classes);
        seen++;
    }

    TestResult result() {
        return new TestResult(loss / seen, (double) correct / seen);
    }

    ConfusionMatrix confusion() {
        return new ConfusionMatrix(confusion);
    }
}
