package dev.netwright.onednn.step;

import dev.netwright.onednn.memory.BindingMemory;
import java.util.List;

/** A step before memory exists. */
public interface PlannedStep {
    /** The step over memory. */
    Step bind(BindingMemory memory);

    /** The library's names of the code that runs; nothing of steps that are Java alone. */
    default List<String> implementations() {
        return List.of();
    }
}
