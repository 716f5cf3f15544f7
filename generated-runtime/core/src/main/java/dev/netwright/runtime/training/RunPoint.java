package dev.netwright.runtime.training;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A point of a run's curves. Checkpoints store the points so far, so that the curves of a resumed run are complete.
 *
 * @param step number of steps so far
 * @param epoch number of epochs so far, as a fraction
 * @param loss mean training loss of the epoch so far
 * @param accuracy training accuracy of the epoch so far; each image is evaluated before the step that learns it; NaN for
 *     numbers
 * @param testLoss mean of the network's loss on the test images; only at the end of an epoch with test images
 * @param testAccuracy accuracy on the test images, NaN for numbers; only at the end of an epoch with test images
 * @param learningRate learning rate of the last step
 * @param imagesPerSecond training images per second of training steps since the previous point
 * @param time when the point was measured
 */
public record RunPoint(
        long step,
        double epoch,
        double loss,
        double accuracy,
        OptionalDouble testLoss,
        OptionalDouble testAccuracy,
        double learningRate,
        double imagesPerSecond,
        Instant time) {
    /** Column names of {@link #row}. */
    public static final String HEADER =
            "step,epoch,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate,images_per_second,time";

    private static final int PER_EPOCH = 5;

    /**
     * Whether a point follows a batch. The rule is d2l's {@code (i + 1) % (num_batches // 5) == 0 or i == num_batches -
     * 1}; with fewer than five batches, after each.
     *
     * @param batch number of the batch in its epoch, from 1
     */
    static boolean isAfter(int batch, int batches) {
        int stride = Math.max(1, batches / PER_EPOCH);
        return batch % stride == 0 || batch == batches;
    }

    /**
     * Adds the results on the test images.
     *
     * @param newTestLoss mean of the network's loss on the test images
     * @param newTestAccuracy accuracy on the test images, from 0 to 1; NaN for numbers
     * @return a changed copy
     */
    public RunPoint tested(OptionalDouble newTestLoss, OptionalDouble newTestAccuracy) {
        return new RunPoint(
                step, epoch, loss, accuracy, newTestLoss, newTestAccuracy, learningRate, imagesPerSecond, time);
    }

    /**
     * {@return the cells of {@link #HEADER}, separated by commas; numbers have all their digits, so that {@link #of}
     * restores them exactly}
     */
    public String row() {
        return String.join(
                ",",
                Long.toString(step),
                Double.toString(epoch),
                Double.toString(loss),
                Double.toString(accuracy),
                text(testLoss),
                text(testAccuracy),
                Double.toString(learningRate),
                Double.toString(imagesPerSecond),
                time.toString());
    }

    /**
     * Parses what {@link #row} wrote.
     *
     * @param row the cells of {@link #HEADER}, separated by commas
     * @return the point
     * @throws IllegalArgumentException if the row has another form
     */
    public static RunPoint of(String row) {
        String[] cells = row.split(",", -1);
        try {
            return new RunPoint(
                    Long.parseLong(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    optional(cells[4]),
                    optional(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    Instant.parse(cells[8]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw new IllegalArgumentException("a row must have the columns " + HEADER + ", found '" + row + "'", e);
        }
    }

    private static OptionalDouble optional(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
