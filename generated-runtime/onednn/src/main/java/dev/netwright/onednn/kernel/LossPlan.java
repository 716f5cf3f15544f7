package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.runtime.engine.session.LossTargets;
import dev.netwright.runtime.kernel.LossKernel;
import java.util.function.Function;

/**
 * A loss before memory exists.
 *
 * @param name the loss's
 * @param targets what the host gives it before each step
 * @param kernel makes it over memory
 */
public record LossPlan(String name, LossTargets targets, Function<BindingMemory, LossKernel> kernel) {
    /** The loss over memory. */
    public LossKernel bind(BindingMemory memory) {
        return kernel.apply(memory);
    }
}
