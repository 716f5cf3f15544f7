package dev.netwright.plan.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The code and the layouts of a convolution in each direction. Of the requests that oneDNN's kernels make, it is the
 * cheapest by {@link CostTable#AVX2} that the library has code for; of equally cheap ones the first.
 */
final class ConvolutionWays {
    private static final CostTable COSTS = CostTable.AVX2;

    private final ConvolutionProblem problem;
    private final ConvolutionWork work;
    private final List<Way> ways = new ArrayList<>();

    /** A request and its cost, changes of layout included. */
    private record Way(boolean isProduct, double microseconds, Supplier<Optional<Code>> request) {}

    private ConvolutionWays(ConvolutionProblem problem) {
        this.problem = problem;
        work = new ConvolutionWork(
                problem.images(), problem.input(), problem.output(), problem.window(), problem.groups());
    }

    /**
     * The code of the output, with bias and activation.
     *
     * @param problem the convolution
     * @param in the layout of the input as its kernel computed it
     * @param stored the weights' layout to request first
     */
    static Code forward(ConvolutionProblem problem, Layout in, Weights stored) {
        ConvolutionWays ways = new ConvolutionWays(problem);
        double direct = ways.asItIs(Direction.FORWARD, in);
        Layout out = problem.out(Order.ANY);
        Layout planes = in.in(Order.PLANES);
        boolean hasFewChannels = problem.input().channels() < Layout.BLOCK;
        ways.addForward(problem, direct, in, stored, out);
        if (hasFewChannels) {
            double fromPlanes = COSTS.directFromPlanes(Direction.FORWARD, ways.work) + change(in, planes);
            ways.addForward(problem, fromPlanes, planes, stored, out);
        }
        // The library has no layout for an image inside a larger one if its last block is not full.
        if (problem.isPadded() && (hasFewChannels || problem.input().channels() % Layout.BLOCK == 0)) {
            ConvolutionProblem byHand = problem.paddedByHand();
            Layout padded = byHand.in(hasFewChannels ? Order.PLANES : Order.BLOCKS);
            ways.addForward(byHand, direct + COSTS.copy(padded.bytes()), padded, stored, out);
        }
        Layout blocks = in.in(Order.BLOCKS);
        double inBlocks = COSTS.direct(Direction.FORWARD, ways.work) + change(in, blocks);
        ways.addForward(problem, inBlocks, blocks, stored, out);
        double back = change(out.in(Order.PLANES), out.in(Order.BLOCKS));
        Layout any = in.in(Order.ANY);
        ways.addForward(problem, direct + COSTS.copy(in.bytes()) + back, any, stored, out);
        ways.ways.add(new Way(
                true,
                COSTS.product(Direction.FORWARD, ways.work) + change(in, planes) + back,
                () -> answer(problem, planes, problem.weights(Weights.Order.ANY), out.in(Order.PLANES))));
        return ways.cheapest();
    }

    private void addForward(ConvolutionProblem asked, double microseconds, Layout in, Weights stored, Layout out) {
        Weights any = asked.weights(Weights.Order.ANY);
        ways.add(new Way(false, microseconds, () -> answer(asked, in, stored, out)));
        ways.add(new Way(false, microseconds, () -> answer(asked, in, any, out)));
    }

    private static Optional<Code> answer(ConvolutionProblem asked, Layout in, Weights weights, Layout out) {
        return DepthwiseCode.forward(asked, in, weights, out)
                .or(() -> PointwiseCode.forward(asked, in, weights, out))
                .or(() -> DirectCode.forward(asked, in, weights, out))
                .or(() -> ProductCode.forward(asked, in, weights, out));
    }

    /** The code of the gradients of weight and bias, from the output's gradient. */
    static Code weightGradient(ConvolutionProblem problem, Layout in, Weights stored, Layout out) {
        ConvolutionWays ways = new ConvolutionWays(problem);
        Weights any = problem.weights(Weights.Order.ANY);
        double direct = ways.asItIs(Direction.WEIGHT_GRADIENT, in);
        Layout blocks = in.in(Order.BLOCKS);
        double inBlocks = COSTS.direct(Direction.WEIGHT_GRADIENT, ways.work) + change(in, blocks);
        if (problem.places() == 1 && in.isPlain()) {
            // At any cost: 1x1 code over blocks splits its sums; over a few planes it adds value by value.
            ways.addWeightGradient(0, blocks, any, out);
        }
        Layout planes = in.in(Order.PLANES);
        double fromPlanes = COSTS.directFromPlanes(Direction.WEIGHT_GRADIENT, ways.work) + change(in, planes);
        ways.addWeightGradient(direct, in, stored, out);
        ways.addWeightGradient(direct, in, any, out);
        ways.addWeightGradient(inBlocks, blocks, stored, out);
        ways.addWeightGradient(inBlocks, blocks, any, out);
        ways.addWeightGradient(fromPlanes, planes, stored, out);
        ways.addWeightGradient(fromPlanes, planes, any, out);
        Layout pixels = in.in(Order.PIXELS);
        Layout outPixels = out.in(Order.PIXELS);
        ways.addWeightGradient(
                COSTS.pixels(ways.work) + change(in, pixels) + change(out, outPixels), pixels, any, outPixels);
        Layout outPlanes = out.in(Order.PLANES);
        ways.ways.add(new Way(
                true,
                COSTS.product(Direction.WEIGHT_GRADIENT, ways.work) + change(in, planes) + change(out, outPlanes),
                () -> weightAnswer(problem, planes, any, outPlanes)));
        double anywhere =
                COSTS.direct(Direction.WEIGHT_GRADIENT, ways.work) + COSTS.copy(in.bytes()) + COSTS.copy(out.bytes());
        ways.addWeightGradient(anywhere, in.in(Order.ANY), any, out.in(Order.ANY));
        return ways.cheapest();
    }

    private void addWeightGradient(double microseconds, Layout in, Weights weights, Layout out) {
        ways.add(new Way(false, microseconds, () -> weightAnswer(problem, in, weights, out)));
    }

    private static Optional<Code> weightAnswer(ConvolutionProblem asked, Layout in, Weights weights, Layout out) {
        return DepthwiseCode.weightGradient(asked, in, weights, out)
                .or(() -> PointwiseCode.weightGradient(asked, in, weights, out))
                .or(() -> DirectCode.weightGradient(asked, in, weights, out))
                .or(() -> ProductCode.weightGradient(asked, in, weights, out));
    }

    /**
     * The code of the input's gradient, from the output's gradient.
     *
     * @param problem the convolution
     * @param wanted the layout in which the input's gradient is needed
     * @param stored the weights' layout to request first
     * @param out the layout of the output's gradient
     */
    static Code inputGradient(ConvolutionProblem problem, Layout wanted, Weights stored, Layout out) {
        ConvolutionWays ways = new ConvolutionWays(problem);
        Weights any = problem.weights(Weights.Order.ANY);
        double direct = COSTS.direct(Direction.INPUT_GRADIENT, ways.work);
        Layout anyIn = wanted.in(Order.ANY);
        Layout planes = wanted.in(Order.PLANES);
        Layout outPlanes = out.in(Order.PLANES);
        ways.addInputGradient(direct, wanted, stored, out);
        ways.addInputGradient(direct, wanted, any, out);
        ways.addInputGradient(direct + COSTS.copy(wanted.bytes()), anyIn, any, out);
        ways.ways.add(new Way(
                true,
                COSTS.product(Direction.INPUT_GRADIENT, ways.work) + change(wanted, planes) + change(out, outPlanes),
                () -> inputAnswer(problem, planes, any, outPlanes)));
        ways.addInputGradient(
                direct + COSTS.copy(wanted.bytes()) + COSTS.copy(out.bytes()), anyIn, any, out.in(Order.ANY));
        return ways.cheapest();
    }

    private void addInputGradient(double microseconds, Layout in, Weights weights, Layout out) {
        ways.add(new Way(false, microseconds, () -> inputAnswer(problem, in, weights, out)));
    }

    private static Optional<Code> inputAnswer(ConvolutionProblem asked, Layout in, Weights weights, Layout out) {
        return DepthwiseCode.inputGradient(asked, in, weights, out)
                .or(() -> PointwiseCode.inputGradient(asked, in, weights, out))
                .or(() -> DirectCode.inputGradient(asked, in, weights, out))
                .or(() -> ProductCode.inputGradient(asked, in, weights, out));
    }

    /** The cheapest way that the library has; a product of patches is always possible. */
    private Code cheapest() {
        return ways.stream()
                .sorted(Comparator.comparingDouble(Way::microseconds))
                .flatMap(way -> way.request().get().filter(code -> way.isProduct() || code.isGenerated()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for " + problem));
    }

    /** The cost of direct code that reads the input in its present layout. */
    private double asItIs(Direction direction, Layout in) {
        return in.isPlain() ? COSTS.directFromPlanes(direction, work) : COSTS.direct(direction, work);
    }

    private static double change(Layout from, Layout to) {
        return COSTS.change(from.isSameAs(to), from.bytes(), to.bytes());
    }
}
