package dev.netwright.runtime.training;

import java.util.List;

/**
 * What the network made of each of the test images.
 *
 * @param confusion which classes were taken for which
 * @param worst the mistakes that the network was surest of, the surest first, at most {@link #MOST_MISTAKES}
 */
public record TestOutcome(ConfusionMatrix confusion, List<Mistake> worst) {
    /** So many mistakes are kept, however many there are. */
    public static final int MOST_MISTAKES = 24;

    /** Copies the list. */
    public TestOutcome {
        worst = List.copyOf(worst);
    }
}
