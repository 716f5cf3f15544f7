package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** {@code @LocalResponseNorm}. */
public record LocalResponseNormDeclaration(int size, double alpha, double beta, double k, Origin origin) {
    static LocalResponseNormDeclaration read(AttributeReader norm) {
        return new LocalResponseNormDeclaration(
                norm.oddInteger("size").value(),
                norm.positive("alpha"),
                norm.positive("beta"),
                norm.positive("k"),
                norm.origin());
    }
}
