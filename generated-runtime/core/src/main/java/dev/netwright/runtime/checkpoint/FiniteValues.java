package dev.netwright.runtime.checkpoint;

import java.nio.file.Path;

/** Checks that no value of a weights file is NaN or infinite. */
public final class FiniteValues {
    private FiniteValues() {}

    /**
     * Checks values that were read.
     *
     * @param file the weights file, for messages
     * @param tensor name and shape of the tensor
     * @param values all values of the tensor
     * @throws MalformedWeightsException if a value is NaN or infinite
     */
    public static void requireRead(Path file, NamedShape tensor, float[] values) {
        int index = indexOfNonFinite(values);
        if (index >= 0) {
            throw new MalformedWeightsException(
                    file,
                    "finite values in tensor " + WeightsException.quote(tensor.name()),
                    values[index] + " at index " + index,
                    "Its training diverged or the file is damaged: take an earlier checkpoint.");
        }
    }

    /**
     * Checks values before they are written, because no reader would accept the file.
     *
     * @param file the weights file, for messages
     * @param tensor name and shape of the tensor
     * @param values all values of the tensor
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static void requireWritten(Path file, NamedShape tensor, float[] values) {
        int index = indexOfNonFinite(values);
        if (index >= 0) {
            throw new IllegalArgumentException(
                    "Weights file " + file + " was not written: expected finite values in tensor '"
                            + tensor.name() + "', but found " + values[index] + " at index " + index
                            + ". The training has diverged: go back to the last checkpoint and lower the learning"
                            + " rate.");
        }
    }

    private static int indexOfNonFinite(float[] values) {
        for (int index = 0; index < values.length; index++) {
            if (!Float.isFinite(values[index])) {
                return index;
            }
        }
        return -1;
    }
}
