package dev.netwright.processor.declaration;

import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.diagnostics.Origin;

/** {@code @Input}: the shape of one image. */
public record InputDeclaration(WrittenNumber channels, WrittenNumber height, WrittenNumber width, Origin origin) {
    static InputDeclaration read(AttributeReader input) {
        return new InputDeclaration(
                input.integer("channels", 1), input.integer("height", 1), input.integer("width", 1), input.origin());
    }

    /** The shape of the images as far as it is known. */
    public ShapeBounds bounds() {
        return ShapeBounds.image(channels.range(), height.range(), width.range());
    }
}
