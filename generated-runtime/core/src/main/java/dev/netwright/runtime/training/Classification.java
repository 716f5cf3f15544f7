package dev.netwright.runtime.training;

/** What logits say of an image's class. */
public final class Classification {
    private Classification() {}

    /**
     * The class with the largest logit; the first one if several are equal.
     *
     * @param logits array that holds the logits
     * @param offset index of the image's first logit
     * @param classes number of logits
     * @return index of the class, from 0
     */
    public static int largest(float[] logits, int offset, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (logits[offset + k] > logits[offset + best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Cross-entropy of an image, computed in double precision: {@code log(sum exp(z)) - z_label}.
     *
     * @param label the image's class
     * @param logits array that holds the logits
     * @param offset index of the image's first logit
     * @param classes number of logits
     * @return the cross-entropy in nats, at least 0
     */
    public static double crossEntropy(int label, float[] logits, int offset, int classes) {
        double largest = logits[offset + largest(logits, offset, classes)];
        double sum = 0;
        for (int k = offset; k < offset + classes; k++) {
            sum += Math.exp(logits[k] - largest);
        }
        return Math.log(sum) + largest - logits[offset + label];
    }
}
