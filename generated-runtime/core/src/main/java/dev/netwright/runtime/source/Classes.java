package dev.netwright.runtime.source;

import java.util.List;

/** The classes of samples, and their names. */
final class Classes {
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

    int count() {
        return classes.length;
    }

    List<String> labels() {
        return labels;
    }

    int of(int index) {
        return classes[index];
    }
}
