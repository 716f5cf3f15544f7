package dev.netwright.runtime.training;

import java.util.List;
import java.util.Optional;

/**
 * Facts about a resumed run.
 *
 * @param checkpoint the file that the run resumes from
 * @param differences sentences on how the run differs from the one that wrote the checkpoint; if empty, the rest of the
 *     run is bit-identical to an uninterrupted run
 * @param points the newest 4,096 points of the run's curves up to the checkpoint
 * @param outcome outcome of the last evaluation before the checkpoint; empty if there was none
 */
public record Resumption(
        SavedCheckpoint checkpoint, List<String> differences, List<RunPoint> points, Optional<TestOutcome> outcome) {
    /**
     * Copies the lists.
     *
     * @param checkpoint the file that the run resumes from
     * @param differences sentences on how the run differs from the one that wrote the checkpoint; if empty, the rest of
     *     the run is bit-identical to an uninterrupted run
     * @param points the newest 4,096 points of the run's curves up to the checkpoint
     * @param outcome outcome of the last evaluation before the checkpoint; empty if there was none
     */
    public Resumption {
        differences = List.copyOf(differences);
        points = List.copyOf(points);
    }
}
