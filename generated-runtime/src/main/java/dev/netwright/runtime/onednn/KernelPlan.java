package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.Kernel;

/** A kernel before memory exists. */
interface KernelPlan {
    /** The kernel over memory. */
    Kernel bind(BindingMemory memory);
}
