package dev.netwright.onednn.step;

import dev.netwright.onednn.memory.BindingMemory;

/** A step before memory exists. */
public interface PlannedStep {
    /** The step over memory. */
    Step bind(BindingMemory memory);
}
