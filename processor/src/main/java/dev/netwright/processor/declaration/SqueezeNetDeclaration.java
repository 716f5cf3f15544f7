package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** {@code @SqueezeNet} as written. */
public record SqueezeNetDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        ConvolutionDeclaration conv1,
        Written<List<Stage>> stages,
        Written<Double> dropout,
        boolean hasReluOnClassMaps,
        LossDeclaration loss) {
    private static final int MOST_FIRES = 50;

    /** {@code @SqueezeNet.Stage}. */
    public record Stage(Written<List<Fire>> fires, Origin origin) {
        private static Stage read(AttributeReader stage) {
            return new Stage(stage.array("fires", 1, MOST_FIRES, Fire::read), stage.origin());
        }
    }

    /** {@code @SqueezeNet.Fire}. */
    public record Fire(WrittenNumber squeeze, WrittenNumber expand1x1, WrittenNumber expand3x3, Origin origin) {
        private static Fire read(AttributeReader fire) {
            return new Fire(
                    fire.integer("squeeze", 1),
                    fire.integer("expand1x1", 1),
                    fire.integer("expand3x3", 1),
                    fire.origin());
        }
    }

    /** Reads {@code @SqueezeNet}. */
    public static SqueezeNetDeclaration read(AttributeReader squeezeNet) {
        LossDeclaration loss = LossDeclaration.read(squeezeNet);
        return new SqueezeNetDeclaration(
                InputDeclaration.read(squeezeNet.nested("input")),
                squeezeNet.integer("classes", loss.leastOutputs()),
                ConvolutionDeclaration.read(squeezeNet.nested("conv1")),
                squeezeNet.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                squeezeNet.probability("dropout"),
                squeezeNet.flag("reluOnClassMaps").value(),
                loss);
    }
}
