package dev.netwright.runtime.training;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the mistakes with the highest probability, in memory that doesn't grow with the number of images. */
final class WorstMistakes {
    /** Highest probability first; among equal ones the first image. */
    private static final Comparator<Mistake> BY_CERTAINTY =
            Comparator.comparingDouble(Mistake::probability).thenComparing(Mistake::image, Comparator.reverseOrder());

    private final PriorityQueue<Mistake> worst = new PriorityQueue<>(BY_CERTAINTY);

    void add(Mistake mistake) {
        worst.add(mistake);
        if (worst.size() > ClassOutcome.MOST_MISTAKES) {
            worst.remove();
        }
    }

    /** The mistakes, highest probability first. */
    List<Mistake> list() {
        return worst.stream().sorted(BY_CERTAINTY.reversed()).toList();
    }
}
