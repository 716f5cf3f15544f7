package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** A convolution with a square kernel, as in {@code @LeNet.Conv} and similar annotations. */
public record ConvolutionDeclaration(
        WrittenNumber channels, WrittenNumber kernel, WrittenNumber stride, WrittenNumber padding, Origin origin) {
    static ConvolutionDeclaration read(AttributeReader conv) {
        return read(conv, conv.integer("channels", 1));
    }

    /** Reads the rest of a convolution whose channels are known. */
    static ConvolutionDeclaration read(AttributeReader conv, WrittenNumber channels) {
        return new ConvolutionDeclaration(
                channels,
                conv.integer("kernel", 1),
                conv.integer("stride", 1),
                conv.integer("padding", 0),
                conv.origin());
    }
}
