package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * Branches as Inception has them, and what it hasn't: the first branch is read before the join runs, and the last branch is read
 * once more behind the join, so that it can't lie in it and has to be copied.
 */
record Branches(Shape images, PoolKind poolKind) implements Layers {
    private static final int STEM = 4;
    private static final int POINTWISE = 3;
    private static final int DEEP = 5;
    private static final int LATE = 2;

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", STEM, Window.square(3, 1, 1))
                .activation("stem_relu", ActivationFunction.RELU)
                .convolution("pointwise", POINTWISE, Window.square(1, 1, 0))
                .activation("pointwise_sigmoid", ActivationFunction.SIGMOID)
                .from("stem_relu")
                .pool("pooled", poolKind, Window.square(3, 1, 1))
                .from("stem_relu")
                .convolution("reduce", 2, Window.square(1, 1, 0))
                .activation("reduce_relu", ActivationFunction.RELU)
                .convolution("deep", DEEP, Window.of(5, 3, 1, 1, 2, 1))
                .activation("deep_relu", ActivationFunction.RELU)
                .from("pointwise_sigmoid")
                .convolution("late", LATE, Window.square(3, 1, 1))
                .activation("late_tanh", ActivationFunction.TANH)
                .concat("joined", "pointwise_sigmoid", "pooled", "deep_relu", "late_tanh")
                .convolution("mixed", LATE, Window.square(3, 1, 1))
                .add("sum", "mixed", "late_tanh")
                .concat("all", "joined", "sum");
    }
}
