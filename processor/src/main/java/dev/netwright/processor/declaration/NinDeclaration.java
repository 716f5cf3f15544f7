package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Nin} as written.
 *
 * @param averagePool at most one
 */
public record NinDeclaration(
        InputDeclaration input,
        Written<Integer> classes,
        List<Block> blocks,
        Last last,
        List<PoolDeclaration> averagePool,
        boolean hasReluOnClassMaps) {
    private static final int MOST_POINTWISE = 50;

    /** {@code @Nin.Block}. */
    public record Block(
            ConvolutionDeclaration convolution, List<Pointwise> pointwise, PoolDeclaration pool, double dropout) {
        private static Block read(AttributeReader block) {
            ConvolutionDeclaration convolution = ConvolutionDeclaration.read(block);
            return new Block(
                    convolution,
                    Pointwise.readAll(block, convolution.channels()),
                    PoolDeclaration.read(block.nested("pool"), "MAX"),
                    block.probability("dropout"));
        }
    }

    /** {@code @Nin.Last}. */
    public record Last(ConvolutionDeclaration convolution, List<Pointwise> pointwise) {
        private static Last read(AttributeReader last, int classes) {
            ConvolutionDeclaration convolution = ConvolutionDeclaration.read(last, channelsOr(last, classes));
            return new Last(convolution, Pointwise.readAll(last, convolution.channels()));
        }
    }

    /** {@code @Nin.Pointwise}. */
    public record Pointwise(int channels, Origin origin) {
        private static List<Pointwise> readAll(AttributeReader block, int otherwise) {
            return block.array("pointwise", 0, MOST_POINTWISE).stream()
                    .map(pointwise -> new Pointwise(channelsOr(pointwise, otherwise), pointwise.origin()))
                    .toList();
        }
    }

    /** Reads {@code @Nin}. */
    public static NinDeclaration read(AttributeReader nin) {
        Written<Integer> classes = nin.integer("classes", 2);
        return new NinDeclaration(
                InputDeclaration.read(nin.nested("input")),
                classes,
                nin.array("blocks", 1, Integer.MAX_VALUE).stream()
                        .map(Block::read)
                        .toList(),
                Last.read(nin.nested("last"), classes.value()),
                nin.array("averagePool", 0, 1).stream()
                        .map(pool -> PoolDeclaration.read(pool, "AVERAGE"))
                        .toList(),
                nin.flag("reluOnClassMaps"));
    }

    /** The channels that are written, 0 standing for others. */
    private static int channelsOr(AttributeReader layer, int otherwise) {
        int written = layer.integer("channels", 0).value();
        return written == 0 ? otherwise : written;
    }
}
