package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Inception} as written.
 *
 * @param norm at most one
 */
public record InceptionDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        Stem stem,
        Written<List<Stage>> stages,
        WrittenNumber kernel5x5,
        Written<List<BatchNormDeclaration>> norm,
        Written<Double> dropout,
        LossDeclaration loss) {
    private static final int MOST_MODULES = 26;

    /** {@code @Inception.Stem}. */
    public record Stem(
            ConvolutionDeclaration conv,
            Pool pool1,
            WrittenNumber reduce3x3,
            WrittenNumber c3x3,
            Pool pool2,
            Origin origin) {
        private static Stem read(AttributeReader stem) {
            return new Stem(
                    ConvolutionDeclaration.read(stem),
                    Pool.read(stem.nested("pool1")),
                    stem.integer("reduce3x3", 1),
                    stem.integer("c3x3", 1),
                    Pool.read(stem.nested("pool2")),
                    stem.origin());
        }
    }

    /**
     * {@code @Inception.Stage}.
     *
     * @param pool at most one
     */
    public record Stage(Written<List<Module>> modules, Written<List<Pool>> pool) {
        private static Stage read(AttributeReader stage) {
            return new Stage(
                    stage.array("modules", 1, MOST_MODULES, Module::read), stage.array("pool", 0, 1, Pool::read));
        }
    }

    /**
     * {@code @Inception.Module}.
     *
     * @param auxiliary at most one
     */
    public record Module(InceptionModuleDeclaration widths, Written<List<Auxiliary>> auxiliary) {
        private static Module read(AttributeReader module) {
            return new Module(
                    InceptionModuleDeclaration.read(module), module.array("auxiliary", 0, 1, Auxiliary::read));
        }
    }

    /** {@code @Inception.Pool}. */
    public record Pool(
            WrittenNumber kernel, WrittenNumber stride, WrittenNumber padding, Written<Boolean> isCeil, Origin origin) {
        private static Pool read(AttributeReader pool) {
            return new Pool(
                    pool.integer("kernel", 1),
                    pool.integer("stride", 1),
                    pool.integer("padding", 0),
                    pool.flag("ceil"),
                    pool.origin());
        }
    }

    /** {@code @Inception.Auxiliary}. */
    public record Auxiliary(
            WrittenNumber kernel,
            WrittenNumber stride,
            WrittenNumber channels,
            WrittenNumber units,
            Written<Double> dropout,
            Written<Double> weight,
            Origin origin) {
        private static Auxiliary read(AttributeReader auxiliary) {
            return new Auxiliary(
                    auxiliary.integer("kernel", 1),
                    auxiliary.integer("stride", 1),
                    auxiliary.integer("channels", 1),
                    auxiliary.integer("units", 1),
                    auxiliary.probability("dropout"),
                    auxiliary.positive("weight"),
                    auxiliary.origin());
        }
    }

    /** Reads {@code @Inception}. */
    public static InceptionDeclaration read(AttributeReader inception) {
        LossDeclaration loss = LossDeclaration.read(inception);
        return new InceptionDeclaration(
                InputDeclaration.read(inception.nested("input")),
                inception.integer("classes", loss.leastOutputs()),
                Stem.read(inception.nested("stem")),
                inception.array("stages", 1, Integer.MAX_VALUE, Stage::read),
                inception.oddInteger("kernel5x5"),
                inception.array("norm", 0, 1, BatchNormDeclaration::read),
                inception.probability("dropout"),
                loss);
    }
}
