package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Multiply;
import java.util.List;

/** {@link Multiply}; both factors may be the same value, and the second may have one pixel. */
final class ReferenceMultiply extends ReferenceKernel {
    private final ReferenceValue left;
    private final ReferenceValue right;
    private final boolean isGated;

    ReferenceMultiply(Multiply operation, ReferenceValue left, ReferenceValue right, ReferenceValue output) {
        super(List.of(left, right), output);
        this.left = left.as(output.shape());
        this.right = right.as(operation.factor());
        isGated = operation.isGated();
    }

    @Override
    void compute() {
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> y.set(n, c, h, w, left.value().get(n, c, h, w) * factor(n, c, h, w)));
    }

    private double factor(int n, int c, int h, int w) {
        return isGated ? right.value().get(n, c, 0, 0) : right.value().get(n, c, h, w);
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        g.forEach((n, c, h, w) -> {
            if (left.hasGradient()) {
                left.gradient().add(n, c, h, w, g.get(n, c, h, w) * factor(n, c, h, w));
            }
            if (right.hasGradient()) {
                double gradient = g.get(n, c, h, w) * left.value().get(n, c, h, w);
                right.gradient().add(n, c, isGated ? 0 : h, isGated ? 0 : w, gradient);
            }
        });
    }
}
