package dev.netwright.runtime.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A network's numbers compared with the targets of the images, each in the unit of its target.
 *
 * @param names names of the numbers, in the order of the outputs
 * @param images number of images
 * @param errors of each number
 */
public record NumberEvaluation(List<String> names, int images, List<Errors> errors) implements TestOutcome {
    /**
     * How far one number is from its targets, with the differences {@code d = y - t} over N images.
     *
     * @param meanAbsolute {@code sum of |d| / N}
     * @param rootMeanSquared {@code sqrt(sum of d^2 / N)}
     * @param r2 the coefficient of determination, {@code 1 - sum of d^2 / sum of (t - mean t)^2}: 1 if all are right, 0 if they are no better
     *     than the mean, and below 0 if they are worse; NaN if all targets are equal
     */
    public record Errors(double meanAbsolute, double rootMeanSquared, double r2) {}

    /**
     * Copies the lists.
     *
     * @param names names of the numbers, in the order of the outputs
     * @param images number of images
     * @param errors of each number
     */
    public NumberEvaluation {
        names = List.copyOf(names);
        errors = List.copyOf(errors);
    }

    /**
     * Compares outputs with targets.
     *
     * @param table an output and a target for each image and number
     * @return the evaluation
     */
    public static NumberEvaluation of(OutputTable table) {
        return new NumberEvaluation(
                table.names(),
                table.images(),
                IntStream.range(0, table.names().size())
                        .mapToObj(number -> errors(table, number))
                        .toList());
    }

    private static Errors errors(OutputTable table, int number) {
        int images = table.images();
        double mean = 0;
        for (int image = 0; image < images; image++) {
            mean += table.target(image, number) / images;
        }
        double absolute = 0;
        double squares = 0;
        double spread = 0;
        for (int image = 0; image < images; image++) {
            double target = table.target(image, number);
            double difference = table.output(image, number) - target;
            absolute += Math.abs(difference);
            squares += difference * difference;
            spread += (target - mean) * (target - mean);
        }
        return new Errors(
                absolute / images, Math.sqrt(squares / images), spread == 0 ? Double.NaN : 1 - squares / spread);
    }

    /**
     * The mean over the numbers of their mean absolute errors.
     *
     * @return at least 0
     */
    public double meanAbsoluteError() {
        return mean(Errors::meanAbsolute);
    }

    /**
     * The mean over the numbers of the roots of their mean squared errors.
     *
     * @return at least 0
     */
    public double rootMeanSquaredError() {
        return mean(Errors::rootMeanSquared);
    }

    /**
     * The mean coefficient of determination of the numbers whose targets differ.
     *
     * @return at most 1; NaN if there is none
     */
    public double r2() {
        return mean(Errors::r2);
    }

    /**
     * A table with a line for each number.
     *
     * @return the lines, a head first
     */
    public List<String> numberTable() {
        return ValueText.numberTable(this);
    }

    /**
     * The evaluation as text.
     *
     * @return several lines
     */
    public String stats() {
        return ValueText.stats(this);
    }

    private double mean(ToDoubleFunction<Errors> error) {
        return errors.stream()
                .mapToDouble(error)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
