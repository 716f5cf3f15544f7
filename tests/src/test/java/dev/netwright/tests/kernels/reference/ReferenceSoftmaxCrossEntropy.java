package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.LossKernel;

/** {@link SoftmaxCrossEntropy}; the logarithm is taken of the sum without its largest term, so that nothing overflows. */
final class ReferenceSoftmaxCrossEntropy implements LossKernel {
    private final ReferenceValue logits;
    private final Tensor logProbabilities;
    private final double weight;
    private final double smoothing;
    private final double[] weights;
    private final StepInput step;
    private double mean;
    private int correct;

    ReferenceSoftmaxCrossEntropy(
            SoftmaxCrossEntropy loss, ReferenceValue logits, double smoothing, double[] weights, StepInput step) {
        this.weights = weights;
        this.logits = logits;
        logProbabilities = new Tensor(step.batch(), logits.shape());
        weight = loss.weight();
        this.smoothing = smoothing;
        this.step = step;
    }

    /** Number of classes. */
    int classes() {
        return logits.shape().size();
    }

    @Override
    public void forward() {
        double sum = 0;
        correct = 0;
        for (int n = 0; n < step.batch(); n++) {
            int best = largest(n);
            double logSum = logOfSum(n, logits.value().get(n, best));
            for (int k = 0; k < classes(); k++) {
                logProbabilities.set(n, k, logits.value().get(n, k) - logSum);
            }
            for (int k = 0; k < classes(); k++) {
                sum -= target(n, k) == 0 ? 0 : target(n, k) * logProbabilities.get(n, k);
            }
            correct += best == step.label(n) ? 1 : 0;
        }
        mean = sum / whole();
    }

    @Override
    public void backward() {
        for (int n = 0; n < step.batch(); n++) {
            for (int k = 0; k < classes(); k++) {
                double difference = all(n) * Math.exp(logProbabilities.get(n, k)) - target(n, k);
                logits.gradient().add(n, k, weight * difference / whole());
            }
        }
    }

    @Override
    public double value() {
        return mean;
    }

    @Override
    public int correct() {
        return correct;
    }

    private double target(int n, int k) {
        return weights[k] * (smoothing / classes() + (1 - smoothing) * step.share(n, k));
    }

    private double all(int n) {
        double sum = 0;
        for (int k = 0; k < classes(); k++) {
            sum += target(n, k);
        }
        return sum;
    }

    private double whole() {
        double sum = 0;
        for (int n = 0; n < step.batch(); n++) {
            sum += weights[step.label(n)];
        }
        return sum;
    }

    private double logOfSum(int n, double largest) {
        double sum = 0;
        for (int k = 0; k < classes(); k++) {
            sum += Math.exp(logits.value().get(n, k) - largest);
        }
        return largest + Math.log(sum);
    }

    private int largest(int n) {
        int best = 0;
        for (int k = 1; k < classes(); k++) {
            best = logits.value().get(n, k) > logits.value().get(n, best) ? k : best;
        }
        return best;
    }
}
