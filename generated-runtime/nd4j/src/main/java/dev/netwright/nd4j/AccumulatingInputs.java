package dev.netwright.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The inputs of one kernel. Where a gradient must be added to another, the kernel writes it into scratch that all
 * kernels share, and it is added after the kernel has run. Kernels therefore don't need to know whether they add.
 */
final class AccumulatingInputs {
    private final Scratch room;
    private final BackendPolicy policy;
    private final List<PreparedStep> additions = new ArrayList<>();
    private long next;

    AccumulatingInputs(Scratch room, BackendPolicy policy) {
        this.room = room;
        this.policy = policy;
    }

    /** The input with the gradient's array that the kernel writes. */
    Nd4jActivation of(Nd4jActivation input) {
        if (!input.accumulating() || !input.hasGradient()) {
            return input;
        }
        INDArray sum = input.gradient();
        INDArray own = room.view(next, sum.shape());
        next += FlatArray.aligned(own.length());
        additions.add(Elementwise.binary("add", sum, own, sum, policy));
        return new Nd4jActivation(input.shape(), input.value(), own);
    }

    /** The kernel with the additions after its backward. */
    PreparedKernel complete(PreparedKernel kernel) {
        return additions.isEmpty() ? kernel : kernel.withBackwardSteps(additions);
    }
}
