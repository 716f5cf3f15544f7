package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Concat;
import dev.netwright.operation.Shape;
import java.util.List;

/** {@link Concat}, which here has to copy every input: no value lies in another. */
final class ReferenceConcat extends ReferenceKernel {
    ReferenceConcat(Concat operation, List<ReferenceValue> inputs, ReferenceValue output) {
        super(inputs.stream().map(input -> asBranch(input, output.shape())).toList(), output);
        int channels =
                inputs().stream().mapToInt(input -> input.shape().channels()).sum();
        if (channels != output.shape().channels()) {
            throw new IllegalArgumentException(
                    operation.name() + " joins " + channels + " channels, but its output is " + output.shape());
        }
    }

    /** With the rows and columns of the output, as a flattened image has those of a vector. */
    private static ReferenceValue asBranch(ReferenceValue input, Shape output) {
        int channels = input.shape().size() / (output.height() * output.width());
        return input.as(Shape.image(channels, output.height(), output.width()));
    }

    @Override
    void compute() {
        int before = 0;
        for (ReferenceValue input : inputs()) {
            int first = before;
            Tensor x = input.value();
            x.forEach((n, c, h, w) -> output().value().set(n, first + c, h, w, x.get(n, c, h, w)));
            before += input.shape().channels();
        }
    }

    @Override
    void differentiate() {
        int before = 0;
        for (ReferenceValue input : inputs()) {
            int first = before;
            if (input.hasGradient()) {
                Tensor g = output().gradient();
                input.gradient().forEach((n, c, h, w) -> input.gradient().add(n, c, h, w, g.get(n, first + c, h, w)));
            }
            before += input.shape().channels();
        }
    }
}
