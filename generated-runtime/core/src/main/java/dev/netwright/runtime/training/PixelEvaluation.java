package dev.netwright.runtime.training;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A network's masks compared with the masks of the images, over all pixels that have a class. With the pixels TP that have a class and are
 * predicted to, FP that don't have it but are predicted to, and FN that have it and aren't predicted to:
 *
 * <ul>
 *   <li>intersection over union {@code IoU = TP / (TP + FP + FN)}, the Jaccard index,
 *   <li>Dice coefficient {@code 2 TP / (2 TP + FP + FN)}, which is F1,
 *   <li>recall {@code TP / (TP + FN)}, the accuracy of the class.
 * </ul>
 *
 * <p>Pixels are counted over all images before they are divided, as in the Pascal VOC challenge and torchvision's reference.
 *
 * @param labels names of the classes, in the order of their numbers
 * @param images number of images
 * @param counts of each class
 */
public record PixelEvaluation(List<String> labels, int images, List<Counts> counts) implements TestOutcome {
    /**
     * Pixels by whether they have a class and whether it was predicted.
     *
     * @param truePositives pixels of the class, predicted
     * @param falsePositives pixels of other classes, predicted
     * @param falseNegatives pixels of the class, not predicted
     */
    public record Counts(long truePositives, long falsePositives, long falseNegatives) {
        /**
         * Intersection over union.
         *
         * @return from 0 to 1; NaN if no pixel has the class and none is predicted to
         */
        public double iou() {
            return share(truePositives, truePositives + falsePositives + falseNegatives);
        }

        /**
         * The Dice coefficient.
         *
         * @return from 0 to 1; NaN if no pixel has the class and none is predicted to
         */
        public double dice() {
            return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
        }

        /**
         * The share of the class's pixels that are predicted.
         *
         * @return from 0 to 1; NaN if no pixel has the class
         */
        public double recall() {
            return share(truePositives, pixels());
        }

        /**
         * The number of pixels that have the class.
         *
         * @return at least 0
         */
        public long pixels() {
            return truePositives + falseNegatives;
        }

        private static double share(long part, long whole) {
            return whole == 0 ? Double.NaN : (double) part / whole;
        }
    }

    /**
     * Copies the lists.
     *
     * @param labels names of the classes, in the order of their numbers
     * @param images number of images
     * @param counts of each class
     */
    public PixelEvaluation {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    /**
     * The mean intersection over union of the classes that occur in the images or the predictions.
     *
     * @return from 0 to 1; NaN if no pixel has a class
     */
    public double meanIoU() {
        return mean(Counts::iou);
    }

    /**
     * The mean Dice coefficient of the classes that occur in the images or the predictions.
     *
     * @return from 0 to 1; NaN if no pixel has a class
     */
    public double meanDice() {
        return mean(Counts::dice);
    }

    /**
     * The share of the pixels whose class is right.
     *
     * @return from 0 to 1; NaN if no pixel has a class
     */
    public double accuracy() {
        long right = counts.stream().mapToLong(Counts::truePositives).sum();
        return Counts.share(right, counts.stream().mapToLong(Counts::pixels).sum());
    }

    /**
     * A table with a line for each class.
     *
     * @return the lines, a head first
     */
    public List<String> classTable() {
        return ValueText.pixelTable(this);
    }

    /**
     * The evaluation as text.
     *
     * @return several lines
     */
    public String stats() {
        return ValueText.stats(this);
    }

    private double mean(ToDoubleFunction<Counts> score) {
        return counts.stream()
                .mapToDouble(score)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
