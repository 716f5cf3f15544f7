package dev.netwright.runtime.training;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a network's answers compare with the labels of images.
 *
 * <p>Precision of a class is the share of its images among those that were taken for it, recall the share of its images that were, and F1 their
 * harmonic mean: {@code 2 precision recall / (precision + recall)}. Where nothing was taken for a class, or it has no image, they are 0.
 *
 * @param labels names of the classes
 * @param confusion which classes were taken for which
 * @param topN among how many of the most probable classes an image's own has to be for {@link #topNAccuracy()}
 * @param topNCorrect images of which it is
 */
public record Evaluation(List<String> labels, ConfusionMatrix confusion, int topN, int topNCorrect) {
    /** Refuses another number of names than of classes. */
    public Evaluation {
        labels = List.copyOf(labels);
        if (labels.size() != confusion.classes()) {
            throw new IllegalArgumentException("an evaluation of " + confusion.classes()
                    + " classes needs a name for each, found " + labels.size());
        }
    }

    /** Number of classes. */
    public int classes() {
        return labels.size();
    }

    /** Images that were evaluated. */
    public int images() {
        return IntStream.range(0, classes()).map(this::images).sum();
    }

    /** Images of a class. */
    public int images(int actual) {
        return IntStream.range(0, classes())
                .map(predicted -> confusion.count(actual, predicted))
                .sum();
    }

    /** Images that were taken for a class. */
    public int answers(int predicted) {
        return IntStream.range(0, classes())
                .map(actual -> confusion.count(actual, predicted))
                .sum();
    }

    /** Images of a class that were taken for it. */
    public int correct(int label) {
        return confusion.count(label, label);
    }

    /** The share of images that were taken for their class. */
    public double accuracy() {
        return share(IntStream.range(0, classes()).map(this::correct).sum(), images());
    }

    /** The share of images whose class is among the {@link #topN} most probable. */
    public double topNAccuracy() {
        return topN == 1 ? accuracy() : share(topNCorrect, images());
    }

    /** A class's precision. */
    public double precision(int label) {
        return share(correct(label), answers(label));
    }

    /** A class's recall. */
    public double recall(int label) {
        return share(correct(label), images(label));
    }

    /** A class's F1. */
    public double f1(int label) {
        double precision = precision(label);
        double recall = recall(label);
        return correct(label) == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The mean precision of the classes that any image was taken for. */
    public double precision() {
        return mean(this::precision, label -> answers(label) > 0);
    }

    /** The mean recall of the classes that have images. */
    public double recall() {
        return mean(this::recall, label -> images(label) > 0);
    }

    /** The mean F1 of the classes that have images and that any image was taken for. */
    public double f1() {
        return mean(this::f1, label -> images(label) > 0 && answers(label) > 0);
    }

    /** Precision, recall, F1 and number of images of each class, as lines of a table with a head. */
    public List<String> classTable() {
        return EvaluationText.classTable(this);
    }

    /** All of it for a person: the means, {@link #classTable()}, and which classes were most often taken for which. */
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
