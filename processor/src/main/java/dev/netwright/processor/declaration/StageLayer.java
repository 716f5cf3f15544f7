package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/** The main layer of a {@code @Network} stage. A new one makes every {@link Visitor} fail to compile until it is handled. */
public sealed interface StageLayer {
    /** Its annotation. */
    Origin origin();

    /** Calls the visitor's method for this layer. */
    void accept(Visitor visitor);

    /** {@code @Conv}. */
    record Convolution(
            WrittenNumber channels,
            Sides kernel,
            Sides stride,
            Sides padding,
            Sides dilation,
            WrittenNumber groups,
            boolean hasBias,
            Origin origin)
            implements StageLayer {
        static Convolution read(AttributeReader conv) {
            return new Convolution(
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
        public void accept(Visitor visitor) {
            visitor.convolution(this);
        }
    }

    /**
     * {@code @MaxPool} or {@code @AveragePool}.
     *
     * @param kind the constant's name in {@code Pooling}
     */
    record Pool(String kind, Sides kernel, Sides stride, Sides padding, Written<Boolean> isCeil, Origin origin)
            implements StageLayer {
        static Pool readMax(AttributeReader pool) {
            return read("MAX", pool);
        }

        static Pool readAverage(AttributeReader pool) {
            return read("AVERAGE", pool);
        }

        private static Pool read(String kind, AttributeReader pool) {
            Sides kernel = pool.sides("kernel", 1);
            return new Pool(
                    kind,
                    kernel,
                    pool.sides("stride", 1, kernel),
                    pool.sides("padding", 0),
                    pool.flag("ceil"),
                    pool.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.pool(this);
        }
    }

    /** {@code @GlobalAveragePool}. */
    record GlobalAveragePool(Origin origin) implements StageLayer {
        static GlobalAveragePool read(AttributeReader pool) {
            return new GlobalAveragePool(pool.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.globalAveragePool(this);
        }
    }

    /** {@code @LocalResponseNorm}. */
    record LocalResponseNorm(LocalResponseNormDeclaration norm) implements StageLayer {
        static LocalResponseNorm read(AttributeReader norm) {
            return new LocalResponseNorm(LocalResponseNormDeclaration.read(norm));
        }

        @Override
        public Origin origin() {
            return norm.origin();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.localResponseNorm(this);
        }
    }

    /** {@code @Flatten}. */
    record Flatten(Origin origin) implements StageLayer {
        static Flatten read(AttributeReader flatten) {
            return new Flatten(flatten.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.flatten(this);
        }
    }

    /** {@code @Linear}. */
    record Linear(WrittenNumber units, boolean hasBias, Origin origin) implements StageLayer {
        static Linear read(AttributeReader linear) {
            return new Linear(linear.integer("units", 1), linear.flag("bias").value(), linear.origin());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.linear(this);
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
        static ResidualBlock read(AttributeReader block) {
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
        static InceptionBlock read(AttributeReader block) {
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

        static DenseBlock read(AttributeReader block) {
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

    /** One method per layer. */
    interface Visitor {
        /** Visits a convolution. */
        void convolution(Convolution layer);

        /** Visits a pool. */
        void pool(Pool layer);

        /** Visits a global average pool. */
        void globalAveragePool(GlobalAveragePool layer);

        /** Visits a local response normalization. */
        void localResponseNorm(LocalResponseNorm layer);

        /** Visits a flattening. */
        void flatten(Flatten layer);

        /** Visits a fully connected layer. */
        void linear(Linear layer);

        /** Visits a residual block. */
        void residualBlock(ResidualBlock block);

        /** Visits an inception module. */
        void inceptionBlock(InceptionBlock block);

        /** Visits a dense block. */
        void denseBlock(DenseBlock block);
    }
}
