package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory of the slices of a binding, apart from that of what they are slices of: a kernel that counts on finding them
 * there reads NaN. The same channels of the same activation are the same slice, however often a program asks for it.
 */
final class Slices {
    private final Map<Channels, Tensor> memory = new HashMap<>();

    private record Channels(Tensor.Place whole, int first, Shape shape) {}

    ReferenceActivation slice(ReferenceActivation whole, int firstChannel, Shape shape) {
        if (firstChannel < 0 || firstChannel + shape.channels() > whole.shape().channels()) {
            throw new IllegalArgumentException(
                    "a slice of " + shape + " from channel " + firstChannel + " on is no part of " + whole.shape());
        }
        Tensor value = tensor(whole.value(), firstChannel, shape);
        return whole.hasGradient()
                ? ReferenceActivation.withGradient(shape, value, tensor(whole.gradient(), firstChannel, shape))
                : ReferenceActivation.withoutGradient(shape, value);
    }

    /** All of it so far. */
    Collection<Tensor> memory() {
        return memory.values();
    }

    private Tensor tensor(Tensor whole, int firstChannel, Shape shape) {
        int size = whole.batch() * shape.size();
        return memory.computeIfAbsent(
                new Channels(whole.place(), firstChannel, shape),
                channels -> new Tensor(new double[size], 0, whole.batch(), shape));
    }
}
