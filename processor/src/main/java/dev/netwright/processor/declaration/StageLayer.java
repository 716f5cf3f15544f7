package dev.netwright.processor.declaration;

import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Window;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The main layer of a {@code @Network} stage: a single one, or a block of several. */
public sealed interface StageLayer {
    /** The simple names of their annotations. */
    static Set<String> annotations() {
        return Readers.BY_ANNOTATION.keySet();
    }

    /** Reads one of their annotations, or the use of a block. */
    static StageLayer read(AttributeReader layer) {
        if (BlockReader.isUse(layer.mirror())) {
            return BlockReader.read(layer);
        }
        return Objects.requireNonNull(Readers.BY_ANNOTATION.get(layer.annotation()))
                .apply(layer);
    }

    /** Its annotation. */
    Origin origin();

    /** Calls the visitor's method for it. */
    void accept(Visitor visitor);

    /** A layer that is a single node of the graph. */
    sealed interface Single extends StageLayer {
        /** The layer at one end of the intervals of its numbers. */
        LayerForm at(End end);

        /** The attribute to blame if the layer can't be. */
        default Origin layerOrigin() {
            return origin();
        }

        /** The attribute to blame if its window doesn't fit its input. */
        default Origin windowOrigin() {
            return layerOrigin();
        }

        /** The attribute that a further rule checks, such as its groups. */
        default Origin partOrigin() {
            return layerOrigin();
        }

        @Override
        default void accept(Visitor visitor) {
            visitor.single(this);
        }
    }

    /** {@code @Conv}. */
    record Conv(
            WrittenNumber channels,
            Sides kernel,
            Sides stride,
            Sides padding,
            Sides dilation,
            WrittenNumber groups,
            boolean hasBias,
            Origin origin)
            implements Single {
        private static Conv read(AttributeReader conv) {
            return new Conv(
                    conv.integer("channels", 1),
                    conv.sides("kernel", 1),
                    conv.sides("stride", 1),
                    conv.sides("padding", 0),
                    conv.sides("dilation", 1),
                    conv.integer("groups", 1),
                    conv.flag("bias").value(),
                    conv.origin());
        }

        @Override
        public Convolution.Form at(End end) {
            Window window =
                    end.window(kernel, stride, padding).dilated(end.of(dilation.height()), end.of(dilation.width()));
            return new Convolution.Form(end.of(channels), window, end.of(groups), hasBias);
        }

        @Override
        public Origin windowOrigin() {
            return kernel.origin();
        }

        @Override
        public Origin partOrigin() {
            return groups.origin();
        }
    }

    /** {@code @MaxPool} or {@code @AveragePool}. */
    record WindowedPool(
            PoolKind kind, Sides kernel, Sides stride, Sides padding, Written<Boolean> isCeil, Origin origin)
            implements Single {
        private static WindowedPool average(AttributeReader pool) {
            boolean countsPadding = pool.flag("countPadding").value();
            return read(countsPadding ? PoolKind.AVERAGE : PoolKind.AVERAGE_WITHOUT_PADDING, pool);
        }

        private static WindowedPool read(PoolKind kind, AttributeReader pool) {
            Sides kernel = pool.sides("kernel", 1);
            return new WindowedPool(
                    kind,
                    kernel,
                    pool.sides("stride", 1, kernel),
                    pool.sides("padding", 0),
                    pool.flag("ceil"),
                    pool.origin());
        }

        @Override
        public Pool.Form at(End end) {
            return new Pool.Form(kind, end.window(kernel, stride, padding), end.of(isCeil));
        }

        @Override
        public Origin windowOrigin() {
            return kernel.origin();
        }

        @Override
        public Origin partOrigin() {
            return padding.origin();
        }
    }

    /** {@code @GlobalAveragePool} or {@code @GlobalMaxPool}. */
    record GlobalPool(PoolKind kind, Origin origin) implements Single {
        @Override
        public Pool.GlobalForm at(End end) {
            return new Pool.GlobalForm(kind);
        }
    }

    /** {@code @AdaptiveAveragePool}. */
    record AdaptivePool(WrittenNumber rows, WrittenNumber columns, Origin origin) implements Single {
        private static AdaptivePool read(AttributeReader pool) {
            return new AdaptivePool(pool.integer("rows", 1), pool.integer("columns", 1), pool.origin());
        }

        @Override
        public AdaptiveAveragePool.Form at(End end) {
            return new AdaptiveAveragePool.Form(end.of(rows), end.of(columns));
        }
    }

    /**
     * {@code @Upsample}.
     *
     * @param factor tainted, from 1 on, if there is none
     * @param hasFactor whether there is one
     * @param height 0 if there is none
     * @param width 0 if there is none
     * @param mode the constant's name in {@code Interpolation}
     */
    record Upsampling(
            Sides factor,
            boolean hasFactor,
            WrittenNumber height,
            WrittenNumber width,
            Written<String> mode,
            Written<Boolean> alignsCorners,
            Origin origin)
            implements Single {
        private static Upsampling read(AttributeReader upsample) {
            WrittenNumber unknown = new WrittenNumber(Interval.POSITIVE, upsample.origin());
            Sides none = new Sides(unknown, unknown, upsample.origin());
            Sides factor = upsample.sides("factor", 1, none);
            return new Upsampling(
                    factor,
                    !factor.equals(none),
                    upsample.integer("height", 0),
                    upsample.integer("width", 0),
                    upsample.constant("mode", "BILINEAR"),
                    upsample.flag("alignCorners"),
                    upsample.origin());
        }

        /** Whether a height or a width is given. */
        public boolean hasSize() {
            return height.isTainted() || width.isTainted() || height.value() > 0 || width.value() > 0;
        }

        /** By its factor if there is one, else to its size: a number that is missing may be any. */
        @Override
        public LayerForm at(End end) {
            Interpolation interpolation = mode.value().equals("NEAREST")
                    ? Interpolation.NEAREST
                    : alignsCorners.value() ? Interpolation.BILINEAR_BETWEEN_CORNERS : Interpolation.BILINEAR;
            return hasFactor || !hasSize()
                    ? new Upsample.Form(end.of(factor.height()), end.of(factor.width()), interpolation)
                    : new Upsample.SizeForm(end.of(side(height)), end.of(side(width)), interpolation);
        }

        private static Interval side(WrittenNumber side) {
            return side.isTainted() || side.value() == 0 ? Interval.POSITIVE : side.range();
        }
    }

    /** {@code @TransposedConv}. */
    record Transposed(
            WrittenNumber channels,
            Sides kernel,
            Sides stride,
            Sides padding,
            Sides outputPadding,
            Sides dilation,
            WrittenNumber groups,
            boolean hasBias,
            Origin origin)
            implements Single {
        private static Transposed read(AttributeReader conv) {
            return new Transposed(
                    conv.integer("channels", 1),
                    conv.sides("kernel", 1),
                    conv.sides("stride", 1),
                    conv.sides("padding", 0),
                    conv.sides("outputPadding", 0),
                    conv.sides("dilation", 1),
                    conv.integer("groups", 1),
                    conv.flag("bias").value(),
                    conv.origin());
        }

        @Override
        public TransposedConvolution.Form at(End end) {
            Window window =
                    end.window(kernel, stride, padding).dilated(end.of(dilation.height()), end.of(dilation.width()));
            return new TransposedConvolution.Form(
                    end.of(channels),
                    window,
                    end.of(outputPadding.height()),
                    end.of(outputPadding.width()),
                    end.of(groups),
                    hasBias);
        }

        @Override
        public Origin windowOrigin() {
            return padding.origin();
        }

        @Override
        public Origin partOrigin() {
            return groups.origin();
        }
    }

    /** {@code @ChannelShuffle}. */
    record Shuffle(WrittenNumber groups, Origin origin) implements Single {
        private static Shuffle read(AttributeReader shuffle) {
            return new Shuffle(shuffle.integer("groups", 1), shuffle.origin());
        }

        @Override
        public ChannelShuffle.Form at(End end) {
            return new ChannelShuffle.Form(end.of(groups));
        }

        @Override
        public Origin partOrigin() {
            return groups.origin();
        }
    }

    /** {@code @ChannelSplit}. */
    record Split(WrittenNumber parts, WrittenNumber part, Origin origin) implements Single {
        private static Split read(AttributeReader split) {
            WrittenNumber parts = split.integer("parts", 1);
            return new Split(parts, split.integer("part", 0, parts.range().most() - 1), split.origin());
        }

        @Override
        public ChannelSplit.Form at(End end) {
            return new ChannelSplit.Form(end.of(parts), end.of(part));
        }

        @Override
        public Origin partOrigin() {
            return parts.origin();
        }
    }

    /** {@code @LayerScale}. */
    record Scale(Written<Double> initial, Origin origin) implements Single {
        private static Scale read(AttributeReader scale) {
            return new Scale(scale.positive("initial"), scale.origin());
        }

        @Override
        public LayerScale.Form at(End end) {
            return new LayerScale.Form(initial.value());
        }
    }

    /** {@code @LocalResponseNorm}. */
    record ResponseNorm(LocalResponseNormDeclaration norm) implements Single {
        private static ResponseNorm read(AttributeReader norm) {
            return new ResponseNorm(LocalResponseNormDeclaration.read(norm));
        }

        @Override
        public Origin origin() {
            return norm.origin();
        }

        @Override
        public LocalResponseNorm.Form at(End end) {
            return norm.form();
        }
    }

    /** {@code @Flatten}. */
    record Flattening(Origin origin) implements Single {
        @Override
        public Flatten.Form at(End end) {
            return new Flatten.Form();
        }
    }

    /** {@code @Linear}. */
    record FullyConnected(WrittenNumber units, boolean hasBias, Origin origin) implements Single {
        private static FullyConnected read(AttributeReader linear) {
            return new FullyConnected(
                    linear.integer("units", 1), linear.flag("bias").value(), linear.origin());
        }

        @Override
        public Linear.Form at(End end) {
            return new Linear.Form(end.of(units), hasBias);
        }

        @Override
        public Origin layerOrigin() {
            return units.origin();
        }
    }

    /**
     * {@code @ResidualBlock}.
     *
     * @param form the constant's name in {@code ResidualForm}
     */
    record ResidualBlock(
            WrittenNumber channels,
            WrittenNumber stride,
            Written<String> form,
            WrittenNumber expansion,
            boolean isStrideFirst,
            boolean hasConvBias,
            boolean hasShortcutNorm,
            BatchNormDeclaration norm,
            Origin origin)
            implements StageLayer {
        private static ResidualBlock read(AttributeReader block) {
            return new ResidualBlock(
                    block.integer("channels", 1),
                    block.integer("stride", 1),
                    block.constant("form", "BOTTLENECK"),
                    block.integer("expansion", 1),
                    block.flag("strideFirst").value(),
                    block.flag("convBias").value(),
                    block.flag("shortcutNorm").value(),
                    BatchNormDeclaration.read(block.nested("norm")),
                    block.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.residualBlock(this);
        }
    }

    /**
     * {@code @InceptionBlock}.
     *
     * @param norm at most one
     */
    record InceptionBlock(InceptionModuleDeclaration module, Written<List<BatchNormDeclaration>> norm)
            implements StageLayer {
        private static InceptionBlock read(AttributeReader block) {
            return new InceptionBlock(
                    InceptionModuleDeclaration.read(block), block.array("norm", 0, 1, BatchNormDeclaration::read));
        }

        @Override
        public Origin origin() {
            return module.origin();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.inceptionBlock(this);
        }
    }

    /** {@code @DenseBlock}. */
    record DenseBlock(
            WrittenNumber layers,
            WrittenNumber growth,
            WrittenNumber bottleneck,
            boolean hasConvBias,
            BatchNormDeclaration norm,
            Origin origin)
            implements StageLayer {
        private static final int MOST_LAYERS = 100;

        private static DenseBlock read(AttributeReader block) {
            return new DenseBlock(
                    block.integer("layers", 1, MOST_LAYERS),
                    block.integer("growth", 1),
                    block.integer("bottleneck", 0),
                    block.flag("convBias").value(),
                    BatchNormDeclaration.read(block.nested("norm")),
                    block.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.denseBlock(this);
        }
    }

    /**
     * {@code @SqueezeExcite}.
     *
     * @param activation the constant's name in {@code SqueezeExcite.Activation}
     * @param gate the constant's name in {@code SqueezeExcite.Gate}
     */
    record SqueezeExcite(WrittenNumber width, Written<String> activation, Written<String> gate, Origin origin)
            implements StageLayer {
        private static SqueezeExcite read(AttributeReader block) {
            return new SqueezeExcite(
                    block.integer("width", 1),
                    block.constant("activation", "RELU"),
                    block.constant("gate", "SIGMOID"),
                    block.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.squeezeExcite(this);
        }
    }

    /** How the inputs of a join become one value. */
    enum JoinKind {
        /** Their sum. */
        SUM,
        /** Their product; those after the first may be gates. */
        PRODUCT,
        /** Their channels one after another. */
        CONCAT
    }

    /**
     * {@code @Sum}, {@code @Product} or {@code @Concat}.
     *
     * @param inputs the names of stages
     * @param isOfSameShape whether inputs of another shape than the first's are left out
     */
    record Join(JoinKind kind, Written<List<Written<String>>> inputs, boolean isOfSameShape, Origin origin)
            implements StageLayer {
        private static final int FEWEST_INPUTS = 2;

        private static Join sum(AttributeReader sum) {
            return new Join(
                    JoinKind.SUM,
                    sum.strings("value", FEWEST_INPUTS),
                    sum.flag("ifSameShape").value(),
                    sum.origin());
        }

        private static Join of(JoinKind kind, AttributeReader join) {
            return new Join(kind, join.strings("value", FEWEST_INPUTS), false, join.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.join(this);
        }
    }

    /**
     * The use of a block.
     *
     * @param repetitions the stages of each repetition
     * @param isNumbered whether the repetitions are numbered, even if there is only one
     * @param isTainted whether there may be others
     */
    record BlockUse(List<List<StageDeclaration>> repetitions, boolean isNumbered, boolean isTainted, Origin origin)
            implements StageLayer {
        /** Copies the list. */
        public BlockUse {
            repetitions = List.copyOf(repetitions);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.blockUse(this);
        }
    }

    /** What reads each annotation. */
    final class Readers {
        private static final Map<String, Function<AttributeReader, StageLayer>> BY_ANNOTATION = Map.ofEntries(
                Map.entry("Conv", Conv::read),
                Map.entry("MaxPool", pool -> WindowedPool.read(PoolKind.MAX, pool)),
                Map.entry("AveragePool", WindowedPool::average),
                Map.entry("GlobalAveragePool", pool -> new GlobalPool(PoolKind.AVERAGE, pool.origin())),
                Map.entry("GlobalMaxPool", pool -> new GlobalPool(PoolKind.MAX, pool.origin())),
                Map.entry("AdaptiveAveragePool", AdaptivePool::read),
                Map.entry("Upsample", Upsampling::read),
                Map.entry("TransposedConv", Transposed::read),
                Map.entry("ChannelShuffle", Shuffle::read),
                Map.entry("ChannelSplit", Split::read),
                Map.entry("LayerScale", Scale::read),
                Map.entry("LocalResponseNorm", ResponseNorm::read),
                Map.entry("Flatten", flatten -> new Flattening(flatten.origin())),
                Map.entry("Linear", FullyConnected::read),
                Map.entry("ResidualBlock", ResidualBlock::read),
                Map.entry("InceptionBlock", InceptionBlock::read),
                Map.entry("DenseBlock", DenseBlock::read),
                Map.entry("SqueezeExcite", SqueezeExcite::read),
                Map.entry("Sum", Join::sum),
                Map.entry("Product", join -> Join.of(JoinKind.PRODUCT, join)),
                Map.entry("Concat", join -> Join.of(JoinKind.CONCAT, join)));

        private Readers() {}
    }

    /** One method for single layers, and one for each kind of block. */
    interface Visitor {
        /** Visits a single layer. */
        void single(Single layer);

        /** Visits a residual block. */
        void residualBlock(ResidualBlock block);

        /** Visits an inception module. */
        void inceptionBlock(InceptionBlock block);

        /** Visits a dense block. */
        void denseBlock(DenseBlock block);

        /** Visits a squeeze-and-excitation block. */
        void squeezeExcite(SqueezeExcite block);

        /** Visits a sum, a product or a concatenation. */
        void join(Join join);

        /** Visits the use of a block. */
        void blockUse(BlockUse block);
    }
}
