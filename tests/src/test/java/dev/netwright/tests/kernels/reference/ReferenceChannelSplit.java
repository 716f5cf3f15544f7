package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ChannelSplit;

/** Channel by channel of {@link ChannelSplit}. */
final class ReferenceChannelSplit extends ReferenceKernel {
    private final int first;

    ReferenceChannelSplit(ChannelSplit operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        first = operation.part() * (operation.input().shape().channels() / operation.parts());
    }

    @Override
    void compute() {
        output().value()
                .forEach((n, c, h, w) ->
                        output().value().set(n, c, h, w, input().value().get(n, first + c, h, w)));
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            output().gradient()
                    .forEach((n, c, h, w) -> input().gradient()
                            .add(n, first + c, h, w, output().gradient().get(n, c, h, w)));
        }
    }
}
