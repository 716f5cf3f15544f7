package dev.netwright.runtime.training;

import java.util.List;

/**
 * The network's answers to the test images.
 *
 * @param confusion counts by actual and predicted class
 * @param worst mistakes with the highest probability, in descending order, at most {@link #MOST_MISTAKES}
 */
public record ClassOutcome(ConfusionMatrix confusion, List<Mistake> worst) implements TestOutcome {
    /** The largest number of mistakes that are kept. */
    public static final int MOST_MISTAKES = 24;

    /**
     * Copies the list.
     *
     * @param confusion counts by actual and predicted class
     * @param worst mistakes with the highest probability, in descending order, at most {@link #MOST_MISTAKES}
     */
    public ClassOutcome {
        worst = List.copyOf(worst);
    }
}
