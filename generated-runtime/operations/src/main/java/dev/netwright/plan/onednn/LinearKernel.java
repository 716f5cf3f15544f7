package dev.netwright.plan.onednn;

import dev.netwright.operation.Bias;
import dev.netwright.operation.Linear;
import dev.netwright.operation.ShortSums;

/**
 * Matrix product, bias and activation as one primitive over rows, one for each image. An input in blocks of channels is
 * copied to rows first. A prediction with few weights reorders them to match the blocks instead.
 */
final class LinearKernel {
    /** The largest number of weights that are reordered to match blocks: a megabyte. */
    private static final long MOST_REARRANGED_WEIGHTS = 1 << 18;

    private LinearKernel() {}

    static void plan(Kernel kernel, Linear operation, Handle input, Handle output, boolean isAccumulating) {
        Layout image = input.value().layout();
        int inputs = input.shape().size();
        int outputs = output.shape().size();
        long weights = (long) inputs * outputs;
        Layout results = kernel.layout(Order.PLANES, output.shape());
        if (!kernel.isTraining() && readsBlocks(image, weights)) {
            kernel.own(Layout.vector(weights));
            compute(kernel, input.value(), output, results);
            return;
        }
        Tensor x = rows(kernel.forward(), input.value());
        compute(kernel, x, output, results);
        if (kernel.isTraining()) {
            kernel.differentiate(operation.function(), output.value(), output.gradient());
            addBackward(kernel, operation, x, input, output, isAccumulating);
        }
    }

    private static void compute(Kernel kernel, Tensor x, Handle output, Layout results) {
        kernel.forward().needs(x, kernel.output(output, results));
    }

    private static void addBackward(
            Kernel kernel, Linear operation, Tensor x, Handle input, Handle output, boolean isAccumulating) {
        Pass pass = kernel.backward();
        if (operation.bias() == Bias.TRAINED && ShortSums.areNeeded(kernel.batch())) {
            BiasSum.add(pass, output.gradient());
        }
        pass.needs(x, output.gradient());
        if (input.hasGradient()) {
            boolean inPlace = !isAccumulating && input.gradient().layout().isInRows();
            Tensor target = inPlace ? input.gradient() : pass.scratch(kernel.layout(Order.PLANES, input.shape()));
            pass.needs(target);
            if (!inPlace) {
                kernel.deliverGradient(input, target, isAccumulating);
            }
        }
    }

    /** The values with each image in one row. */
    static Tensor rows(Pass pass, Tensor values) {
        return values.layout().isInRows() ? values : pass.in(values.layout().in(Order.PLANES), values);
    }

    private static boolean readsBlocks(Layout image, long weights) {
        return !image.isInRows()
                && !image.isPadded()
                && image.order() == Order.BLOCKS
                && weights <= MOST_REARRANGED_WEIGHTS;
    }
}
