package dev.netwright.runtime.onnx;

/** What becomes of a batch norm behind a convolution; alone, it is a node of its own either way. */
public enum OnnxNorms {
    /** The convolution's weight and bias take it in: {@code w gamma / sqrt(var + epsilon)}, computed in double. For prediction. */
    FOLDED,
    /** A node of its own with the network's own tensors. For who trains on, or looks. */
    SEPARATE
}
