package dev.netwright.runtime.onednn.step;

import dev.netwright.runtime.onednn.memory.BindingMemory;

/** A step before memory exists. */
public interface PlannedStep {
    /** The step over memory. */
    Step bind(BindingMemory memory);
}
