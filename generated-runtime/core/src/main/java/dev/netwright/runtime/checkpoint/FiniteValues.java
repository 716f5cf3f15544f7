package dev.netwright.runtime.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

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
        faultOf(file, tensor, 0, values).ifPresent(fault -> {
            throw fault;
        });
    }

    /**
     * What is wrong with some of a tensor's values.
     *
     * @param first index of the first of them in the tensor
     * @return empty if each is finite
     */
    static Optional<MalformedWeightsException> faultOf(Path file, NamedShape tensor, long first, float... values) {
        int index = indexOfNonFinite(values);
        return index < 0
                ? Optional.empty()
                : Optional.of(new MalformedWeightsException(
                        file,
                        "finite values in tensor " + WeightsException.quote(tensor.name()),
                        values[index] + " at index " + (first + index),
                        "Its training diverged or the file is damaged: take an earlier checkpoint."));
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
