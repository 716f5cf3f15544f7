package dev.netwright.runtime.onednn;

/** A step before memory exists. */
interface PlannedStep {
    /** The step over memory. */
    Step bind(BindingMemory memory);
}
