package dev.netwright.processor.declaration;

import static dev.netwright.operation.ActivationFunction.HARD_SWISH;
import static dev.netwright.operation.ActivationFunction.RELU;

import dev.netwright.operation.ActivationFunction;
import java.util.List;

/** The tables of Howard et al. (2019), with torchvision's channels. */
@SuppressWarnings("ImmutableEnumChecker") // Its list is one of List.of.
public enum MobileNetV3Variant {
    /** Table 2. */
    SMALL(
            List.of(
                    new Block(3, 16, 16, true, RELU, 2),
                    new Block(3, 72, 24, false, RELU, 2),
                    new Block(3, 88, 24, false, RELU, 1),
                    new Block(5, 96, 40, true, HARD_SWISH, 2),
                    new Block(5, 240, 40, true, HARD_SWISH, 1),
                    new Block(5, 240, 40, true, HARD_SWISH, 1),
                    new Block(5, 120, 48, true, HARD_SWISH, 1),
                    new Block(5, 144, 48, true, HARD_SWISH, 1),
                    new Block(5, 288, 96, true, HARD_SWISH, 2),
                    new Block(5, 576, 96, true, HARD_SWISH, 1),
                    new Block(5, 576, 96, true, HARD_SWISH, 1)),
            1024),
    /** Table 1. */
    LARGE(
            List.of(
                    new Block(3, 16, 16, false, RELU, 1),
                    new Block(3, 64, 24, false, RELU, 2),
                    new Block(3, 72, 24, false, RELU, 1),
                    new Block(5, 72, 40, true, RELU, 2),
                    new Block(5, 120, 40, true, RELU, 1),
                    new Block(5, 120, 40, true, RELU, 1),
                    new Block(3, 240, 80, false, HARD_SWISH, 2),
                    new Block(3, 200, 80, false, HARD_SWISH, 1),
                    new Block(3, 184, 80, false, HARD_SWISH, 1),
                    new Block(3, 184, 80, false, HARD_SWISH, 1),
                    new Block(3, 480, 112, true, HARD_SWISH, 1),
                    new Block(3, 672, 112, true, HARD_SWISH, 1),
                    new Block(5, 672, 160, true, HARD_SWISH, 2),
                    new Block(5, 960, 160, true, HARD_SWISH, 1),
                    new Block(5, 960, 160, true, HARD_SWISH, 1)),
            1280);

    /** Channels of the first convolution. */
    public static final int STEM = 16;

    private final List<Block> blocks;
    private final int hidden;

    MobileNetV3Variant(List<Block> blocks, int hidden) {
        this.blocks = blocks;
        this.hidden = hidden;
    }

    /**
     * A row of a table, before the width multiplier.
     *
     * @param kernel of the depthwise convolution
     * @param expanded its channels
     * @param channels of the block's output
     * @param isGated whether it has squeeze and excitation
     * @param function after all convolutions but the last
     * @param stride of the depthwise convolution
     */
    public record Block(
            int kernel, int expanded, int channels, boolean isGated, ActivationFunction function, int stride) {}

    /** The rows. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Units of the fully connected layer before the classifier. */
    public int hidden() {
        return hidden;
    }
}
