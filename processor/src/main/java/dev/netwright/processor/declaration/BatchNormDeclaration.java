package dev.netwright.processor.declaration;

import dev.netwright.operation.BatchNorm;
import dev.netwright.processor.diagnostics.Origin;

/**
 * {@code @BatchNorm}.
 *
 * @param runningVariance the constant's name in {@code RunningVariance}
 */
public record BatchNormDeclaration(
        Written<Double> epsilon, Written<Double> momentum, Written<String> runningVariance, Origin origin) {
    static BatchNormDeclaration read(AttributeReader norm) {
        return new BatchNormDeclaration(
                norm.positive("epsilon"),
                norm.share("momentum"),
                norm.constant("runningVariance", "UNBIASED"),
                norm.origin());
    }

    /** The layer. */
    public BatchNorm.Form form() {
        return new BatchNorm.Form(
                epsilon.value(), momentum.value(), runningVariance.value().equals("UNBIASED"));
    }
}
