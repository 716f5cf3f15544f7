package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.LocalResponseNorm;

/** The two sums of {@link LocalResponseNorm} over neighbouring channels. */
final class ReferenceLocalResponseNorm extends ReferenceKernel {
    private final LocalResponseNorm operation;
    private final Tensor scale;

    ReferenceLocalResponseNorm(LocalResponseNorm operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        this.operation = operation;
        scale = new Tensor(output.value().batch(), output.shape());
    }

    @Override
    void compute() {
        Tensor x = input().value();
        x.forEach((n, c, h, w) -> {
            double squares = overNeighbours(c, d -> x.get(n, d, h, w) * x.get(n, d, h, w));
            scale.set(n, c, h, w, operation.k() + operation.alpha() / operation.size() * squares);
            output().value().set(n, c, h, w, x.get(n, c, h, w) * Math.pow(scale.get(n, c, h, w), -operation.beta()));
        });
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        Tensor x = input().value();
        Tensor y = output().value();
        Tensor g = output().gradient();
        double factor = 2 * operation.alpha() * operation.beta() / operation.size();
        y.forEach((n, c, h, w) -> {
            double ratios = overNeighbours(c, d -> g.get(n, d, h, w) * y.get(n, d, h, w) / scale.get(n, d, h, w));
            double own = g.get(n, c, h, w) * Math.pow(scale.get(n, c, h, w), -operation.beta());
            input().gradient().add(n, c, h, w, own - factor * x.get(n, c, h, w) * ratios);
        });
    }

    private interface ChannelTerm {
        double at(int channel);
    }

    private double overNeighbours(int channel, ChannelTerm term) {
        int reach = (operation.size() - 1) / 2;
        double sum = 0;
        for (int d = Math.max(0, channel - reach); d <= Math.min(scale.channels() - 1, channel + reach); d++) {
            sum += term.at(d);
        }
        return sum;
    }
}
