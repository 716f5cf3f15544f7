package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @DenseNet} as written. */
public record DenseNetDeclaration(
        InputDeclaration input,
        Written<Integer> classes,
        StemDeclaration stem,
        List<Block> blocks,
        int growth,
        int bottleneck,
        double compression,
        boolean hasConvBias,
        BatchNormDeclaration norm) {
    private static final int MOST_LAYERS = 100;

    /** {@code @DenseNet.Block}. */
    public record Block(int layers, Origin origin) {
        private static Block read(AttributeReader block) {
            return new Block(block.integer("layers", 1, MOST_LAYERS).value(), block.origin());
        }
    }

    /** Reads {@code @DenseNet}. */
    public static DenseNetDeclaration read(AttributeReader denseNet) {
        return new DenseNetDeclaration(
                InputDeclaration.read(denseNet.nested("input")),
                denseNet.integer("classes", 2),
                StemDeclaration.read(denseNet.nested("stem")),
                denseNet.array("blocks", 1, Integer.MAX_VALUE).stream()
                        .map(Block::read)
                        .toList(),
                denseNet.integer("growth", 1).value(),
                denseNet.integer("bottleneck", 0).value(),
                denseNet.share("compression"),
                denseNet.flag("convBias"),
                BatchNormDeclaration.read(denseNet.nested("norm")));
    }
}
