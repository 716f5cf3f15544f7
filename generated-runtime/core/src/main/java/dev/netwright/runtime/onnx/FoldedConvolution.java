package dev.netwright.runtime.onnx;

/**
 * A convolution with the following batch norm folded in: {@code w' = w s} and {@code b' = beta + (b - mean) s} with
 * {@code s = gamma / sqrt(var + epsilon)} for each output channel, in double precision.
 */
final class FoldedConvolution {
    private final float[] weight;
    private final float[] bias;

    private FoldedConvolution(float[] weight, float[] bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Folds a batch norm into a convolution.
     *
     * @param bias one number per output channel, 0 if the convolution has no bias
     */
    static FoldedConvolution of(
            float[] weight, float[] bias, float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
        int perChannel = weight.length / gamma.length;
        float[] foldedWeight = new float[weight.length];
        float[] foldedBias = new float[gamma.length];
        for (int channel = 0; channel < gamma.length; channel++) {
            double scale = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
            foldedBias[channel] = (float) (beta[channel] + (bias[channel] - (double) mean[channel]) * scale);
            for (int i = channel * perChannel; i < (channel + 1) * perChannel; i++) {
                foldedWeight[i] = (float) (weight[i] * scale);
            }
        }
        return new FoldedConvolution(foldedWeight, foldedBias);
    }

    float[] weight() {
        return weight;
    }

    float[] bias() {
        return bias;
    }
}
