package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Interpolation;
import dev.netwright.operation.Upsample;

/** Pixel by pixel of {@link Upsample}, as the formulas of PyTorch's {@code nn.Upsample} say. */
final class ReferenceUpsample extends ReferenceKernel {
    private final Interpolation interpolation;

    ReferenceUpsample(Upsample operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        interpolation = operation.interpolation();
    }

    private double place(int i, int from, int to) {
        return switch (interpolation) {
            case NEAREST -> Math.floorDiv(i * from, to);
            case BILINEAR -> Math.max(0, (i + 0.5) * from / to - 0.5);
            case BILINEAR_BETWEEN_CORNERS -> to == 1 ? 0 : (double) i * (from - 1) / (to - 1);
        };
    }

    private interface PixelVisitor {
        void visit(int h, int w, double share);
    }

    /** The four pixels around a place, some of which may be the same, or have no share. */
    private void around(int i, int j, PixelVisitor visitor) {
        int height = input().value().height();
        int width = input().value().width();
        double row = place(i, height, output().value().height());
        double column = place(j, width, output().value().width());
        for (int down = 0; down < 2; down++) {
            for (int right = 0; right < 2; right++) {
                int h = (int) Math.floor(row);
                int w = (int) Math.floor(column);
                double share = (down == 0 ? 1 - (row - h) : row - h) * (right == 0 ? 1 - (column - w) : column - w);
                visitor.visit(Math.min(h + down, height - 1), Math.min(w + right, width - 1), share);
            }
        }
    }

    @Override
    void compute() {
        output().value().forEach((n, c, i, j) -> {
            double[] sum = {0};
            around(i, j, (h, w, share) -> sum[0] += share * input().value().get(n, c, h, w));
            output().value().set(n, c, i, j, sum[0]);
        });
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            output().value().forEach((n, c, i, j) -> {
                double gradient = output().gradient().get(n, c, i, j);
                around(i, j, (h, w, share) -> input().gradient().add(n, c, h, w, share * gradient));
            });
        }
    }
}
