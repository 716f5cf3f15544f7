package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.operation.Loss;
import dev.netwright.runtime.engine.loss.HostedLoss;
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
    /** A loss that the host computes. */
    static LossPlan hosted(KernelBuilder kernel, OneDnnActivation output, Loss loss) {
        HostedTensor.Plan values = HostedTensor.read(kernel, output);
        HostedTensor.Plan gradient = HostedTensor.written(kernel, output);
        kernel.steps();
        return new LossPlan(
                kernel.name(),
                HostedLoss.targets(loss),
                memory -> HostedLoss.bind(
                        loss,
                        kernel.plan().clock(),
                        kernel.plan().options(),
                        values.bind(memory)::read,
                        gradient.bind(memory)::write));
    }

    /** The loss over memory. */
    public LossKernel bind(BindingMemory memory) {
        return kernel.apply(memory);
    }
}
