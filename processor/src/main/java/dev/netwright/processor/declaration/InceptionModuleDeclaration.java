package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** The output channels of an inception module's convolutions. */
public record InceptionModuleDeclaration(
        int c1x1, int reduce3x3, int c3x3, int reduce5x5, int c5x5, int pool, Origin origin) {
    static InceptionModuleDeclaration read(AttributeReader module) {
        return new InceptionModuleDeclaration(
                module.integer("c1x1", 1).value(),
                module.integer("reduce3x3", 1).value(),
                module.integer("c3x3", 1).value(),
                module.integer("reduce5x5", 1).value(),
                module.integer("c5x5", 1).value(),
                module.integer("pool", 1).value(),
                module.origin());
    }
}
