package dev.netwright.runtime.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A network's numbers for pictures, in the order of the pictures and in the units of the targets that it learned. Immutable. */
public final class NumberPredictions {
    private final List<String> names;
    private final float[] values;

    private NumberPredictions(List<String> names, float[] values) {
        this.names = List.copyOf(names);
        this.values = values;
    }

    /**
     * Creates predictions from a network's output.
     *
     * @param names names of the numbers
     * @param values a row of numbers for each picture; not copied
     * @return the predictions
     * @throws IllegalArgumentException if the last row isn't complete, or a number is NaN or infinite
     */
    public static NumberPredictions of(List<String> names, float[] values) {
        Rows.require("values", names, values);
        return new NumberPredictions(names, values);
    }

    /** {@return the number of pictures} */
    public int size() {
        return values.length / names.size();
    }

    /** {@return the names of the numbers, in the order of the outputs} */
    public List<String> names() {
        return names;
    }

    /**
     * The numbers of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return the numbers in the order of their names
     */
    public float[] values(int picture) {
        int row = Objects.checkIndex(picture, size()) * names.size();
        return Arrays.copyOfRange(values, row, row + names.size());
    }

    /**
     * One number of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @param name the number's name
     * @return the number
     * @throws IllegalArgumentException if no number has this name
     */
    public float value(int picture, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "there are the numbers '" + String.join("', '", names) + "', found '" + name + "'");
        }
        return values(picture)[place];
    }
}
