package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Origin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * {@code @EfficientNet} as written.
 *
 * @param inputs at most one
 * @param dropouts at most one rate
 * @param norms at most one
 */
public record EfficientNetDeclaration(
        Written<List<InputDeclaration>> inputs,
        WrittenNumber classes,
        Written<String> variant,
        WidthFactor width,
        Written<Double> depth,
        Written<List<Written<Double>>> dropouts,
        Written<Double> stochasticDepth,
        Written<List<BatchNormDeclaration>> norms,
        LossDeclaration loss) {
    private static final int CHANNELS = 3;
    private static final int MOST_DEPTH = 10;

    /** Reads {@code @EfficientNet}. */
    public static EfficientNetDeclaration read(AttributeReader efficientNet) {
        LossDeclaration loss = LossDeclaration.read(efficientNet);
        return new EfficientNetDeclaration(
                efficientNet.array("input", 0, 1, InputDeclaration::read),
                efficientNet.integer("classes", loss.leastOutputs()),
                efficientNet.constant("variant", "B0"),
                new WidthFactor(efficientNet.positive("width")),
                efficientNet.factor("depth", MOST_DEPTH),
                efficientNet.array("dropout", 0, 1, dropout -> dropout.probability("rate")),
                efficientNet.probability("stochasticDepth"),
                efficientNet.array("norm", 0, 1, BatchNormDeclaration::read),
                loss);
    }

    /** The network before what the annotation changes. */
    public EfficientNetVariant published() {
        return EfficientNetVariant.valueOf(variant.value());
    }

    /** The shape of an image, the variant's if none is written. */
    public InputDeclaration input() {
        Origin origin = inputs.origin();
        WrittenNumber side = WrittenNumber.of(published().size(), origin);
        return inputs.value().stream()
                .findFirst()
                .orElse(new InputDeclaration(WrittenNumber.of(CHANNELS, origin), side, side, origin));
    }

    /** The rate of the dropout before the classifier, the variant's if none is written. */
    public Written<Double> dropout() {
        return dropouts.value().stream()
                .findFirst()
                .orElse(Written.of(published().dropout(), dropouts.origin()));
    }

    /** The settings of every norm, the variant's if none are written. */
    public BatchNormDeclaration norm() {
        Origin origin = norms.origin();
        return norms.value().stream()
                .findFirst()
                .orElse(new BatchNormDeclaration(
                        Written.of(published().epsilon(), origin),
                        Written.of(published().momentum(), origin),
                        Written.of("UNBIASED", origin),
                        origin));
    }

    /** A number of channels in a table, with both factors. */
    public Interval channels(int inTable) {
        return width.scaledBy(published().width()).roundedToEight(Interval.of(inTable));
    }

    /** The number of a stage's blocks with both factors, rounded up; in decimal, because 1.1 times 10 is above 11 in binary. */
    public int blocks(EfficientNetTable.Stage stage) {
        return BigDecimal.valueOf(stage.blocks())
                .multiply(BigDecimal.valueOf(published().depth()))
                .multiply(BigDecimal.valueOf(depth.value()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
