package dev.netwright.operation;

/**
 * The divisor of an average pool's last windows where its output's size was rounded up: they reach past the padded image, and only
 * their part inside of it counts, as PyTorch has it.
 */
public final class ClippedMean {
    private ClippedMean() {}

    /** Whether a window of the output reaches past the padded input. */
    public static boolean isClipped(Window window, Shape input, Shape output) {
        return (output.height() - 1) * window.strideHeight() + window.kernelHeight()
                        > input.height() + 2 * window.paddingHeight()
                || (output.width() - 1) * window.strideWidth() + window.kernelWidth()
                        > input.width() + 2 * window.paddingWidth();
    }

    /**
     * Whole window by the part of it that counts, for each place of the output: what a mean over the whole window is multiplied with.
     *
     * @return rows of the output one after the other
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
