package dev.netwright.runtime.kernel;

/**
 * Mean cross-entropy of the softmax of logits {@code z[N, K]} against class labels {@code t[N]}:
 * {@code loss = -1/N sum over n of log p[n, t[n]]}, {@code p = softmax(z)}.
 *
 * <p>With label smoothing e (Szegedy et al., 2016) the targets are {@code q = (1 - e) onehot(t) + e / K}, as PyTorch's
 * {@code CrossEntropyLoss} has it: {@code loss = -1/N sum over n and k of q[n, k] log p[n, k]}.
 *
 * <p>Backward: {@code gradLogits = weight (p - q) / N}, where the weight is 1 but for auxiliary heads.
 */
public interface SoftmaxCrossEntropy extends Kernel {
    /** The mean loss, without its weight, of the batch that {@link #forward()} saw last. */
    double mean();

    /** How many images of that batch have their largest logit at their label; the first counts where several are largest. */
    int correct();
}
