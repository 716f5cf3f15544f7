package dev.netwright.annotations;

/**
 * The function that training minimizes. What the network learns of each image follows from it: one class, any number of labels,
 * numbers, or a class of each pixel.
 *
 * <p>Numbers that depend on the data, such as weights of classes, belong to the run: {@code Training.classWeights(...)} and
 * {@code Training.positiveWeights(...)}.
 */
public enum Loss {
    /** One class: the mean cross-entropy between the softmax of the network's output and the class labels of the images. */
    CROSS_ENTROPY,
    /**
     * One class: focal loss (Lin et al., "Focal loss for dense object detection", 2017), the mean of {@code -(1 - p)^gamma log p}, where p
     * is the softmax's probability of the image's class. Images that are classified well count less than with cross-entropy. The gamma is
     * the spec's {@code focalGamma}.
     */
    FOCAL,
    /**
     * Several labels: the mean over images and labels of the cross-entropy between the sigmoid of each output and whether the image has
     * the label, as in PyTorch's {@code BCEWithLogitsLoss}.
     */
    SIGMOID_CROSS_ENTROPY,
    /**
     * A class of each pixel: the mean over images and pixels of the cross-entropy between the softmax over the output's channels and the
     * pixel's class, as in PyTorch's {@code CrossEntropyLoss} of images. Pixels without a class don't count.
     */
    PIXEL_CROSS_ENTROPY,
    /**
     * A class of each pixel: one minus the mean over images and classes of the soft Dice coefficient (Milletari et al., "V-Net: fully
     * convolutional neural networks for volumetric medical image segmentation", 2016), {@code (2 sum of p h + 1) / (sum of p + sum of h + 1)}
     * over the pixels, where p is the softmax's probability of the class and h is 1 for pixels that have it and 0 for the others. A class of
     * few pixels counts as much as one of many. Pixels without a class don't count.
     */
    PIXEL_DICE,
    /** Numbers: the mean over images and numbers of the squared difference between output and target, as in PyTorch's {@code MSELoss}. */
    MEAN_SQUARED_ERROR,
    /** Numbers: the mean of the absolute difference, as in PyTorch's {@code L1Loss}. */
    MEAN_ABSOLUTE_ERROR,
    /**
     * Numbers: the mean of {@code d^2 / 2} for a difference d of at most delta, and of {@code delta (|d| - delta / 2)} for a larger one
     * (Huber, "Robust estimation of a location parameter", 1964), as in PyTorch's {@code HuberLoss}. Outliers count less than with
     * squares. The delta is the spec's {@code huberDelta}.
     */
    HUBER,
    /**
     * Numbers: the sum over images and numbers of the squared differences between the network's output and targets of its shape. Its
     * gradient grows with the batch.
     */
    SQUARED_ERROR,
    /** Numbers: half of {@link #SQUARED_ERROR}; with targets of 0 it is TensorFlow's {@code l2_loss}. */
    HALF_SQUARED_ERROR
}
