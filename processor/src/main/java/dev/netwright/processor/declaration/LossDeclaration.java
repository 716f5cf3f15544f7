package dev.netwright.processor.declaration;

import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.LossForm;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;

/**
 * The loss that a spec asks for.
 *
 * @param constant the constant's name in {@code Loss}
 * @param gamma of a focal loss
 * @param delta of Huber's loss
 */
public record LossDeclaration(Written<String> constant, Written<Double> gamma, Written<Double> delta) {
    /** What a spec is checked for if its loss can't be read: it permits the most outputs. */
    private static final String LEAST_STRICT = "SQUARED_ERROR";

    static LossDeclaration read(AttributeReader spec) {
        return new LossDeclaration(
                spec.constant("loss", LEAST_STRICT), spec.atLeastZero("focalGamma"), spec.positive("huberDelta"));
    }

    /** The loss by its numbers. */
    public LossForm form() {
        return switch (constant.value()) {
            case "CROSS_ENTROPY" -> new SoftmaxCrossEntropy.Form();
            case "FOCAL" -> new FocalLoss.Form(gamma.value());
            case "SIGMOID_CROSS_ENTROPY" -> new SigmoidCrossEntropy.Form();
            case "PIXEL_CROSS_ENTROPY" -> new PixelCrossEntropy.Form();
            case "PIXEL_DICE" -> new PixelDice.Form();
            case "MEAN_SQUARED_ERROR" -> new MeanError.Form(new ErrorFunction.Squared());
            case "MEAN_ABSOLUTE_ERROR" -> new MeanError.Form(new ErrorFunction.Absolute());
            case "HUBER" -> new MeanError.Form(new ErrorFunction.Huber(delta.value()));
            case "SQUARED_ERROR" -> new SquaredError.Form(1);
            case "HALF_SQUARED_ERROR" -> new SquaredError.Form(0.5);
            default -> throw new IllegalStateException("no loss is called " + constant.value());
        };
    }

    /** The fewest outputs with which the loss makes sense. */
    int leastOutputs() {
        return form().isOfClasses() ? 2 : 1;
    }
}
