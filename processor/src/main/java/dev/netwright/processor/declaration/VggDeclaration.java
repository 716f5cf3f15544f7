package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Vgg} as written.
 *
 * @param norm at most one
 * @param dropoutPlace the constant's name in {@code DropoutPlace}
 * @param loss the loss that training minimizes
 */
public record VggDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        Written<List<Block>> blocks,
        WrittenNumber ratio,
        Written<List<BatchNormDeclaration>> norm,
        boolean hasConvBias,
        Written<List<HiddenDeclaration>> hidden,
        Written<String> dropoutPlace,
        LossDeclaration loss) {
    private static final int MOST_CONVOLUTIONS = 50;

    /**
     * {@code @Vgg.Block}.
     *
     * @param lrn at most one
     */
    public record Block(
            WrittenNumber convs,
            WrittenNumber channels,
            WrittenNumber kernel,
            WrittenNumber pointwise,
            Written<List<LocalResponseNormDeclaration>> lrn,
            Origin origin) {
        private static Block read(AttributeReader block) {
            return new Block(
                    block.count("convs", MOST_CONVOLUTIONS),
                    block.integer("channels", 1),
                    block.oddInteger("kernel"),
                    block.count("pointwise", MOST_CONVOLUTIONS),
                    block.array("lrn", 0, 1, LocalResponseNormDeclaration::read),
                    block.origin());
        }
    }

    /** Reads {@code @Vgg}. */
    public static VggDeclaration read(AttributeReader vgg) {
        LossDeclaration loss = LossDeclaration.read(vgg);
        return new VggDeclaration(
                InputDeclaration.read(vgg.nested("input")),
                vgg.integer("classes", loss.leastOutputs()),
                vgg.array("blocks", 1, Integer.MAX_VALUE, Block::read),
                vgg.integer("ratio", 1),
                vgg.array("norm", 0, 1, BatchNormDeclaration::read),
                vgg.flag("convBias").value(),
                HiddenDeclaration.readAll(vgg),
                vgg.constant("dropoutPlace", "AFTER_ACTIVATION"),
                loss);
    }
}
