package dev.netwright.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/**
 * Elementwise operations one after the other, for a formula that ND4J has no operation for. The result of each may be
 * in the place of what it reads.
 */
final class ElementwiseChain {
    private final BackendPolicy policy;
    private final List<PreparedStep> steps = new ArrayList<>();

    ElementwiseChain(BackendPolicy policy) {
        this.policy = policy;
    }

    /** {@code y = operation(x)}. */
    ElementwiseChain apply(BiFunction<INDArray, INDArray, Op> operation, INDArray x, INDArray y) {
        steps.add(Elementwise.over(arrays -> NativeCall.legacy(operation.apply(arrays[0], arrays[1])), x, y));
        return this;
    }

    /** {@code y = operation(x)} with one of ND4J's custom operations. */
    ElementwiseChain unary(String operation, INDArray x, INDArray y) {
        steps.add(Elementwise.unary(operation, x, y, policy));
        return this;
    }

    /** {@code y = x + number}. */
    ElementwiseChain plus(INDArray x, double number, INDArray y) {
        return apply((from, to) -> new ScalarAdd(from, null, to, number), x, y);
    }

    /** {@code y = number x}. */
    ElementwiseChain times(INDArray x, double number, INDArray y) {
        return apply((from, to) -> new ScalarMultiplication(from, null, to, number), x, y);
    }

    /** {@code y = max(x, number)}. */
    ElementwiseChain atLeast(INDArray x, double number, INDArray y) {
        return apply((from, to) -> new ScalarMax(from, null, to, number), x, y);
    }

    /** {@code y = min(x, number)}. */
    ElementwiseChain atMost(INDArray x, double number, INDArray y) {
        return apply((from, to) -> new ScalarMin(from, null, to, number), x, y);
    }

    /** {@code y = left right}. */
    ElementwiseChain multiply(INDArray left, INDArray right, INDArray y) {
        steps.add(Elementwise.binary("multiply", left, right, y, policy));
        return this;
    }

    /** {@code y = left + right}. */
    ElementwiseChain add(INDArray left, INDArray right, INDArray y) {
        steps.add(Elementwise.binary("add", left, right, y, policy));
        return this;
    }

    /** All of them. */
    PreparedStep step() {
        List<PreparedStep> all = List.copyOf(steps);
        return () -> {
            for (PreparedStep step : all) {
                step.run();
            }
        };
    }
}
