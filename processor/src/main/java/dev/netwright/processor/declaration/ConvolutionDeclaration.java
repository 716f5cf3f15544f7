package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** A convolution with a square kernel, as {@code @LeNet.Conv} and its like state it. */
public record ConvolutionDeclaration(int channels, Written<Integer> kernel, int stride, int padding, Origin origin) {
    static ConvolutionDeclaration read(AttributeReader conv) {
        return read(conv, conv.integer("channels", 1).value());
    }

    /** Reads the rest of a convolution whose channels are known. */
    static ConvolutionDeclaration read(AttributeReader conv, int channels) {
        return new ConvolutionDeclaration(
                channels,
                conv.integer("kernel", 1),
                conv.integer("stride", 1).value(),
                conv.integer("padding", 0).value(),
                conv.origin());
    }
}
