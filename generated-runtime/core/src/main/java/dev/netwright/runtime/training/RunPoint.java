package dev.netwright.runtime.training;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A point of a run's curves; a checkpoint carries those before it, so that a run that is resumed lacks none.
 *
 * @param step steps learned so far
 * @param epoch epochs learned so far, with fractions
 * @param loss of the epoch so far
 * @param accuracy of the epoch so far, each image evaluated before the step that learned it
 * @param testLoss after an epoch, if there are test images
 * @param testAccuracy after an epoch, if there are test images
 * @param learningRate of the last step
 * @param imagesPerSecond since the point before, by the time of the steps alone
 * @param time when
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
    /** The names of a row's cells. */
    public static final String HEADER =
            "step,epoch,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate,images_per_second,time";

    private static final int PER_EPOCH = 5;

    /**
     * Whether there is a point after a batch: d2l's {@code (i + 1) % (num_batches // 5) == 0 or i == num_batches - 1}; of fewer than five
     * batches after each.
     *
     * @param batch from 1
     */
    static boolean isAfter(int batch, int batches) {
        int stride = Math.max(1, batches / PER_EPOCH);
        return batch % stride == 0 || batch == batches;
    }

    /** The same with what the test images gave. */
    public RunPoint tested(OptionalDouble newTestLoss, OptionalDouble newTestAccuracy) {
        return new RunPoint(
                step, epoch, loss, accuracy, newTestLoss, newTestAccuracy, learningRate, imagesPerSecond, time);
    }

    /** The cells of {@link #HEADER} with commas between them; numbers in full, so that what is read again is what was measured. */
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
     * What {@link #row} wrote.
     *
     * @throws IllegalArgumentException if it is no such row
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
