package dev.netwright.plan.onednn;

/**
 * A convolution's weights in memory.
 *
 * @param outputs channels that a group gives
 * @param inputs channels that a group reads
 * @param places of the window
 */
record Weights(Order order, int groups, int outputs, int inputs, int places) {
    /** In which order they lie. */
    enum Order {
        /** As PyTorch has them. */
        PLAIN,

        /** Eight outputs next to each other, for few inputs: the library's {@code Ohwi8o}. */
        OUTPUTS,

        /** Blocks of eight inputs by eight outputs: {@code OIhw8i8o}. */
        BLOCKS,

        /** The same with inputs next to each other, for gradients of inputs: {@code OIhw8o8i}. */
        INPUTS_LAST,

        /** Eight groups of one channel next to each other: {@code Goihw8g}. */
        DEPTHWISE,

        /** Whatever the code likes best: only in a request. */
        ANY
    }

    Weights in(Order other) {
        return new Weights(other, groups, outputs, inputs, places);
    }

    long bytes() {
        long values = switch (order) {
            case PLAIN, ANY -> (long) groups * outputs * inputs * places;
            case OUTPUTS -> groups * Layout.filled(outputs) * inputs * places;
            case BLOCKS, INPUTS_LAST -> groups * Layout.filled(outputs) * Layout.filled(inputs) * places;
            case DEPTHWISE -> Layout.filled(groups) * outputs * inputs * places;
        };
        return values * Float.BYTES;
    }
}
