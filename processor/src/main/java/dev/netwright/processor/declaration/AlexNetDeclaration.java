package dev.netwright.processor.declaration;

import java.util.List;

/**
 * {@code @AlexNet} as written.
 *
 * @param lrn1 at most one
 * @param lrn2 at most one
 * @param dropoutPlace the constant's name in {@code DropoutPlace}
 */
public record AlexNetDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        LossDeclaration loss,
        ConvolutionDeclaration conv1,
        Written<List<LocalResponseNormDeclaration>> lrn1,
        PoolDeclaration pool1,
        ConvolutionDeclaration conv2,
        Written<List<LocalResponseNormDeclaration>> lrn2,
        PoolDeclaration pool2,
        ConvolutionDeclaration conv3,
        ConvolutionDeclaration conv4,
        ConvolutionDeclaration conv5,
        PoolDeclaration pool5,
        Written<List<HiddenDeclaration>> hidden,
        Written<String> dropoutPlace) {
    /** Reads {@code @AlexNet}. */
    public static AlexNetDeclaration read(AttributeReader alexNet) {
        LossDeclaration loss = LossDeclaration.read(alexNet);
        return new AlexNetDeclaration(
                InputDeclaration.read(alexNet.nested("input")),
                alexNet.integer("classes", loss.leastOutputs()),
                loss,
                ConvolutionDeclaration.read(alexNet.nested("conv1")),
                norms(alexNet, "lrn1"),
                pool(alexNet, "pool1"),
                ConvolutionDeclaration.read(alexNet.nested("conv2")),
                norms(alexNet, "lrn2"),
                pool(alexNet, "pool2"),
                ConvolutionDeclaration.read(alexNet.nested("conv3")),
                ConvolutionDeclaration.read(alexNet.nested("conv4")),
                ConvolutionDeclaration.read(alexNet.nested("conv5")),
                pool(alexNet, "pool5"),
                HiddenDeclaration.readAll(alexNet),
                alexNet.constant("dropoutPlace", "AFTER_ACTIVATION"));
    }

    private static Written<List<LocalResponseNormDeclaration>> norms(AttributeReader alexNet, String attribute) {
        return alexNet.array(attribute, 0, 1, LocalResponseNormDeclaration::read);
    }

    private static PoolDeclaration pool(AttributeReader alexNet, String attribute) {
        return PoolDeclaration.max(alexNet.nested(attribute));
    }
}
