package dev.netwright.runtime.training;

import java.util.List;

/**
 * Where a run goes on.
 *
 * @param checkpoint that it was read from
 * @param differences from the run that wrote it, each a sentence; without any, the rest of the run has the bits that it would have had
 */
public record Resumption(SavedCheckpoint checkpoint, List<String> differences) {
    /** Copies the list. */
    public Resumption {
        differences = List.copyOf(differences);
    }
}
