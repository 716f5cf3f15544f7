package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.List;

/** Kernels in the order in which they run, each value in a slot of its own. */
final class KernelSequence {
    private final Binding binding;
    private final Mode mode;
    private final List<Kernel> kernels = new ArrayList<>();
    private final List<WeightedLoss> losses = new ArrayList<>();
    private int slots;

    private record WeightedLoss(SoftmaxCrossEntropy loss, double weight) {}

    KernelSequence(Binding binding, Mode mode) {
        this.binding = binding;
        this.mode = mode;
    }

    Binding binding() {
        return binding;
    }

    boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    Slot slot() {
        return Slot.of(slots++);
    }

    Activation activation(Shape shape) {
        return activation(shape, slot());
    }

    /** An activation whose values are in a slot that others may have been in. */
    Activation activation(Shape shape, Slot value) {
        return isTraining() ? binding.activation(shape, value, slot()) : binding.activation(shape, value);
    }

    Activation logits(Shape shape) {
        return isTraining() ? binding.logits(shape, slot(), slot()) : binding.logits(shape, slot());
    }

    void add(Kernel kernel) {
        kernels.add(kernel);
    }

    /** The last layer: logits of everything before it, and in training their loss. */
    void readout(Activation input, int classes) {
        Activation logits = logits(Shape.features(classes));
        add(binding.linear("readout", input, logits, ActivationFunction.IDENTITY));
        if (isTraining()) {
            loss(binding.softmaxCrossEntropy(logits, slot()), 1);
        }
    }

    /** An auxiliary head, of which inference has none. */
    void auxiliaryHead(String layer, Activation input, int classes, double weight) {
        if (isTraining()) {
            Activation logits = activation(Shape.features(classes));
            add(binding.linear(layer, input, logits, ActivationFunction.IDENTITY));
            loss(binding.softmaxCrossEntropy(logits, slot(), weight), weight);
        }
    }

    void forward() {
        kernels.forEach(Kernel::forward);
    }

    void backward() {
        for (int i = kernels.size() - 1; i >= 0; i--) {
            kernels.get(i).backward();
        }
    }

    /** All losses with their weights. */
    double loss() {
        return losses.stream()
                .mapToDouble(part -> part.weight() * part.loss().mean())
                .sum();
    }

    /** Right answers of the loss that was bound last. */
    int correct() {
        return losses.get(losses.size() - 1).loss().correct();
    }

    private void loss(SoftmaxCrossEntropy loss, double weight) {
        add(loss);
        losses.add(new WeightedLoss(loss, weight));
    }
}
