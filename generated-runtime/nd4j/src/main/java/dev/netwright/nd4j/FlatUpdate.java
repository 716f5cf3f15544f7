package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Optimizer steps over whole flat vectors: a few native calls for all parameters together. The gradients are used up.
 */
final class FlatUpdate {
    private FlatUpdate() {}

    /**
     * A step over vectors.
     *
     * @param gradients as long as the values
     * @param state zeros, {@link UpdateRule#states} times as long
     * @throws IllegalArgumentException if the rule is a user's own and the vectors aren't in the process's memory
     */
    static VectorUpdate of(UpdateRule rule, INDArray values, INDArray gradients, INDArray state, BackendPolicy policy) {
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return new GradientDescentUpdate(descent, values, gradients, state, policy);
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new AdamUpdate(adam, values, gradients, state, policy);
        }
        if (rule instanceof Delegated delegated) {
            return new DelegatedUpdate(delegated.updater(), values, gradients, state, policy);
        }
        if (rule instanceof UpdateRule.Custom) {
            throw new IllegalArgumentException(
                    "a custom optimizer needs its parameters in the process's own memory, found  " + rule
                            + " on a GPU; use one of Optimizer's own, or the kernels called onednn or nd4j on the CPU");
        }
        return ComposedUpdate.of(rule, values, gradients, state);
    }

    /**
     * {@code target = factor source}; the factor is set at each step. ND4J's scalar operations would allocate an array
     * for it each time.
     */
    static NativeCall scale(INDArray source, INDArray target, BackendPolicy policy) {
        return NativeCall.of("sgd_updater", policy)
                .inputs(source)
                .outputs(target)
                .numbers(0)
                .build();
    }

    /** A part of the state, as long as the others. */
    static INDArray part(INDArray state, int number, long length) {
        return state.get(NDArrayIndex.interval(number * length, (number + 1) * length));
    }

    /** {@code values = values - update}. */
    static PreparedStep subtract(INDArray values, INDArray update, BackendPolicy policy) {
        return NativeCall.of("subtract", policy)
                .inputs(values, update)
                .outputs(values)
                .build();
    }
}
