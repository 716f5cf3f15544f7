package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdateRule;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Optimizer steps over whole flat vectors: a few native calls for all parameters together. The gradients are used up. */
public final class FlatUpdate {
    private FlatUpdate() {}

    /** A step over vectors of an ND4J CPU backend, equally long. */
    public static ParameterUpdate onCpu(UpdateRule rule, INDArray values, INDArray gradients) {
        return of(rule, values, gradients, BackendPolicy.CPU);
    }

    static ParameterUpdate of(UpdateRule rule, INDArray values, INDArray gradients, BackendPolicy policy) {
        if (rule instanceof UpdateRule.GradientDescent descent) {
            return new GradientDescentUpdate(descent, values, gradients, policy);
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new AdamUpdate(adam, values, gradients, policy);
        }
        return new DelegatedUpdate(((UpdateRule.Delegated) rule).updater(), values, gradients, policy);
    }

    /** State as long as the parameters, all zeros. */
    static INDArray state(INDArray values) {
        INDArray state = Nd4j.createUninitializedDetached(DataType.FLOAT, values.length());
        state.assign(0);
        return state;
    }

    /**
     * {@code target = factor source}; the factor is set at each step. ND4J's scalar operations would make an array of it each
     * time.
     */
    static NativeCall scale(INDArray source, INDArray target, BackendPolicy policy) {
        return NativeCall.of("sgd_updater", policy)
                .inputs(source)
                .outputs(target)
                .numbers(0)
                .build();
    }

    /** {@code values = values - update}. */
    static PreparedStep subtract(INDArray values, INDArray update, BackendPolicy policy) {
        return NativeCall.of("subtract", policy)
                .inputs(values, update)
                .outputs(values)
                .build();
    }
}
