package dev.netwright.runtime.training;

import java.util.Arrays;
import java.util.List;

/** The outputs and targets of images with several labels or numbers, a column for each. Takes 8 bytes for each value. */
public final class OutputTable {
    private final List<String> names;
    private final float[] outputs;
    private final float[] targets;
    private int images;

    /**
     * A table without rows.
     *
     * @param names names of the labels or numbers
     * @param mostImages the most images that can be added
     */
    public OutputTable(List<String> names, int mostImages) {
        this.names = List.copyOf(names);
        outputs = new float[Math.multiplyExact(names.size(), mostImages)];
        targets = new float[outputs.length];
    }

    /**
     * Adds an image.
     *
     * @param target array that holds the image's target
     * @param first index of the target's first value
     * @param output array that holds the network's outputs
     * @param offset index of the image's first output
     */
    public void add(float[] target, int first, float[] output, int offset) {
        System.arraycopy(target, first, targets, images * names.size(), names.size());
        System.arraycopy(output, offset, outputs, images * names.size(), names.size());
        images++;
    }

    /** The names of the columns. */
    List<String> names() {
        return names;
    }

    /** The number of rows. */
    int images() {
        return images;
    }

    double output(int image, int column) {
        return outputs[image * names.size() + column];
    }

    double target(int image, int column) {
        return targets[image * names.size() + column];
    }

    /** The images in the order of a column's outputs, the largest first; equal ones keep their order. */
    int[] descending(int column) {
        Integer[] order = new Integer[images];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(output(b, column), output(a, column)));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
