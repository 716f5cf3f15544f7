package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.HostVector;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Binary;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PieceMeans;
import dev.netwright.onednn.step.Pieces;
import dev.netwright.operation.Shape;

/**
 * {@code y = left right} as one primitive; {@code gradLeft = g right} and {@code gradRight = g left}. A gate has one value
 * for each channel of an image, and its gradient is the sum of {@code g left} over the map, in {@link Pieces}: the library
 * adds float by float.
 */
public final class OneDnnMultiplication {
    private final KernelBuilder kernel;
    private final OneDnnActivation left;
    private final OneDnnActivation right;
    private final OneDnnActivation output;

    private OneDnnMultiplication(
            KernelBuilder kernel, OneDnnActivation left, OneDnnActivation right, OneDnnActivation output) {
        this.kernel = kernel;
        this.left = left;
        this.right = right;
        this.output = output;
    }

    /**
     * The kernel of a product.
     *
     * @param factor the shape in which the second factor is read: the output's, or one pixel of its channels
     */
    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation left,
            OneDnnActivation right,
            OneDnnActivation output,
            Shape factor) {
        return new OneDnnMultiplication(kernel, left, right, output).plan(factor);
    }

    private KernelPlan plan(Shape factor) {
        boolean isGated = !factor.equals(output.shape());
        Pass forward = kernel.forward();
        Tensor given = kernel.value(left, output);
        Layout layout = isGated ? Pieces.layout(given.layout()) : given.layout();
        Tensor x = forward.in(layout, given);
        Layout ofFactor = isGated ? onePixel(layout, factor) : layout;
        Tensor second = forward.in(ofFactor, kernel.value(right, factor));
        Tensor y = kernel.output(output, layout);
        Binary.multiply(forward, x, second, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            addGradient(left, second);
            if (isGated) {
                addGradientOfGate(ofFactor, x);
            } else {
                addGradient(right, x);
            }
        }
        return kernel.steps();
    }

    /** The layout of one pixel in the order of an image's channels. */
    private Layout onePixel(Layout image, Shape shape) {
        long[] dimensions = kernel.dimensions(shape);
        return image.isPlain() ? Layout.plain(dimensions) : Layout.blocked(dimensions);
    }

    /** Adds the gradient of a factor of the output's shape. */
    private void addGradient(OneDnnActivation factor, Tensor other) {
        if (factor.hasGradient()) {
            Tensor gradient = output.gradient();
            Tensor target = kernel.gradientTarget(factor, gradient.layout());
            Binary.multiply(kernel.backward(), gradient, other, target);
            kernel.deliverGradient(factor, target);
        }
    }

    /** Multiplies the output's gradient in place, which nobody reads any more, and adds it up over each map. */
    private void addGradientOfGate(Layout layout, Tensor x) {
        if (right.hasGradient()) {
            Pass pass = kernel.backward();
            Tensor product = output.gradient();
            Binary.multiply(pass, product, x, product);
            Tensor target = kernel.gradientTarget(right, layout);
            addSums(pass, product, target);
            kernel.deliverGradient(right, target);
        }
    }

    /** Adds the sum of each map, which follows from the means of its pieces. */
    private static void addSums(Pass pass, Tensor values, Tensor target) {
        Pieces pieces = Pieces.of(values.layout());
        Tensor means = pass.scratch(pieces.vector(pieces.blocks()));
        PieceMeans.add(pass, pieces, values, means);
        pass.host(
                memory -> {
                    HostVector found = HostVector.of(means, memory);
                    HostVector sums = HostVector.of(target, memory);
                    return () -> {
                        pieces.sumMaps(found.read(), sums.values());
                        sums.write();
                    };
                },
                means,
                target);
    }
}
