package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Nin} as written.
 *
 * @param averagePool at most one
 */
public record NinDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        Written<List<Block>> blocks,
        Last last,
        Written<List<PoolDeclaration>> averagePool,
        boolean hasReluOnClassMaps,
        LossDeclaration loss) {
    private static final int MOST_POINTWISE = 50;

    /** {@code @Nin.Block}. */
    public record Block(
            ConvolutionDeclaration convolution,
            Written<List<Pointwise>> pointwise,
            PoolDeclaration pool,
            Written<Double> dropout) {
        private static Block read(AttributeReader block) {
            ConvolutionDeclaration convolution = ConvolutionDeclaration.read(block);
            return new Block(
                    convolution,
                    Pointwise.readAll(block, convolution.channels()),
                    PoolDeclaration.max(block.nested("pool")),
                    block.probability("dropout"));
        }
    }

    /** {@code @Nin.Last}. */
    public record Last(ConvolutionDeclaration convolution, Written<List<Pointwise>> pointwise) {
        private static Last read(AttributeReader last, WrittenNumber classes) {
            ConvolutionDeclaration convolution = ConvolutionDeclaration.read(last, channelsOr(last, classes));
            return new Last(convolution, Pointwise.readAll(last, convolution.channels()));
        }
    }

    /** {@code @Nin.Pointwise}. */
    public record Pointwise(WrittenNumber channels, Origin origin) {
        private static Written<List<Pointwise>> readAll(AttributeReader block, WrittenNumber otherwise) {
            return block.array(
                    "pointwise",
                    0,
                    MOST_POINTWISE,
                    pointwise -> new Pointwise(channelsOr(pointwise, otherwise), pointwise.origin()));
        }
    }

    /** Reads {@code @Nin}. */
    public static NinDeclaration read(AttributeReader nin) {
        LossDeclaration loss = LossDeclaration.read(nin);
        WrittenNumber classes = nin.integer("classes", loss.leastOutputs());
        return new NinDeclaration(
                InputDeclaration.read(nin.nested("input")),
                classes,
                nin.array("blocks", 1, Integer.MAX_VALUE, Block::read),
                Last.read(nin.nested("last"), classes),
                nin.array("averagePool", 0, 1, PoolDeclaration::average),
                nin.flag("reluOnClassMaps").value(),
                loss);
    }

    /** The channels in the spec; 0 means {@code otherwise}. */
    private static WrittenNumber channelsOr(AttributeReader layer, WrittenNumber otherwise) {
        WrittenNumber written = layer.integer("channels", 0);
        if (written.isTainted()) {
            return written.with(Interval.POSITIVE);
        }
        return written.value() == 0 ? written.with(otherwise.range()) : written;
    }
}
