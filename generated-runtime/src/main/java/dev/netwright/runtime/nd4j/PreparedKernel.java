package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.Pool;
import java.util.List;

/** A kernel that is nothing but its prepared steps; each kernel's own class says which they are. */
final class PreparedKernel implements ConvBiasActivation, Pool, LocalResponseNorm, Linear {
    private final String layer;
    private final PreparedStep[] forward;
    private final PreparedStep[] backward;

    /** A kernel of an inference program has no backward steps. */
    PreparedKernel(String layer, List<PreparedStep> forward, List<PreparedStep> backward) {
        this.layer = layer;
        this.forward = forward.toArray(PreparedStep[]::new);
        this.backward = backward.toArray(PreparedStep[]::new);
    }

    @Override
    public void forward() {
        for (PreparedStep step : forward) {
            step.run();
        }
    }

    @Override
    public void backward() {
        if (backward.length == 0) {
            throw new UnsupportedOperationException(layer + " is bound for inference and has no backward");
        }
        for (PreparedStep step : backward) {
            step.run();
        }
    }

    @Override
    public String toString() {
        return layer;
    }
}
