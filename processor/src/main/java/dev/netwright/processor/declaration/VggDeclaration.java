package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Vgg} as written.
 *
 * @param dropoutPlace the constant's name in {@code DropoutPlace}
 */
public record VggDeclaration(
        InputDeclaration input,
        Written<Integer> classes,
        List<Block> blocks,
        Written<Integer> ratio,
        List<Hidden> hidden,
        String dropoutPlace) {
    private static final int MOST_CONVOLUTIONS = 50;
    private static final int MOST_HIDDEN = 50;

    /**
     * {@code @Vgg.Block}.
     *
     * @param lrn at most one
     */
    public record Block(
            Written<Integer> convs,
            Written<Integer> channels,
            Written<Integer> kernel,
            Written<Integer> pointwise,
            List<LocalResponseNormDeclaration> lrn,
            Origin origin) {
        private static Block read(AttributeReader block) {
            return new Block(
                    block.count("convs", MOST_CONVOLUTIONS),
                    block.integer("channels", 1),
                    block.oddInteger("kernel"),
                    block.count("pointwise", MOST_CONVOLUTIONS),
                    block.array("lrn", 0, 1).stream()
                            .map(LocalResponseNormDeclaration::read)
                            .toList(),
                    block.origin());
        }
    }

    /** {@code @Vgg.Hidden}. */
    public record Hidden(Written<Integer> units, double dropout) {
        private static Hidden read(AttributeReader hidden) {
            return new Hidden(hidden.integer("units", 1), hidden.probability("dropout"));
        }
    }

    /** Reads {@code @Vgg}. */
    public static VggDeclaration read(AttributeReader vgg) {
        return new VggDeclaration(
                InputDeclaration.read(vgg.nested("input")),
                vgg.integer("classes", 2),
                vgg.array("blocks", 1, Integer.MAX_VALUE).stream()
                        .map(Block::read)
                        .toList(),
                vgg.integer("ratio", 1),
                vgg.array("hidden", 0, MOST_HIDDEN).stream().map(Hidden::read).toList(),
                vgg.constant("dropoutPlace"));
    }
}
