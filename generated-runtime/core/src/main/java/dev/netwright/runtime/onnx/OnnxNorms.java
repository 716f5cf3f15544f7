package dev.netwright.runtime.onnx;

/** How a batch norm after a convolution is exported. Other batch norms are always nodes. */
public enum OnnxNorms {
    /**
     * Folded into the convolution's weight and bias: {@code w gamma / sqrt(var + epsilon)}, in double precision. For
     * inference.
     */
    FOLDED,
    /** A separate node with the network's original tensors. For further training and inspection. */
    SEPARATE
}
