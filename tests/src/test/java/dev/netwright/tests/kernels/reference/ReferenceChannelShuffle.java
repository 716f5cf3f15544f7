package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ChannelShuffle;

/** Channel by channel of {@link ChannelShuffle}, as its formula says. */
final class ReferenceChannelShuffle extends ReferenceKernel {
    private final int groups;
    private final int inGroup;

    ReferenceChannelShuffle(ChannelShuffle operation, ReferenceValue input, ReferenceValue output) {
        super(input, output);
        groups = operation.groups();
        inGroup = operation.output().shape().channels() / groups;
    }

    @Override
    void compute() {
        input().value()
                .forEach((n, c, h, w) -> output().value()
                        .set(n, placeOf(c), h, w, input().value().get(n, c, h, w)));
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            input().value()
                    .forEach((n, c, h, w) -> input().gradient()
                            .add(n, c, h, w, output().gradient().get(n, placeOf(c), h, w)));
        }
    }

    private int placeOf(int channel) {
        return channel % inGroup * groups + channel / inGroup;
    }
}
