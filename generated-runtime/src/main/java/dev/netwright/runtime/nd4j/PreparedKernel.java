package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import java.util.List;
import java.util.stream.Stream;

/** A kernel that is nothing but its prepared steps; each kernel's own class says which they are. */
final class PreparedKernel
        implements AddActivation,
                Concat,
                ConvBiasActivation,
                ConvNormActivation,
                Dropout,
                ElementwiseActivation,
                Linear,
                LocalResponseNorm,
                NormActivation,
                Pool {
    private final String layer;
    private final PreparedStep[] forward;
    private final PreparedStep[] backward;

    /** A kernel of an inference program has no backward steps. */
    PreparedKernel(String layer, List<PreparedStep> forward, List<PreparedStep> backward) {
        this.layer = layer;
        this.forward = forward.toArray(PreparedStep[]::new);
        this.backward = backward.toArray(PreparedStep[]::new);
    }

    /** The same kernel with more to do at the end of its backward. */
    PreparedKernel withBackwardSteps(List<PreparedStep> more) {
        return new PreparedKernel(
                layer,
                List.of(forward),
                Stream.concat(Stream.of(backward), more.stream()).toList());
    }

    /** This kernel and another behind it as one. */
    PreparedKernel then(PreparedKernel next) {
        return new PreparedKernel(
                layer,
                Stream.concat(Stream.of(forward), Stream.of(next.forward)).toList(),
                Stream.concat(Stream.of(next.backward), Stream.of(backward)).toList());
    }

    /** The same kernel with a backward that does nothing. */
    PreparedKernel withoutBackward() {
        return new PreparedKernel(layer, List.of(forward), List.of(PreparedStep.NONE));
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
