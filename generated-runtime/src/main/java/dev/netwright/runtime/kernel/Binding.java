package dev.netwright.runtime.kernel;

/**
 * Makes the kernels of one program for one batch size. A program's constructor calls it in computing order, twice: in the
 * first pass the kernel set agrees on layouts and sizes and returns kernels that can't run yet; in the second pass memory
 * exists, and the kernels are final.
 *
 * <p>A layer's name selects its parameters, {@code <layer>.weight} and {@code <layer>.bias}, and a norm's
 * {@code <norm>.weight}, {@code <norm>.bias}, {@code <norm>.running_mean} and {@code <norm>.running_var}.
 *
 * <p>Values or gradients of one kernel share a slot only where the method that makes it says so.
 *
 * <p>A kernel reads an input in its output's channels, rows and columns where the two differ only in being flattened.
 */
public interface Binding {
    /** The images that the host will write. */
    Activation images(Shape shape, Slot value);

    /** Values between two kernels of a training program, and their gradient. */
    Activation activation(Shape shape, Slot value, Slot gradient);

    /** Values between two kernels of an inference program. */
    Activation activation(Shape shape, Slot value);

    /** The logits of a training program. */
    Activation logits(Shape shape, Slot value, Slot gradient);

    /** The logits of an inference program, which the host will read. */
    Activation logits(Shape shape, Slot value);

    /**
     * Some channels of a larger activation, values and gradient alike. A kernel may write its output there, and others may read
     * it, before and after the larger one is complete; a {@link #concat} kernel completes it.
     *
     * @param firstChannel number of the larger activation's channels before it
     */
    Activation slice(Activation whole, int firstChannel, Shape shape);

    /**
     * The same values, for all readers of an activation but the last: their backward runs after the last one's, and adds to
     * the gradient that it has written.
     */
    Activation accumulating(Activation activation);

    /** A convolution. */
    ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function);

    /** A convolution and the batch norm after it, in an inference program. */
    ConvNormActivation convolutionNorm(
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            double epsilon,
            ActivationFunction function);

    /**
     * Batch norm in a training program; the gradients of input and output may share a slot.
     *
     * @param epsilon added to the variance, above 0
     * @param momentum share of the new batch in the running statistics, from 0 to 1
     * @throws SingleValueNormException if a channel has but one value in a batch, of which there is no variance
     */
    NormActivation norm(
            String norm,
            Activation input,
            Activation output,
            double epsilon,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function);

    /** Batch norm in an inference program. */
    NormActivation norm(String norm, Activation input, Activation output, double epsilon, ActivationFunction function);

    /** A sum; in an inference program output and left may share a slot. */
    AddActivation add(String layer, Activation left, Activation right, Activation output, ActivationFunction function);

    /** Completes an activation of which some inputs are {@linkplain #slice slices}; the others it copies. */
    Concat concat(String layer, Activation output, Activation... inputs);

    /** An activation function by itself; input and output may share their slots. */
    ElementwiseActivation elementwise(String layer, Activation input, Activation output, ActivationFunction function);

    /** A pool. */
    Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window);

    /** Local response normalization in a training program; {@code scale} keeps the denominators s for backward. */
    LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale);

    /** Local response normalization in an inference program. */
    LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k);

    /** A fully connected layer. */
    Linear linear(String layer, Activation input, Activation output, ActivationFunction function);

    /**
     * Dropout; input and output may share their slots.
     *
     * @param rate share of values to drop, at least 0 and below 1
     * @param position number of dropout layers before this one, which selects its random stream
     * @param mask keeps the mask for backward
     */
    Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask);

    /** The loss; {@code logProbabilities} keeps the logarithm of the softmax for backward. */
    SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities);

    /** The loss of an auxiliary head, whose gradient is multiplied by {@code weight}, above 0. */
    SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities, double weight);

    /** The loss of a network whose output has targets of its own shape; {@code difference} keeps {@code y - t}. */
    SquaredError squaredError(Activation output, Slot difference, double factor);
}
