package dev.netwright.runtime.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A network's answers about pictures, in the order of the pictures. Immutable; it holds four bytes for each class of each picture,
 * and ranks a picture's classes when asked.
 */
public final class Predictions {
    private final List<String> labels;
    private final float[] logits;

    private Predictions(List<String> labels, float[] logits) {
        this.labels = List.copyOf(labels);
        this.logits = logits;
    }

    /**
     * The answers that a network's output stands for.
     *
     * @param labels names of the classes
     * @param logits a row of one number for each class for each picture; not copied
     * @throws IllegalArgumentException if the last row isn't whole, or a number is NaN or infinite
     */
    public static Predictions ofLogits(List<String> labels, float[] logits) {
        if (labels.isEmpty() || logits.length % labels.size() != 0) {
            throw new IllegalArgumentException(
                    "logits must be rows of " + labels.size() + ", one for each class, found " + logits.length);
        }
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new IllegalArgumentException("logits must be numbers, found " + logits[i] + " for picture "
                        + i / labels.size() + "; load weights from before the loss became NaN");
            }
        }
        return new Predictions(labels, logits);
    }

    /** The number of pictures. */
    public int size() {
        return logits.length / labels.size();
    }

    /** The names of the classes, by their numbers. */
    public List<String> labels() {
        return labels;
    }

    /**
     * The most probable class of a picture; of several that are most probable, the first.
     *
     * @param picture in {@code [0, size())}
     */
    public Prediction best(int picture) {
        int best = bestIndex(picture);
        return new Prediction(labels.get(best), best, probabilities(picture)[best]);
    }

    /** The name of every picture's most probable class. */
    public List<String> bestLabels() {
        return IntStream.range(0, size())
                .mapToObj(picture -> labels.get(bestIndex(picture)))
                .toList();
    }

    /**
     * The most probable classes of a picture, the most probable first.
     *
     * @param picture in {@code [0, size())}
     * @param most how many, at least 1; of fewer classes, all
     */
    public List<Prediction> top(int picture, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("there is a first of the ranked classes at least, found " + most);
        }
        double[] probabilities = probabilities(picture);
        return IntStream.range(0, labels.size())
                .mapToObj(k -> new Prediction(labels.get(k), k, probabilities[k]))
                .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
                .limit(most)
                .toList();
    }

    /** Every class of a picture, the most probable first. */
    public List<Prediction> ranked(int picture) {
        return top(picture, labels.size());
    }

    /** The probability of each class, by its number: {@code exp(z - max z) / sum}, in double. */
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
