package dev.netwright.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The inputs of one kernel. Where a gradient is to be added to, the kernel writes into the room for gradients that all kernels
 * share, and what it wrote is added when it is done; so that no kernel has to know of it.
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

    /** The input as the kernel is to see it. */
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
