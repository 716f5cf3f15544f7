package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;

/** The pools of {@link Pool}. A maximum never lies in the padding; a mean counts the padding as zeros, or not at all. */
final class ReferencePool extends ReferenceKernel {
    private final PoolKind kind;
    private final Window window;

    ReferencePool(Pool operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        kind = operation.kind();
        window = operation.window();
    }

    @Override
    void compute() {
        Tensor x = input().value();
        output().value().forEach((n, c, i, j) -> {
            double[] result = {kind == PoolKind.MAX ? Double.NEGATIVE_INFINITY : 0};
            overWindow(i, j, (h, w) -> {
                double value = x.get(n, c, h, w);
                result[0] = kind == PoolKind.MAX ? Math.max(result[0], value) : result[0] + value / places(i, j);
            });
            output().value().set(n, c, i, j, result[0]);
        });
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        Tensor gradInput = input().gradient();
        output().value().forEach((n, c, i, j) -> {
            double gradient = output().gradient().get(n, c, i, j);
            if (kind == PoolKind.MAX) {
                int[] place = placeOfMaximum(n, c, i, j);
                gradInput.add(n, c, place[0], place[1], gradient);
            } else {
                overWindow(i, j, (h, w) -> gradInput.add(n, c, h, w, gradient / places(i, j)));
            }
        });
    }

    private int[] placeOfMaximum(int n, int c, int i, int j) {
        Tensor x = input().value();
        int[] best = {-1, -1};
        overWindow(i, j, (h, w) -> {
            if (best[0] < 0 || x.get(n, c, h, w) > x.get(n, c, best[0], best[1])) {
                best[0] = h;
                best[1] = w;
            }
        });
        return best;
    }

    /** Places of a window that lie inside the padded input, or inside the input if its padding doesn't count. */
    private int places(int i, int j) {
        if (kind == PoolKind.AVERAGE_WITHOUT_PADDING) {
            int[] count = {0};
            overWindow(i, j, (h, w) -> count[0]++);
            return count[0];
        }
        int rows = inside(
                i * window.strideHeight(),
                window.kernelHeight(),
                input().shape().height(),
                window.paddingHeight());
        int columns = inside(
                j * window.strideWidth(), window.kernelWidth(), input().shape().width(), window.paddingWidth());
        return rows * columns;
    }

    /** How much of a window's side lies in a padded side; both begin to be counted where the padding does. */
    private static int inside(int start, int kernel, int size, int padding) {
        return Math.min(start + kernel, size + 2 * padding) - start;
    }

    private interface PlaceVisitor {
        void visit(int h, int w);
    }

    private void overWindow(int i, int j, PlaceVisitor visitor) {
        Tensor x = input().value();
        int top = i * window.strideHeight() - window.paddingHeight();
        int left = j * window.strideWidth() - window.paddingWidth();
        for (int h = Math.max(0, top); h < Math.min(x.height(), top + window.kernelHeight()); h++) {
            for (int w = Math.max(0, left); w < Math.min(x.width(), left + window.kernelWidth()); w++) {
                visitor.visit(h, w);
            }
        }
    }
}
