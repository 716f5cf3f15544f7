package dev.netwright.tests.benchmarks;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.operation.Window;
import java.util.Optional;

/**
 * One layer within a training step: a 1x1 convolution in front of it spreads grey images over its input, so that it has a gradient
 * to compute and a layout to choose, unless it is a stem, and a global pool makes logits of its output.
 */
final class BenchmarkedStep implements TrainingProgram {
    private static final String FRONT = "front";

    private final Optional<Kernel> front;
    private final Kernel layer;
    private final Kernel means;
    private final SoftmaxCrossEntropy loss;

    private BenchmarkedStep(BenchmarkedLayer benchmarked, Binding binding) {
        Shape output = benchmarked.output();
        Activation read = binding.images(images(benchmarked), Slot.of(0));
        Activation before =
                benchmarked.isStem() ? read : binding.activation(benchmarked.input(), Slot.of(1), Slot.of(2));
        front = benchmarked.isStem()
                ? Optional.empty()
                : Optional.of(
                        binding.convolution(FRONT, read, before, Window.square(1, 1, 0), ActivationFunction.IDENTITY));
        Activation after = binding.activation(output, Slot.of(3), Slot.of(4));
        layer = benchmarked.binder().bind(binding, before, after);
        Activation logits = binding.logits(Shape.features(output.channels()), Slot.of(5), Slot.of(6));
        Window all = Window.of(output.height(), output.width(), 1, 1, 0, 0);
        means = binding.pool("means", after, logits, PoolKind.AVERAGE, all);
        loss = binding.softmaxCrossEntropy(logits, Slot.of(7));
    }

    static BenchmarkedStep bind(BenchmarkedLayer layer, Binding binding) {
        return new BenchmarkedStep(layer, binding);
    }

    static Shape images(BenchmarkedLayer layer) {
        return Shape.image(1, layer.input().height(), layer.input().width());
    }

    static ParameterTable parameters(BenchmarkedLayer layer) {
        ParameterTable.Builder table = ParameterTable.builder();
        if (!layer.isStem()) {
            table.convolution(FRONT, layer.input().channels(), 1, 1, 1);
        }
        layer.describe().accept(table);
        return table.build();
    }

    /** The layer's own kernel; it may run again and again, before and after whole steps. */
    Kernel layer() {
        return layer;
    }

    @Override
    public void forward() {
        front.ifPresent(Kernel::forward);
        layer.forward();
        means.forward();
        loss.forward();
    }

    @Override
    public void backward() {
        loss.backward();
        means.backward();
        layer.backward();
        front.ifPresent(Kernel::backward);
    }

    @Override
    public double loss() {
        return loss.mean();
    }

    @Override
    public int correct() {
        return loss.correct();
    }
}
