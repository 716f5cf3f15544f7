package dev.netwright.processor.declaration;

import java.util.List;

/**
 * {@code @LeNet} as written.
 *
 * @param norm at most one
 * @param activation the constant's name in {@code Nonlinearity}
 */
public record LeNetDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        LossDeclaration loss,
        ConvolutionDeclaration c1,
        PoolDeclaration s2,
        ConvolutionDeclaration c3,
        PoolDeclaration s4,
        Written<List<WrittenNumber>> hiddenUnits,
        Written<List<BatchNormDeclaration>> norm,
        Written<String> activation) {
    private static final int MOST_HIDDEN = 50;

    /** Reads {@code @LeNet}. */
    public static LeNetDeclaration read(AttributeReader leNet) {
        LossDeclaration loss = LossDeclaration.read(leNet);
        return new LeNetDeclaration(
                InputDeclaration.read(leNet.nested("input")),
                leNet.integer("classes", loss.leastOutputs()),
                loss,
                ConvolutionDeclaration.read(leNet.nested("c1")),
                pool(leNet.nested("s2")),
                ConvolutionDeclaration.read(leNet.nested("c3")),
                pool(leNet.nested("s4")),
                leNet.array("hidden", 0, MOST_HIDDEN, hidden -> hidden.integer("units", 1)),
                leNet.array("norm", 0, 1, BatchNormDeclaration::read),
                leNet.constant("activation", "SIGMOID"));
    }

    private static PoolDeclaration pool(AttributeReader pool) {
        return PoolDeclaration.read(pool, pool.constant("kind", "MAX"));
    }
}
