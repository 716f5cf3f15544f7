package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @ResNet} as written.
 *
 * @param form the constant's name in {@code ResidualForm}
 */
public record ResNetDeclaration(
        InputDeclaration input,
        Written<Integer> classes,
        StemDeclaration stem,
        List<Stage> stages,
        String form,
        int expansion,
        boolean isStrideFirst,
        boolean hasConvBias,
        boolean hasShortcutNorm,
        BatchNormDeclaration norm) {
    private static final int MOST_BLOCKS = 100;

    /** {@code @ResNet.Stage}. */
    public record Stage(int blocks, int channels, int stride, Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(
                    stage.integer("blocks", 1, MOST_BLOCKS).value(),
                    stage.integer("channels", 1).value(),
                    stage.integer("stride", 1).value(),
                    stage.origin());
        }
    }

    /** Reads {@code @ResNet}. */
    public static ResNetDeclaration read(AttributeReader resNet) {
        return new ResNetDeclaration(
                InputDeclaration.read(resNet.nested("input")),
                resNet.integer("classes", 2),
                StemDeclaration.read(resNet.nested("stem")),
                resNet.array("stages", 1, Integer.MAX_VALUE).stream()
                        .map(Stage::read)
                        .toList(),
                resNet.constant("form"),
                resNet.integer("expansion", 1).value(),
                resNet.flag("strideFirst"),
                resNet.flag("convBias"),
                resNet.flag("shortcutNorm"),
                BatchNormDeclaration.read(resNet.nested("norm")));
    }
}
