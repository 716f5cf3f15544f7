package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @Mnasnet} or {@code @MobileNetV2} as written. */
public record InvertedResidualsDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        WidthFactor width,
        WrittenNumber stem,
        Written<List<Stage>> stages,
        WrittenNumber last,
        Written<Double> dropout,
        BatchNormDeclaration norm,
        LossDeclaration loss) {
    private static final int MOST_BLOCKS = 50;

    /** A stage of either. */
    public record Stage(
            WrittenNumber blocks,
            WrittenNumber channels,
            WrittenNumber expansion,
            WrittenNumber kernel,
            WrittenNumber stride,
            Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(
                    stage.integer("blocks", 1, MOST_BLOCKS),
                    stage.integer("channels", 1),
                    stage.integer("expansion", 1),
                    stage.oddInteger("kernel"),
                    stage.integer("stride", 1),
                    stage.origin());
        }
    }

    /** Reads either annotation. */
    public static InvertedResidualsDeclaration read(AttributeReader family) {
        LossDeclaration loss = LossDeclaration.read(family);
        return new InvertedResidualsDeclaration(
                InputDeclaration.read(family.nested("input")),
                family.integer("classes", loss.leastOutputs()),
                new WidthFactor(family.positive("width")),
                family.integer("stem", 1),
                family.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                family.integer("last", 1),
                family.probability("dropout"),
                BatchNormDeclaration.read(family.nested("norm")),
                loss);
    }
}
