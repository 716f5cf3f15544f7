package dev.netwright.runtime.training;

import java.util.List;
import java.util.Optional;

/**
 * Where a run continues, and what listeners have been told of it before.
 *
 * @param checkpoint that it was read from
 * @param differences from the run that wrote it, each a sentence; without any, the rest of the run has the bits that it would have had
 * @param points of the run's curves so far, as the checkpoint has them: the newest 4,096
 * @param outcome of the last evaluation
 */
public record Resumption(
        SavedCheckpoint checkpoint, List<String> differences, List<RunPoint> points, Optional<TestOutcome> outcome) {
    /** Copies the lists. */
    public Resumption {
        differences = List.copyOf(differences);
        points = List.copyOf(points);
    }
}
