package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** {@code @Input}: the shape of one image. */
public record InputDeclaration(int channels, int height, int width, Origin origin) {
    static InputDeclaration read(AttributeReader input) {
        return new InputDeclaration(
                input.integer("channels", 1).value(),
                input.integer("height", 1).value(),
                input.integer("width", 1).value(),
                input.origin());
    }
}
