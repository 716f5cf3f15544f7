package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.AdaptiveAveragePool;

/** Window by window of {@link AdaptiveAveragePool}, as its formula says. */
final class ReferenceAdaptivePool extends ReferenceKernel {
    private final int rows;
    private final int columns;

    ReferenceAdaptivePool(AdaptiveAveragePool operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        rows = operation.output().shape().height();
        columns = operation.output().shape().width();
    }

    private static int first(int i, int size, int count) {
        return (int) Math.floor((double) i * size / count);
    }

    private static int end(int i, int size, int count) {
        return (int) Math.ceil((i + 1.0) * size / count);
    }

    private interface PlaceVisitor {
        void visit(int h, int w, double share);
    }

    private void overWindow(int i, int j, PlaceVisitor visitor) {
        int height = input().value().height();
        int width = input().value().width();
        int places =
                (end(i, height, rows) - first(i, height, rows)) * (end(j, width, columns) - first(j, width, columns));
        for (int h = first(i, height, rows); h < end(i, height, rows); h++) {
            for (int w = first(j, width, columns); w < end(j, width, columns); w++) {
                visitor.visit(h, w, 1.0 / places);
            }
        }
    }

    @Override
    void compute() {
        output().value().forEach((n, c, i, j) -> {
            double[] mean = {0};
            overWindow(i, j, (h, w, share) -> mean[0] += share * input().value().get(n, c, h, w));
            output().value().set(n, c, i, j, mean[0]);
        });
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            output().value().forEach((n, c, i, j) -> {
                double gradient = output().gradient().get(n, c, i, j);
                overWindow(i, j, (h, w, share) -> input().gradient().add(n, c, h, w, share * gradient));
            });
        }
    }
}
