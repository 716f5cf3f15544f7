package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @ShuffleNetV2} as written. */
public record ShuffleNetV2Declaration(
        InputDeclaration input,
        WrittenNumber classes,
        WrittenNumber stem,
        Written<List<Stage>> stages,
        WrittenNumber last,
        BatchNormDeclaration norm,
        LossDeclaration loss) {
    private static final int MOST_BLOCKS = 50;

    /** {@code @ShuffleNetV2.Stage}. */
    public record Stage(WrittenNumber blocks, WrittenNumber branch, Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(stage.integer("blocks", 1, MOST_BLOCKS), stage.integer("branch", 1), stage.origin());
        }
    }

    /** Reads {@code @ShuffleNetV2}. */
    public static ShuffleNetV2Declaration read(AttributeReader shuffleNet) {
        LossDeclaration loss = LossDeclaration.read(shuffleNet);
        return new ShuffleNetV2Declaration(
                InputDeclaration.read(shuffleNet.nested("input")),
                shuffleNet.integer("classes", loss.leastOutputs()),
                shuffleNet.integer("stem", 1),
                shuffleNet.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                shuffleNet.integer("last", 1),
                BatchNormDeclaration.read(shuffleNet.nested("norm")),
                loss);
    }
}
