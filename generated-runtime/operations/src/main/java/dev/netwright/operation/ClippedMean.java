package dev.netwright.operation;

/**
 * The divisor of an average pool's last windows when its output size is rounded up. Those windows reach past the padded
 * image, and only the part inside it counts, as in PyTorch.
 */
public final class ClippedMean {
    private ClippedMean() {}

    /**
     * Whether a window reaches past the padded input.
     *
     * @param window the pool's window, without dilation
     * @param input the shape of the pool's input
     * @param output the shape of the pool's output
     * @return true if the mean of any window needs a correction
     */
    public static boolean isClipped(Window window, Shape input, Shape output) {
        return (output.height() - 1) * window.strideHeight() + window.kernelHeight()
                        > input.height() + 2 * window.paddingHeight()
                || (output.width() - 1) * window.strideWidth() + window.kernelWidth()
                        > input.width() + 2 * window.paddingWidth();
    }

    /**
     * The window's area divided by its area inside the padded input, for each output pixel. A mean over the whole
     * window times this factor is the mean over the part that counts.
     *
     * @param window the pool's window, without dilation
     * @param input the shape of the pool's input
     * @param output the shape of the pool's output
     * @return the factors, {@code output.height() * output.width()} of them, row by row
     */
    public static float[] corrections(Window window, Shape input, Shape output) {
        float[] factors = new float[output.height() * output.width()];
        for (int i = 0; i < output.height(); i++) {
            int rows = inside(i * window.strideHeight(), window.kernelHeight(), window.paddingHeight(), input.height());
            for (int j = 0; j < output.width(); j++) {
                int columns =
                        inside(j * window.strideWidth(), window.kernelWidth(), window.paddingWidth(), input.width());
                factors[i * output.width() + j] =
                        (float) window.kernelHeight() * window.kernelWidth() / (rows * columns);
            }
        }
        return factors;
    }

    private static int inside(int start, int kernel, int padding, int size) {
        return Math.min(start + kernel, size + 2 * padding) - start;
    }
}
