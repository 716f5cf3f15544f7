package dev.netwright.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A network's predictions of several labels compared with the labels that the images have. An image is predicted to have a label if the
 * label's probability is above a threshold.
 *
 * <p>Of the images that are predicted to have a label, precision is the share that has it. Of those that have it, recall is the share that is
 * predicted. F1 is their harmonic mean. A share of no images is 0.
 *
 * <p>Average precision doesn't depend on the threshold. With the images in descending order of probability, it is the sum over the different
 * probabilities n of {@code (R[n] - R[n-1]) P[n]}, with precision P and recall R of the images up to n, as in scikit-learn's
 * {@code average_precision_score}. It is NaN for a label that no image has.
 *
 * @param labels names of the labels, in the order of the outputs
 * @param images number of images
 * @param threshold the probability above which a label is predicted
 * @param counts of each label
 * @param averagePrecisions of each label; NaN without an image
 * @param exact images with all of their labels predicted and no other
 */
public record LabelEvaluation(
        List<String> labels,
        int images,
        double threshold,
        List<Counts> counts,
        List<Double> averagePrecisions,
        int exact)
        implements TestOutcome {
    /** The threshold unless another is given: a label is predicted if it is more probable than not. */
    public static final double USUAL_THRESHOLD = 0.5;

    /**
     * Images by whether they have a label and whether it was predicted.
     *
     * @param truePositives images with the label, predicted
     * @param falsePositives images without it, predicted
     * @param falseNegatives images with it, not predicted
     */
    public record Counts(int truePositives, int falsePositives, int falseNegatives) {}

    /**
     * Copies the lists.
     *
     * @param labels names of the labels, in the order of the outputs
     * @param images number of images
     * @param threshold the probability above which a label is predicted
     * @param counts of each label
     * @param averagePrecisions of each label; NaN without an image
     * @param exact images with all of their labels predicted and no other
     */
    public LabelEvaluation {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        averagePrecisions = List.copyOf(averagePrecisions);
    }

    /**
     * Compares outputs with targets.
     *
     * @param table a logit and a target of 0 or 1 for each image and label
     * @param threshold the probability above which a label is predicted, above 0 and below 1
     * @return the evaluation
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public static LabelEvaluation of(OutputTable table, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and below 1, found " + threshold);
        }
        double least = Math.log(threshold) - Math.log1p(-threshold);
        List<Counts> counts = new ArrayList<>();
        List<Double> averagePrecisions = new ArrayList<>();
        for (int label = 0; label < table.names().size(); label++) {
            counts.add(counts(table, label, least));
            averagePrecisions.add(averagePrecision(table, label));
        }
        int exact = (int) IntStream.range(0, table.images())
                .filter(image -> IntStream.range(0, table.names().size())
                        .allMatch(label -> table.output(image, label) > least == table.target(image, label) > 0.5))
                .count();
        return new LabelEvaluation(table.names(), table.images(), threshold, counts, averagePrecisions, exact);
    }

    private static Counts counts(OutputTable table, int label, double least) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int image = 0; image < table.images(); image++) {
            boolean has = table.target(image, label) > 0.5;
            boolean isPredicted = table.output(image, label) > least;
            right += has && isPredicted ? 1 : 0;
            wrong += !has && isPredicted ? 1 : 0;
            missed += has && !isPredicted ? 1 : 0;
        }
        return new Counts(right, wrong, missed);
    }

    private static double averagePrecision(OutputTable table, int label) {
        int[] order = table.descending(label);
        int positives = (int) IntStream.of(order)
                .filter(image -> table.target(image, label) > 0.5)
                .count();
        double sum = 0;
        int found = 0;
        int counted = 0;
        for (int i = 0; i < order.length; i++) {
            found += table.target(order[i], label) > 0.5 ? 1 : 0;
            boolean isLastOfEqual =
                    i + 1 == order.length || table.output(order[i + 1], label) < table.output(order[i], label);
            if (isLastOfEqual) {
                sum += (double) (found - counted) / positives * found / (i + 1);
                counted = found;
            }
        }
        return positives == 0 ? Double.NaN : sum;
    }

    /**
     * Images that have a label.
     *
     * @param label the label's number, from 0
     * @return how many
     */
    public int images(int label) {
        return counts.get(label).truePositives() + counts.get(label).falseNegatives();
    }

    /**
     * The precision of a label.
     *
     * @param label the label's number, from 0
     * @return from 0 to 1; 0 if it was predicted for no image
     */
    public double precision(int label) {
        Counts of = counts.get(label);
        return share(of.truePositives(), of.truePositives() + of.falsePositives());
    }

    /**
     * The recall of a label.
     *
     * @param label the label's number, from 0
     * @return from 0 to 1; 0 if no image has it
     */
    public double recall(int label) {
        return share(counts.get(label).truePositives(), images(label));
    }

    /**
     * The F1 of a label.
     *
     * @param label the label's number, from 0
     * @return from 0 to 1; 0 if it was predicted for no image that has it
     */
    public double f1(int label) {
        Counts of = counts.get(label);
        return share(2 * of.truePositives(), 2 * of.truePositives() + of.falsePositives() + of.falseNegatives());
    }

    /**
     * The average precision of a label.
     *
     * @param label the label's number, from 0
     * @return above 0 and at most 1; NaN if no image has it
     */
    public double averagePrecision(int label) {
        return averagePrecisions.get(label);
    }

    /**
     * The mean precision of the labels (macro average).
     *
     * @return from 0 to 1
     */
    public double precision() {
        return mean(this::precision);
    }

    /**
     * The mean recall of the labels (macro average).
     *
     * @return from 0 to 1
     */
    public double recall() {
        return mean(this::recall);
    }

    /**
     * The mean F1 of the labels (macro average).
     *
     * @return from 0 to 1
     */
    public double f1() {
        return mean(this::f1);
    }

    /**
     * The mean of the average precisions of the labels that images have.
     *
     * @return from 0 to 1; NaN if no image has a label
     */
    public double meanAveragePrecision() {
        return averagePrecisions.stream()
                .mapToDouble(Double::doubleValue)
                .filter(precision -> !Double.isNaN(precision))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The share of images with all of their labels predicted and no other.
     *
     * @return from 0 to 1
     */
    public double exactMatch() {
        return share(exact, images);
    }

    /**
     * A table with a line for each label.
     *
     * @return the lines, a head first
     */
    public List<String> labelTable() {
        return ValueText.labelTable(this);
    }

    /**
     * The evaluation as text.
     *
     * @return several lines
     */
    public String stats() {
        return ValueText.stats(this);
    }

    private static double share(int count, int of) {
        return of == 0 ? 0 : (double) count / of;
    }

    private double mean(IntToDoubleFunction number) {
        return IntStream.range(0, labels.size()).mapToDouble(number).average().orElse(0);
    }
}
