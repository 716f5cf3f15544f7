package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @DenseNet} as written. */
public record DenseNetDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        LossDeclaration loss,
        StemDeclaration stem,
        Written<List<Block>> blocks,
        WrittenNumber growth,
        WrittenNumber bottleneck,
        Written<Double> compression,
        boolean hasConvBias,
        BatchNormDeclaration norm) {
    private static final int MOST_LAYERS = 100;

    /** {@code @DenseNet.Block}. */
    public record Block(WrittenNumber layers, Origin origin) {
        private static Block read(AttributeReader block) {
            return new Block(block.integer("layers", 1, MOST_LAYERS), block.origin());
        }
    }

    /** Reads {@code @DenseNet}. */
    public static DenseNetDeclaration read(AttributeReader denseNet) {
        LossDeclaration loss = LossDeclaration.read(denseNet);
        return new DenseNetDeclaration(
                InputDeclaration.read(denseNet.nested("input")),
                denseNet.integer("classes", loss.leastOutputs()),
                loss,
                StemDeclaration.read(denseNet.nested("stem")),
                denseNet.array("blocks", 1, Integer.MAX_VALUE, Block::read),
                denseNet.integer("growth", 1),
                denseNet.integer("bottleneck", 0),
                denseNet.share("compression"),
                denseNet.flag("convBias").value(),
                BatchNormDeclaration.read(denseNet.nested("norm")));
    }
}
