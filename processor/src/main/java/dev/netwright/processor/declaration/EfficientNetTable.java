package dev.netwright.processor.declaration;

import java.util.List;
import java.util.OptionalInt;

/**
 * The stages of EfficientNets that differ only in their factors.
 *
 * @param stem channels of the first convolution
 * @param stages the rows between the first and the last convolution
 * @param last channels of the last convolution; absent means four times those of the last stage
 */
public record EfficientNetTable(int stem, List<Stage> stages, OptionalInt last) {
    /** Tan and Le (2019), table 1. */
    static final EfficientNetTable B = new EfficientNetTable(
            32,
            List.of(
                    separable(1, 3, 1, 16, 1),
                    separable(6, 3, 2, 24, 2),
                    separable(6, 5, 2, 40, 2),
                    separable(6, 3, 2, 80, 3),
                    separable(6, 5, 1, 112, 3),
                    separable(6, 5, 2, 192, 4),
                    separable(6, 3, 1, 320, 1)),
            OptionalInt.empty());

    /** Tan and Le (2021), table 4. */
    static final EfficientNetTable V2_S = new EfficientNetTable(
            24,
            List.of(
                    fused(1, 3, 1, 24, 2),
                    fused(4, 3, 2, 48, 4),
                    fused(4, 3, 2, 64, 4),
                    separable(4, 3, 2, 128, 6),
                    separable(6, 3, 1, 160, 9),
                    separable(6, 3, 2, 256, 15)),
            OptionalInt.of(1280));

    /** The same, scaled. */
    static final EfficientNetTable V2_M = new EfficientNetTable(
            24,
            List.of(
                    fused(1, 3, 1, 24, 3),
                    fused(4, 3, 2, 48, 5),
                    fused(4, 3, 2, 80, 5),
                    separable(4, 3, 2, 160, 7),
                    separable(6, 3, 1, 176, 14),
                    separable(6, 3, 2, 304, 18),
                    separable(6, 3, 1, 512, 5)),
            OptionalInt.of(1280));

    /** The same, scaled. */
    static final EfficientNetTable V2_L = new EfficientNetTable(
            32,
            List.of(
                    fused(1, 3, 1, 32, 4),
                    fused(4, 3, 2, 64, 7),
                    fused(4, 3, 2, 96, 7),
                    separable(4, 3, 2, 192, 10),
                    separable(6, 3, 1, 224, 19),
                    separable(6, 3, 2, 384, 25),
                    separable(6, 3, 1, 640, 7)),
            OptionalInt.of(1280));

    /**
     * A row of a table.
     *
     * @param isFused whether its blocks have one convolution instead of a pointwise and a depthwise one
     * @param expansion the factor between a block's input and its inner channels
     * @param kernel of the depthwise convolution, or of the one that replaces it
     * @param stride of the first block
     * @param channels of each block's output
     */
    public record Stage(boolean isFused, int expansion, int kernel, int stride, int channels, int blocks) {}

    private static Stage separable(int expansion, int kernel, int stride, int channels, int blocks) {
        return new Stage(false, expansion, kernel, stride, channels, blocks);
    }

    private static Stage fused(int expansion, int kernel, int stride, int channels, int blocks) {
        return new Stage(true, expansion, kernel, stride, channels, blocks);
    }
}
