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
        WrittenNumber classes,
        LossDeclaration loss,
        StemDeclaration stem,
        Written<List<Stage>> stages,
        Written<String> form,
        WrittenNumber expansion,
        WrittenNumber groups,
        WrittenNumber widthPerGroup,
        boolean isStrideFirst,
        boolean hasConvBias,
        boolean hasShortcutNorm,
        boolean hasAverageShortcut,
        boolean isPreActivated,
        BatchNormDeclaration norm) {
    private static final int MOST_BLOCKS = 100;

    /** {@code @ResNet.Stage}. */
    public record Stage(WrittenNumber blocks, WrittenNumber channels, WrittenNumber stride, Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(
                    stage.integer("blocks", 1, MOST_BLOCKS),
                    stage.integer("channels", 1),
                    stage.integer("stride", 1),
                    stage.origin());
        }
    }

    /** Reads {@code @ResNet}. */
    public static ResNetDeclaration read(AttributeReader resNet) {
        LossDeclaration loss = LossDeclaration.read(resNet);
        return new ResNetDeclaration(
                InputDeclaration.read(resNet.nested("input")),
                resNet.integer("classes", loss.leastOutputs()),
                loss,
                StemDeclaration.read(resNet.nested("stem")),
                resNet.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                resNet.constant("form", "BOTTLENECK"),
                resNet.integer("expansion", 1),
                resNet.integer("groups", 1),
                resNet.integer("widthPerGroup", 1),
                resNet.flag("strideFirst").value(),
                resNet.flag("convBias").value(),
                resNet.flag("shortcutNorm").value(),
                resNet.flag("averageShortcut").value(),
                resNet.flag("preActivation").value(),
                BatchNormDeclaration.read(resNet.nested("norm")));
    }
}
