package dev.netwright.plan.onednn;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ClippedMean;
import dev.netwright.operation.MeanStages;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pools over blocks of channels. A max-pool saves the positions of its maxima. If it is the only reader of a rectifier,
 * it computes the rectifier's backward too.
 */
final class PoolKernel {
    /** The largest window whose positions fit a byte. */
    private static final int MOST_NUMBERED_BY_A_BYTE = 255;

    private final Kernel kernel;
    private final Handle input;
    private final Handle output;
    private final PoolKind kind;
    private final Window window;
    private final boolean isAccumulating;

    private PoolKernel(
            Kernel kernel, Handle input, Handle output, PoolKind kind, Window window, boolean isAccumulating) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.kind = kind;
        this.window = window;
        this.isAccumulating = isAccumulating;
    }

    static void plan(
            Kernel kernel,
            Pool operation,
            Handle input,
            Handle output,
            ActivationFunction left,
            boolean isAccumulating) {
        List<PoolKernel> stages = stages(kernel, operation, input, output, isAccumulating);
        List<Runnable> backward =
                stages.stream().map(stage -> stage.addForward(left)).toList();
        if (kernel.isTraining()) {
            for (int i = backward.size() - 1; i >= 0; i--) {
                backward.get(i).run();
            }
        }
    }

    /** Splits an average pool with a large window into several pools. */
    private static List<PoolKernel> stages(
            Kernel kernel, Pool operation, Handle input, Handle output, boolean isAccumulating) {
        if (operation.kind() == PoolKind.MAX) {
            return List.of(new PoolKernel(kernel, input, output, PoolKind.MAX, operation.window(), isAccumulating));
        }
        List<PoolKernel> pools = new ArrayList<>();
        List<MeanStages.Stage> stages = MeanStages.of(operation.window(), input.shape(), output.shape());
        Handle from = input;
        for (MeanStages.Stage stage : stages) {
            boolean isFirst = pools.isEmpty();
            boolean isLast = pools.size() == stages.size() - 1;
            Handle to = isLast ? output : Handle.between(stage.output(), output.hasGradient());
            pools.add(new PoolKernel(kernel, from, to, operation.kind(), stage.window(), isFirst && isAccumulating));
            from = to;
        }
        return pools;
    }

    /**
     * Adds the forward pass.
     *
     * @param left the activation that the input's kernel leaves to this pool
     * @return a task that adds the backward pass
     */
    private Runnable addForward(ActivationFunction left) {
        Pass pass = kernel.forward();
        Layout given = input.value().layout();
        Layout in = isGenerated() ? given.in(Order.BLOCKS) : given;
        Layout out = kernel.layout(in.order(), output.shape());
        Optional<Tensor> places = kernel.isTraining() && kind == PoolKind.MAX
                ? Optional.of(pass.place(Kind.SAVED, places(out)))
                : Optional.empty();
        if (isClipped()) {
            kernel.own(out);
        }
        Tensor x = pass.in(in, input.value());
        Tensor y = kernel.output(output, out);
        pass.needs(x, y);
        places.ifPresent(pass::needs);
        if (input.isLeftToReader()) {
            kernel.apply(left, y, y);
        }
        kernel.deliver(output, y);
        return () -> addBackward(in, out, places);
    }

    private void addBackward(Layout in, Layout out, Optional<Tensor> places) {
        if (!input.hasGradient()) {
            return;
        }
        Pass pass = kernel.backward();
        if (input.isRectifiedByItsReader()) {
            kernel.differentiate(ActivationFunction.RELU, output.value(), output.gradient());
        }
        Tensor g = pass.in(out, output.gradient());
        Tensor target = kernel.gradientTarget(input, in, isAccumulating);
        pass.needs(g, target);
        places.ifPresent(pass::needs);
        kernel.deliverGradient(input, target, isAccumulating);
    }

    /** The positions of the maxima, one for each output value. */
    private Layout places(Layout out) {
        boolean fits = window.kernelHeight() * window.kernelWidth() <= MOST_NUMBERED_BY_A_BYTE;
        long bytes = fits ? out.values() : out.bytes();
        return Layout.vector((bytes + Float.BYTES - 1) / Float.BYTES);
    }

    /** Whether the library has generated code, which needs every window to overlap the image. */
    private boolean isGenerated() {
        int bottom = (output.shape().height() - 1) * window.strideHeight()
                + window.kernelHeight()
                - input.shape().height()
                - window.paddingHeight();
        int right = (output.shape().width() - 1) * window.strideWidth()
                + window.kernelWidth()
                - input.shape().width()
                - window.paddingWidth();
        return window.paddingHeight() < window.kernelHeight()
                && window.paddingWidth() < window.kernelWidth()
                && bottom < window.kernelHeight()
                && right < window.kernelWidth();
    }

    private boolean isClipped() {
        return kind == PoolKind.AVERAGE && ClippedMean.isClipped(window, input.shape(), output.shape());
    }
}
