package dev.netwright.plan.onednn;

/**
 * The memory layout of a convolution's weights.
 *
 * @param order the order of the values
 * @param groups the number of channel groups
 * @param outputs the number of output channels of a group
 * @param inputs the number of input channels of a group
 * @param places the number of kernel elements
 */
record Weights(Order order, int groups, int outputs, int inputs, int places) {
    /** The order of the weights in memory. */
    enum Order {
        /** PyTorch's order: output, input, row, column. */
        PLAIN,

        /** Eight output channels next to each other, for few input channels: the library's {@code Ohwi8o}. */
        OUTPUTS,

        /** Blocks of eight input by eight output channels, outputs next to each other: {@code OIhw8i8o}. */
        BLOCKS,

        /** Blocks with inputs next to each other, for the input's gradient: {@code OIhw8o8i}. */
        INPUTS_LAST,

        /** Eight groups of one channel next to each other: {@code Goihw8g}. */
        DEPTHWISE,

        /** Any order that the code prefers; valid in requests only. */
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
