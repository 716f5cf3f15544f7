package dev.netwright.runtime.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A network's predictions for pictures, in the order of the pictures. Immutable. Takes four bytes per class and
 * picture; ranks are computed on each call.
 */
public final class Predictions {
    private final List<String> labels;
    private final float[] logits;

    private Predictions(List<String> labels, float[] logits) {
        this.labels = List.copyOf(labels);
        this.logits = logits;
    }

    /**
     * Creates predictions from a network's output.
     *
     * @param labels names of the classes
     * @param logits a row of logits per picture, one for each class; not copied
     * @return the predictions
     * @throws IllegalArgumentException if the last row isn't complete, or a logit is NaN or infinite
     */
    public static Predictions ofLogits(List<String> labels, float[] logits) {
        if (labels.isEmpty() || logits.length % labels.size() != 0) {
            throw new IllegalArgumentException(
                    "logits must be rows of " + labels.size() + ", one logit per class, found " + logits.length);
        }
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new IllegalArgumentException("logits must be finite, found " + logits[i] + " for picture "
                        + i / labels.size() + "; load weights from before the loss became NaN");
            }
        }
        return new Predictions(labels, logits);
    }

    /** {@return the number of pictures} */
    public int size() {
        return logits.length / labels.size();
    }

    /** {@return the names of the classes, in the order of their numbers} */
    public List<String> labels() {
        return labels;
    }

    /**
     * The most probable class of a picture; the first one if several are equal.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return the class and its probability
     */
    public Prediction best(int picture) {
        int best = bestIndex(picture);
        return new Prediction(labels.get(best), best, probabilities(picture)[best]);
    }

    /** {@return the name of each picture's most probable class} */
    public List<String> bestLabels() {
        return IntStream.range(0, size())
                .mapToObj(picture -> labels.get(bestIndex(picture)))
                .toList();
    }

    /**
     * The most probable classes of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @param most largest number of classes, at least 1
     * @return classes in descending order of probability
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public List<Prediction> top(int picture, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("the number of top classes must be at least 1, found " + most);
        }
        double[] probabilities = probabilities(picture);
        return IntStream.range(0, labels.size())
                .mapToObj(k -> new Prediction(labels.get(k), k, probabilities[k]))
                .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
                .limit(most)
                .toList();
    }

    /**
     * All classes of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return classes in descending order of probability
     */
    public List<Prediction> ranked(int picture) {
        return top(picture, labels.size());
    }

    /**
     * The probability of each class: {@code exp(z - max z) / sum} in double precision.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return probabilities in the order of the classes' numbers
     */
    public double[] probabilities(int picture) {
        int row = row(picture);
        double largest = logits[row + bestIndex(picture)];
        double[] shares = new double[labels.size()];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp(logits[row + k] - largest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    private int bestIndex(int picture) {
        int row = row(picture);
        int best = 0;
        for (int k = 1; k < labels.size(); k++) {
            if (logits[row + k] > logits[row + best]) {
                best = k;
            }
        }
        return best;
    }

    private int row(int picture) {
        return Objects.checkIndex(picture, size()) * labels.size();
    }
}
