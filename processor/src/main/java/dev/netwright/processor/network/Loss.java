package dev.netwright.processor.network;

/** The loss that training minimizes; the constants have the names of those in the annotations. */
public enum Loss {
    /** Mean cross-entropy of the output's softmax against class numbers. */
    CROSS_ENTROPY,
    /** Sum of squared differences to targets of the output's shape. */
    SQUARED_ERROR,
    /** Half of {@link #SQUARED_ERROR}; with targets of 0, TensorFlow's {@code l2_loss}. */
    HALF_SQUARED_ERROR
}
