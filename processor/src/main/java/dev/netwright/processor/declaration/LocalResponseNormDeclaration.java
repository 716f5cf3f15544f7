package dev.netwright.processor.declaration;

import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.processor.diagnostics.Origin;

/** {@code @LocalResponseNorm}. */
public record LocalResponseNormDeclaration(
        WrittenNumber size, Written<Double> alpha, Written<Double> beta, Written<Double> k, Origin origin) {
    static LocalResponseNormDeclaration read(AttributeReader norm) {
        return new LocalResponseNormDeclaration(
                norm.oddInteger("size"),
                norm.positive("alpha"),
                norm.positive("beta"),
                norm.positive("k"),
                norm.origin());
    }

    /** The layer. */
    public LocalResponseNorm.Form form() {
        return new LocalResponseNorm.Form(size.value(), alpha.value(), beta.value(), k.value());
    }
}
