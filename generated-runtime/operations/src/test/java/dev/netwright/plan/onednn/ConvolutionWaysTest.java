package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import org.junit.jupiter.api.Test;

/** The layouts that the reference machine's convolutions take, and what room their code wants; as the library answers for these. */
final class ConvolutionWaysTest {
    private static final int BATCH = 32;

    @Test
    void forwardOfOneChannelReadsPlanes() {
        Code code = forward(problem(Shape.image(1, 28, 28), 6, Window.square(5, 1, 2)));

        assertThat(code.in().order()).isEqualTo(Order.PLANES);
        assertThat(code.out().order()).isEqualTo(Order.BLOCKS);
        assertThat(code.scratchBytes()).as("the bias filled up to a block").isEqualTo(8 * Float.BYTES + 128);
    }

    /** Generated code for AVX2 refuses a window wider than 7 with padding and stride. */
    @Test
    void imagesOfAWideWindowWithStrideArePaddedByHand() {
        Code code = forward(problem(Shape.image(1, 224, 224), 96, Window.square(11, 4, 1)));

        assertThat(code.isGenerated()).isTrue();
        assertThat(code.in().height()).isEqualTo(226);
    }

    /** Ten channels don't fill their blocks, and inside of a larger image the library has no name for them. */
    @Test
    void imagesOfPartFilledBlocksAreNotPaddedByHand() {
        Code code = forward(problem(Shape.image(10, 40, 40), 16, Window.square(11, 4, 1)));

        assertThat(code.isGenerated()).isFalse();
    }

    @Test
    void theWeightGradientOf5x5FromOneChannelIsComputedOverPixels() {
        ConvolutionProblem problem = problem(Shape.image(1, 28, 28), 6, Window.square(5, 1, 2));

        Code code = weightGradient(problem);

        assertThat(code.in().order()).isEqualTo(Order.PIXELS);
        assertThat(code.out().order()).isEqualTo(Order.PIXELS);
        assertThat(code.weights().order()).isEqualTo(Weights.Order.BLOCKS);
    }

    @Test
    void theWeightGradientOf11x11FromOneChannelIsAProductOfPatches() {
        Code code = weightGradient(problem(Shape.image(1, 224, 224), 96, Window.square(11, 4, 1)));

        assertThat(code.isGenerated()).isFalse();
        assertThat(code.in().order()).isEqualTo(Order.PLANES);
    }

    /** One block by one block is one job, which the two threads share by images. */
    @Test
    void oneOfTwoThreadsNeedsRoomForItsSumsOfFewWeights() {
        Code code = weightGradient(problem(Shape.image(8, 16, 16), 8, Window.square(3, 1, 1)));

        long sums = 8 * 8 * 9 * Float.BYTES + 4096;
        long barrier = 4096 + 4096;
        assertThat(code.scratchBytes()).isEqualTo(sums + barrier);
    }

    @Test
    void threadsThatHaveWeightsOfTheirOwnNeedNoRoom() {
        assertThat(weightGradient(problem(Shape.image(64, 16, 16), 64, Window.square(3, 1, 1)))
                        .scratchBytes())
                .isZero();
    }

    /** Each thread copies the pixels that count. */
    @Test
    void aStrideOfOnePlaceIsACopyOfThePixelsThatCount() {
        Code code = forward(problem(Shape.image(64, 16, 16), 128, Window.square(1, 2, 0)));

        assertThat(code.scratchBytes()).isEqualTo(2 * 64 * 8 * 8 * Float.BYTES + 128);
    }

    @Test
    void channelsByThemselvesHaveCodeOfTheirOwn() {
        ConvolutionProblem problem = new ConvolutionProblem(
                BATCH, Shape.image(32, 16, 16), Shape.image(32, 16, 16), Window.square(3, 1, 1), 32, false, false);

        Code code = ConvolutionWays.forward(
                problem, problem.in(Order.BLOCKS), problem.weights(Weights.Order.ANY));

        assertThat(code.weights().order()).isEqualTo(Weights.Order.DEPTHWISE);
        assertThat(code.in().order()).isEqualTo(Order.BLOCKS);
    }

    /** For which no generated code is made, unless the padding is part of the images. */
    @Test
    void windowsThatLieInPaddingAloneAreProducts() {
        assertThat(forward(problem(Shape.image(10, 4, 4), 16, Window.square(3, 1, 3))).isGenerated())
                .isFalse();
    }

    private static Code forward(ConvolutionProblem problem) {
        Order order = problem.input().channels() == 1 ? Order.PLANES : Order.BLOCKS;
        Weights.Order stored = problem.inputs() < Layout.BLOCK ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS;
        return ConvolutionWays.forward(problem.withBias(true), problem.in(order), problem.weights(stored));
    }

    private static Code weightGradient(ConvolutionProblem problem) {
        Order order = problem.input().channels() == 1 ? Order.PLANES : Order.BLOCKS;
        Weights.Order stored = problem.inputs() < Layout.BLOCK ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS;
        return ConvolutionWays.weightGradient(
                problem, problem.in(order), problem.weights(stored), problem.out(Order.BLOCKS));
    }

    private static ConvolutionProblem problem(Shape input, int channels, Window window) {
        Shape output = Shape.image(channels, window.rows(input.height()), window.columns(input.width()));
        return new ConvolutionProblem(BATCH, input, output, window, 1, false, false);
    }
}
