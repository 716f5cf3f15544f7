package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @InceptionV3} as written.
 *
 * @param modulesE the number of modules E
 * @param auxiliary at most one
 * @param origin the annotation
 */
public record InceptionV3Declaration(
        InputDeclaration input,
        WrittenNumber classes,
        WidthFactor width,
        Written<List<Module>> modulesA,
        Written<List<Module>> modulesC,
        WrittenNumber modulesE,
        Written<List<Auxiliary>> auxiliary,
        Written<Double> dropout,
        BatchNormDeclaration norm,
        LossDeclaration loss,
        Origin origin) {
    private static final int MOST_MODULES = 25;

    /** {@code @InceptionV3.A} or {@code @InceptionV3.C}, of which one number of channels is written. */
    public record Module(WrittenNumber channels) {}

    /** {@code @InceptionV3.Auxiliary}. */
    public record Auxiliary(Written<Double> weight, Origin origin) {
        private static Auxiliary read(AttributeReader auxiliary) {
            return new Auxiliary(auxiliary.positive("weight"), auxiliary.origin());
        }
    }

    /** Reads {@code @InceptionV3}. */
    public static InceptionV3Declaration read(AttributeReader inception) {
        LossDeclaration loss = LossDeclaration.read(inception);
        return new InceptionV3Declaration(
                InputDeclaration.read(inception.nested("input")),
                inception.integer("classes", loss.leastOutputs()),
                new WidthFactor(inception.positive("width")),
                inception.array("a", 1, MOST_MODULES, module -> new Module(module.integer("pool", 1))),
                inception.array("c", 1, MOST_MODULES, module -> new Module(module.integer("channels", 1))),
                inception.integer("e", 1, MOST_MODULES),
                inception.array("auxiliary", 0, 1, Auxiliary::read),
                inception.probability("dropout"),
                BatchNormDeclaration.read(inception.nested("norm")),
                loss,
                inception.origin());
    }
}
