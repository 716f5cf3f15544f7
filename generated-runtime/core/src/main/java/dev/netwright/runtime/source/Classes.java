package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import java.util.List;

/** The classes of samples, and their names. */
final class Classes implements Targets {
    private final int[] classes;
    private final List<String> labels;

    /**
     * Copies both.
     *
     * @throws IllegalArgumentException if there are no samples, or a class has no name
     */
    Classes(int[] classes, List<String> labels) {
        if (classes.length == 0) {
            throw new IllegalArgumentException("A dataset must have at least one picture, found none");
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= labels.size()) {
                throw new IllegalArgumentException(
                        "The class of picture " + i + " must be in [0, " + labels.size() + "), found " + classes[i]);
            }
        }
        this.classes = classes.clone();
        this.labels = List.copyOf(labels);
    }

    @Override
    public int count() {
        return classes.length;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public int of(int index) {
        return classes[index];
    }

    @Override
    public Target target() {
        return new Target.OneClass(labels.size());
    }

    @Override
    public void read(int index, float[] values, int offset) {
        values[offset] = classes[index];
    }
}
