package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @ConvNeXt} as written. */
public record ConvNeXtDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        Written<List<Stage>> stages,
        Written<Double> layerScale,
        Written<Double> stochasticDepth,
        NormDeclaration norm,
        LossDeclaration loss) {
    private static final int MOST_BLOCKS = 50;

    /** {@code @ConvNeXt.Stage}. */
    public record Stage(WrittenNumber blocks, WrittenNumber channels, Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(stage.integer("blocks", 1, MOST_BLOCKS), stage.integer("channels", 1), stage.origin());
        }
    }

    /** Reads {@code @ConvNeXt}. */
    public static ConvNeXtDeclaration read(AttributeReader convNeXt) {
        LossDeclaration loss = LossDeclaration.read(convNeXt);
        return new ConvNeXtDeclaration(
                InputDeclaration.read(convNeXt.nested("input")),
                convNeXt.integer("classes", loss.leastOutputs()),
                convNeXt.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                convNeXt.positive("layerScale"),
                convNeXt.probability("stochasticDepth"),
                NormDeclaration.layer(convNeXt.nested("norm")),
                loss);
    }
}
