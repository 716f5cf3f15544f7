package dev.netwright.annotations;

/** The function that training minimizes. */
public enum Loss {
    /** The mean cross-entropy between the softmax of the network's output and the class labels of the images. */
    CROSS_ENTROPY,
    /** The sum of the squared differences between the network's output and targets of its shape. */
    SQUARED_ERROR,
    /** Half of {@link #SQUARED_ERROR}; with targets of 0 it is TensorFlow's {@code l2_loss}. */
    HALF_SQUARED_ERROR
}
