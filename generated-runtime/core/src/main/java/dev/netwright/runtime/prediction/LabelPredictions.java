package dev.netwright.runtime.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A network's predictions of several labels for pictures, in the order of the pictures. Each label has a probability of its own,
 * {@code 1 / (1 + exp(-z))} of its logit z in double precision; they don't sum to 1. Immutable.
 */
public final class LabelPredictions {
    private final List<String> labels;
    private final float[] logits;

    private LabelPredictions(List<String> labels, float[] logits) {
        this.labels = List.copyOf(labels);
        this.logits = logits;
    }

    /**
     * Creates predictions from a network's output.
     *
     * @param labels names of the labels
     * @param logits a row of logits for each picture, one for each label; not copied
     * @return the predictions
     * @throws IllegalArgumentException if the last row isn't complete, or a logit is NaN or infinite
     */
    public static LabelPredictions ofLogits(List<String> labels, float[] logits) {
        Rows.require("logits", labels, logits);
        return new LabelPredictions(labels, logits);
    }

    /** {@return the number of pictures} */
    public int size() {
        return logits.length / labels.size();
    }

    /** {@return the names of the labels, in the order of their numbers} */
    public List<String> labels() {
        return labels;
    }

    /**
     * The probability of each label.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return probabilities from 0 to 1 in the order of the labels' numbers
     */
    public double[] probabilities(int picture) {
        int row = Objects.checkIndex(picture, size()) * labels.size();
        return IntStream.range(0, labels.size())
                .mapToDouble(label -> 1 / (1 + Math.exp(-(double) logits[row + label])))
                .toArray();
    }

    /**
     * All labels of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return labels in descending order of probability
     */
    public List<Prediction> ranked(int picture) {
        double[] probabilities = probabilities(picture);
        return IntStream.range(0, labels.size())
                .mapToObj(label -> new Prediction(labels.get(label), label, probabilities[label]))
                .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
                .toList();
    }

    /**
     * The labels that a picture is predicted to have.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @param threshold the probability above which a label is predicted; 0.5 is usual
     * @return labels in descending order of probability; none if all are less probable
     */
    public List<Prediction> above(int picture, double threshold) {
        return ranked(picture).stream()
                .filter(prediction -> prediction.probability() > threshold)
                .toList();
    }
}
