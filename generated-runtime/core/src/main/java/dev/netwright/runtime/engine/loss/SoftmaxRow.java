package dev.netwright.runtime.engine.loss;

/** The softmax of the logits of one image or pixel: {@code p[k] = exp(z[k] - max) / sum of exp(z - max)}. */
final class SoftmaxRow {
    private final double[] powers;
    private final int stride;
    private int largest;
    private double most;
    private double sum;

    SoftmaxRow(int classes) {
        this(classes, 1);
    }

    /** Of logits that are {@code stride} apart. */
    SoftmaxRow(int classes, int stride) {
        powers = new double[classes];
        this.stride = stride;
    }

    /** Reads the logits from {@code first} on. */
    void read(float[] logits, int first) {
        largest = 0;
        for (int k = 1; k < powers.length; k++) {
            largest = logits[first + k * stride] > logits[first + largest * stride] ? k : largest;
        }
        most = logits[first + largest * stride];
        sum = 0;
        for (int k = 0; k < powers.length; k++) {
            powers[k] = Math.exp(logits[first + k * stride] - most);
            sum += powers[k];
        }
    }

    /** The class with the largest logit, the first one if several are equal. */
    int largest() {
        return largest;
    }

    double probability(int k) {
        return powers[k] / sum;
    }

    /** {@code log p[k]}, exact for probabilities that are 0 as a number. */
    double logProbability(float logit) {
        return logit - most - Math.log(sum);
    }

    /** {@code 1 - p[k]}, as a sum of the other classes, so that it isn't 0 for a probability that rounds to 1. */
    double complement(int k) {
        double others = 0;
        for (int other = 0; other < powers.length; other++) {
            others += other == k ? 0 : powers[other];
        }
        return others / sum;
    }
}
