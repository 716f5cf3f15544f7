package dev.netwright.runtime.training;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A network's predictions compared with the labels of the images.
 *
 * <p>The precision of a class is the share of correct images among those predicted as the class. Its recall is the
 * share of its images that were predicted as the class. F1 is their harmonic mean:
 * {@code 2 precision recall / (precision + recall)}. A share of no images is 0.
 *
 * @param labels names of the classes, in the order of the logits
 * @param confusion counts of images by actual and predicted class
 * @param topN the number of most probable classes that {@link #topNAccuracy()} looks at
 * @param topNCorrect images whose class is among these
 */
public record Evaluation(List<String> labels, ConfusionMatrix confusion, int topN, int topNCorrect) {
    /**
     * Copies the labels and compares their number with that of the classes.
     *
     * @param labels names of the classes, in the order of the logits
     * @param confusion counts of images by actual and predicted class
     * @param topN the number of most probable classes that {@link #topNAccuracy()} looks at
     * @param topNCorrect images whose class is among these
     * @throws IllegalArgumentException if there isn't one label for each class
     */
    public Evaluation {
        labels = List.copyOf(labels);
        if (labels.size() != confusion.classes()) {
            throw new IllegalArgumentException("an evaluation of " + confusion.classes()
                    + " classes needs a name for each, found " + labels.size());
        }
    }

    /**
     * Number of classes.
     *
     * @return the number of labels
     */
    public int classes() {
        return labels.size();
    }

    /**
     * Images that were evaluated.
     *
     * @return the sum over all classes
     */
    public int images() {
        return IntStream.range(0, classes()).map(this::images).sum();
    }

    /**
     * Images of a class.
     *
     * @param actual the class's number, from 0
     * @return how many evaluated images have this label
     */
    public int images(int actual) {
        return IntStream.range(0, classes())
                .map(predicted -> confusion.count(actual, predicted))
                .sum();
    }

    /**
     * Images that were predicted as a class.
     *
     * @param predicted the class's number, from 0
     * @return how many, correct or not
     */
    public int answers(int predicted) {
        return IntStream.range(0, classes())
                .map(actual -> confusion.count(actual, predicted))
                .sum();
    }

    /**
     * Correctly predicted images of a class.
     *
     * @param label the class's number, from 0
     * @return how many
     */
    public int correct(int label) {
        return confusion.count(label, label);
    }

    /**
     * The share of images that were predicted correctly.
     *
     * @return from 0 to 1
     */
    public double accuracy() {
        return share(IntStream.range(0, classes()).map(this::correct).sum(), images());
    }

    /**
     * The share of images whose class is among the {@link #topN} most probable.
     *
     * @return from 0 to 1
     */
    public double topNAccuracy() {
        return topN == 1 ? accuracy() : share(topNCorrect, images());
    }

    /**
     * The precision of a class.
     *
     * @param label the class's number, from 0
     * @return from 0 to 1; 0 if no image was predicted as the class
     */
    public double precision(int label) {
        return share(correct(label), answers(label));
    }

    /**
     * The recall of a class.
     *
     * @param label the class's number, from 0
     * @return from 0 to 1; 0 if the class has no image
     */
    public double recall(int label) {
        return share(correct(label), images(label));
    }

    /**
     * The F1 of a class.
     *
     * @param label the class's number, from 0
     * @return from 0 to 1; 0 if no image of the class was predicted correctly
     */
    public double f1(int label) {
        double precision = precision(label);
        double recall = recall(label);
        return correct(label) == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * The mean precision of the classes that were predicted for any image (macro average).
     *
     * @return from 0 to 1
     */
    public double precision() {
        return mean(this::precision, label -> answers(label) > 0);
    }

    /**
     * The mean recall of the classes that have images (macro average).
     *
     * @return from 0 to 1
     */
    public double recall() {
        return mean(this::recall, label -> images(label) > 0);
    }

    /**
     * The mean F1 of the classes that have images and were predicted for any image (macro average).
     *
     * @return from 0 to 1
     */
    public double f1() {
        return mean(this::f1, label -> images(label) > 0 && answers(label) > 0);
    }

    /**
     * A table of each class's precision, recall, F1 and number of images.
     *
     * @return the lines, a header first
     */
    public List<String> classTable() {
        return EvaluationText.classTable(this);
    }

    /**
     * A report for people: the means, {@link #classTable()} and the most frequent confusions.
     *
     * @return several lines of text
     */
    public String stats() {
        return EvaluationText.stats(this);
    }

    private static double share(int count, int of) {
        return of == 0 ? 0 : (double) count / of;
    }

    private double mean(IntToDoubleFunction number, IntPredicate isDefined) {
        return IntStream.range(0, classes())
                .filter(isDefined)
                .mapToDouble(number)
                .average()
                .orElse(0);
    }
}
