package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.SigmoidCrossEntropy;

/**
 * {@link SigmoidCrossEntropy}. With {@code l = (w - 1) t + 1}, in a form that doesn't overflow:
 * {@code loss = 1/(N K) sum over n and k of ((1 - t) z + l (log(1 + exp(-|z|)) + max(-z, 0)))},
 * {@code gradLogits = weight ((1 - t) p - w t (1 - p)) / (N K)}, {@code p = 1 / (1 + exp(-z))}.
 */
final class SigmoidSum extends BatchLoss {
    private final double weight;
    private final double[] weights;

    SigmoidSum(SigmoidCrossEntropy loss, int batch, double... weights) {
        super(batch, loss.target());
        this.weight = loss.weight();
        this.weights = weights;
    }

    @Override
    double differentiate(float... logits) {
        double share = 1.0 / gradient().length;
        double sum = 0;
        for (int n = 0; n < batch(); n++) {
            boolean isMet = true;
            for (int k = 0; k < outputs(); k++) {
                int place = n * outputs() + k;
                double z = logits[place];
                double t = targets()[place];
                double small = Math.exp(-Math.abs(z));
                double p = z >= 0 ? 1 / (1 + small) : small / (1 + small);
                double rest = z >= 0 ? small / (1 + small) : 1 / (1 + small);
                sum += (1 - t) * z + ((weights[k] - 1) * t + 1) * (Math.log1p(small) + Math.max(-z, 0));
                gradient()[place] = (float) (weight * share * ((1 - t) * p - weights[k] * t * rest));
                isMet &= z > 0 == t > 0.5;
            }
            correct += isMet ? 1 : 0;
        }
        return sum * share;
    }
}
