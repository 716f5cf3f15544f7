package dev.netwright.runtime.kernel;

/**
 * Makes the kernels of one program for one batch size. A program's constructor calls it in computing order, twice: in the
 * first pass the kernel set agrees on layouts and sizes and returns kernels that can't run yet; in the second pass memory
 * exists, and the kernels are final.
 *
 * <p>A layer's name selects its parameters, {@code <layer>.weight} and {@code <layer>.bias}.
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

    /** A convolution. */
    ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function);

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
}
