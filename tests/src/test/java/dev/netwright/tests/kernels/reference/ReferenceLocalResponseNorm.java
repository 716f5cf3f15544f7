package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.operation.Mode;

/** The two sums of {@link LocalResponseNorm} over neighbouring channels. */
final class ReferenceLocalResponseNorm extends ReferenceKernel implements LocalResponseNorm {
    private final int size;
    private final double alpha;
    private final double beta;
    private final double k;
    private final Tensor scale;

    ReferenceLocalResponseNorm(
            String layer,
            Mode mode,
            ReferenceActivation input,
            ReferenceActivation output,
            int size,
            double alpha,
            double beta,
            double k,
            Tensor scale) {
        super(layer, mode, input, output);
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
        this.scale = scale;
    }

    @Override
    public void forward() {
        Tensor x = input().value();
        x.forEach((n, c, h, w) -> {
            double squares = overNeighbours(c, d -> x.get(n, d, h, w) * x.get(n, d, h, w));
            scale.set(n, c, h, w, k + alpha / size * squares);
            output().value().set(n, c, h, w, x.get(n, c, h, w) * Math.pow(scale.get(n, c, h, w), -beta));
        });
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        Tensor y = output().value();
        Tensor g = output().gradient();
        y.forEach((n, c, h, w) -> {
            double ratios = overNeighbours(c, d -> g.get(n, d, h, w) * y.get(n, d, h, w) / scale.get(n, d, h, w));
            input().gradient()
                    .set(
                            n,
                            c,
                            h,
                            w,
                            g.get(n, c, h, w) * Math.pow(scale.get(n, c, h, w), -beta)
                                    - 2 * alpha * beta / size * input().value().get(n, c, h, w) * ratios);
        });
    }

    @Override
    boolean readsOutput() {
        return input().hasGradient();
    }

    private interface ChannelTerm {
        double at(int channel);
    }

    private double overNeighbours(int channel, ChannelTerm term) {
        int reach = (size - 1) / 2;
        double sum = 0;
        for (int d = Math.max(0, channel - reach); d <= Math.min(scale.channels() - 1, channel + reach); d++) {
            sum += term.at(d);
        }
        return sum;
    }
}
