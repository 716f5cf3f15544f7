package dev.netwright.runtime.training;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the mistakes that a network was surest of, in memory that doesn't grow with the images. */
final class WorstMistakes {
    /** Of equally sure ones the first image is kept; NaN counts as the least sure. */
    private static final Comparator<Mistake> BY_CERTAINTY = Comparator.<Mistake>comparingDouble(
                    mistake -> Double.isNaN(mistake.probability()) ? -1 : mistake.probability())
            .thenComparing(Mistake::image, Comparator.reverseOrder());

    private final PriorityQueue<Mistake> worst = new PriorityQueue<>(BY_CERTAINTY);

    void add(Mistake mistake) {
        worst.add(mistake);
        if (worst.size() > TestOutcome.MOST_MISTAKES) {
            worst.remove();
        }
    }

    /** The surest first. */
    List<Mistake> list() {
        return worst.stream().sorted(BY_CERTAINTY.reversed()).toList();
    }
}
