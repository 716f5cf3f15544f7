package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** The output channels of an inception module's convolutions. */
public record InceptionModuleDeclaration(
        WrittenNumber c1x1,
        WrittenNumber reduce3x3,
        WrittenNumber c3x3,
        WrittenNumber reduce5x5,
        WrittenNumber c5x5,
        WrittenNumber pool,
        Origin origin) {
    static InceptionModuleDeclaration read(AttributeReader module) {
        return new InceptionModuleDeclaration(
                module.integer("c1x1", 1),
                module.integer("reduce3x3", 1),
                module.integer("c3x3", 1),
                module.integer("reduce5x5", 1),
                module.integer("c5x5", 1),
                module.integer("pool", 1),
                module.origin());
    }
}
