package dev.netwright.runtime.training;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the mistakes that a network was surest of, in memory that doesn't grow with the images. */
final class WorstMistakes {
    /** Of equally sure ones the first image is kept. */
    private static final Comparator<Mistake> BY_CERTAINTY =
            Comparator.comparingDouble(Mistake::probability).thenComparing(Mistake::image, Comparator.reverseOrder());

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
