package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.runtime.kernel.Parameter;

/**
 * A convolution's weight between the layout in which it is stored and those of primitives, for which groups are a dimension of their own:
 * only in plain order are they but another dimension.
 *
 * @param weight {@code [out, in / groups, rows, columns]}
 */
record GroupedWeights(Parameter weight, int groups) {
    /** Whether each group has one input and one output channel. */
    boolean isDepthwise() {
        return groups > 1 && weight.shape().get(0) == groups && weight.shape().get(1) == 1;
    }

    /** The dimensions for a primitive. */
    long[] dimensions() {
        long out = weight.shape().get(0);
        long in = weight.shape().get(1);
        long rows = weight.shape().get(2);
        long columns = weight.shape().get(3);
        return groups == 1 ? new long[] {out, in, rows, columns} : new long[] {groups, out / groups, in, rows, columns};
    }

    /** The stored values as a primitive wants them. */
    Tensor in(Pass pass, Layout wanted, Tensor stored) {
        if (groups == 1) {
            return pass.in(wanted, stored);
        }
        Tensor plain = pass.in(Layout.plain(stored.layout().dimensions()), stored);
        return pass.in(wanted, plain.reshaped(dimensions()));
    }

    /** Brings what a primitive computed to where its like is stored. */
    void deliver(Pass pass, Tensor computed, Tensor target) {
        if (groups == 1) {
            pass.copy(computed, target);
            return;
        }
        Tensor plain = pass.in(Layout.plain(dimensions()), computed);
        pass.copy(plain.reshaped(target.layout().dimensions()), target);
    }
}
