package dev.netwright.processor.declaration;

/** {@code @MobileNetV3} as written. */
public record MobileNetV3Declaration(
        InputDeclaration input,
        WrittenNumber classes,
        Written<String> variant,
        WidthFactor width,
        Written<Double> dropout,
        BatchNormDeclaration norm,
        LossDeclaration loss) {
    /** Reads {@code @MobileNetV3}. */
    public static MobileNetV3Declaration read(AttributeReader mobileNet) {
        LossDeclaration loss = LossDeclaration.read(mobileNet);
        return new MobileNetV3Declaration(
                InputDeclaration.read(mobileNet.nested("input")),
                mobileNet.integer("classes", loss.leastOutputs()),
                mobileNet.constant("variant", "SMALL"),
                new WidthFactor(mobileNet.positive("width")),
                mobileNet.probability("dropout"),
                BatchNormDeclaration.read(mobileNet.nested("norm")),
                loss);
    }

    /** The table of its blocks. */
    public MobileNetV3Variant table() {
        return MobileNetV3Variant.valueOf(variant.value());
    }
}
