package dev.netwright.processor.network;

import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.HiddenDeclaration;
import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.LocalResponseNormDeclaration;
import dev.netwright.processor.declaration.LossDeclaration;
import dev.netwright.processor.declaration.PoolDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Declarations and networks for tests of the stages after reading. */
public final class SampleNetworks {
    /** An origin without a source. */
    public static final Origin NOWHERE = at("");

    private SampleNetworks() {}

    /** A loss with the usual gamma and delta. */
    public static LossDeclaration loss(String constant) {
        return new LossDeclaration(as(constant), as(2.0), as(1.0));
    }

    /** An origin without a source at a path. */
    public static Origin at(String path) {
        return () -> path;
    }

    /** A legal value. */
    public static WrittenNumber written(int value) {
        return WrittenNumber.of(value, NOWHERE);
    }

    /** A legal value of another kind. */
    public static <T> Written<T> as(T value) {
        return Written.of(value, NOWHERE);
    }

    /** An image shape. */
    public static InputDeclaration images(int channels, int height, int width) {
        return new InputDeclaration(written(channels), written(height), written(width), NOWHERE);
    }

    /** A block without normalization. */
    public static VggDeclaration.Block block(int convs, int channels, int kernel, int pointwise) {
        return new VggDeclaration.Block(
                written(convs), written(channels), written(kernel), written(pointwise), as(List.of()), NOWHERE);
    }

    /** A block with normalization. */
    public static VggDeclaration.Block normalized(VggDeclaration.Block block, LocalResponseNormDeclaration lrn) {
        return new VggDeclaration.Block(
                block.convs(), block.channels(), block.kernel(), block.pointwise(), as(List.of(lrn)), NOWHERE);
    }

    /** The annotation's defaults. */
    public static LocalResponseNormDeclaration lrn() {
        return lrn(5, 5e-4, 0.75, 2);
    }

    /** A local response norm. */
    public static LocalResponseNormDeclaration lrn(int size, double alpha, double beta, double k) {
        return new LocalResponseNormDeclaration(written(size), as(alpha), as(beta), as(k), NOWHERE);
    }

    /** Hidden layers of equal width and dropout. */
    public static List<HiddenDeclaration> hidden(double dropout, int... units) {
        return IntStream.of(units)
                .mapToObj(count -> new HiddenDeclaration(written(count), as(dropout)))
                .toList();
    }

    /** Blocks of 3x3 convolutions, given as {@code convs, channels, convs, channels...}. */
    public static List<VggDeclaration.Block> blocks(int... convsAndChannels) {
        return IntStream.range(0, convsAndChannels.length / 2)
                .mapToObj(i -> block(convsAndChannels[2 * i], convsAndChannels[2 * i + 1], 3, 0))
                .toList();
    }

    /** Configuration A. */
    public static List<VggDeclaration.Block> blocksOfVgg11() {
        return blocks(1, 64, 1, 128, 2, 256, 2, 512, 2, 512);
    }

    /** A VGG with dropout after the activations. */
    public static VggDeclaration vgg(
            InputDeclaration input,
            int classes,
            int ratio,
            List<VggDeclaration.Block> blocks,
            List<HiddenDeclaration> hidden) {
        return new VggDeclaration(
                input,
                written(classes),
                as(blocks),
                written(ratio),
                as(List.of()),
                true,
                as(hidden),
                as("AFTER_ACTIVATION"),
                loss("CROSS_ENTROPY"));
    }

    /** The same with its dropout elsewhere. */
    public static VggDeclaration withDropout(VggDeclaration vgg, String place) {
        return new VggDeclaration(
                vgg.input(),
                vgg.classes(),
                vgg.blocks(),
                vgg.ratio(),
                vgg.norm(),
                vgg.hasConvBias(),
                vgg.hidden(),
                as(place),
                vgg.loss());
    }

    /** The same with another loss. */
    public static VggDeclaration withLoss(VggDeclaration vgg, String loss) {
        return new VggDeclaration(
                vgg.input(),
                vgg.classes(),
                vgg.blocks(),
                vgg.ratio(),
                vgg.norm(),
                vgg.hasConvBias(),
                vgg.hidden(),
                vgg.dropoutPlace(),
                loss(loss));
    }

    /** LeNet-5 with hidden layers of 120 and 84 units. */
    public static LeNetDeclaration leNet(int side, int padding, String pooling, String activation) {
        return new LeNetDeclaration(
                images(1, side, side),
                written(10),
                loss("CROSS_ENTROPY"),
                convolution(6, 5, 1, padding),
                pool(pooling, 2, 2),
                convolution(16, 5, 1, 0),
                pool(pooling, 2, 2),
                as(List.of(written(120), written(84))),
                as(List.of()),
                as(activation));
    }

    /** The same with batch norm. */
    public static LeNetDeclaration normalized(LeNetDeclaration leNet, BatchNormDeclaration norm) {
        return new LeNetDeclaration(
                leNet.input(),
                leNet.classes(),
                leNet.loss(),
                leNet.c1(),
                leNet.s2(),
                leNet.c3(),
                leNet.s4(),
                leNet.hiddenUnits(),
                as(List.of(norm)),
                leNet.activation());
    }

    /** The annotation's defaults. */
    public static BatchNormDeclaration batchNorm() {
        return batchNorm(1e-5, 0.1, "UNBIASED");
    }

    /** A batch norm. */
    public static BatchNormDeclaration batchNorm(double epsilon, double momentum, String runningVariance) {
        return new BatchNormDeclaration(as(epsilon), as(momentum), as(runningVariance), NOWHERE);
    }

    /** A convolution without stride and padding. */
    public static ConvolutionDeclaration convolution(int channels, int kernel) {
        return convolution(channels, kernel, 1, 0);
    }

    /** A convolution. */
    public static ConvolutionDeclaration convolution(int channels, int kernel, int stride, int padding) {
        return new ConvolutionDeclaration(
                written(channels), written(kernel), written(stride), written(padding), NOWHERE);
    }

    /** A max-pool. */
    public static PoolDeclaration maxPool(int kernel, int stride) {
        return pool("MAX", kernel, stride);
    }

    /** A pool. */
    public static PoolDeclaration pool(String kind, int kernel, int stride) {
        return new PoolDeclaration(as(kind), written(kernel), written(stride), NOWHERE);
    }

    /** The shapes of a VGG. */
    public static ShapedNetwork shaped(VggDeclaration vgg) {
        return ShapeInference.infer(VggExpander.expand(vgg));
    }

    /** The shapes of a LeNet. */
    public static ShapedNetwork shaped(LeNetDeclaration leNet) {
        return ShapeInference.infer(LeNetExpander.expand(leNet));
    }

    /** An endless series of small networks whose windows fit, the same for the same seed. */
    public static Stream<ShapedNetwork> random(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> switch (random.nextInt(4)) {
                    case 0 -> shaped(randomVgg(random));
                    case 1 -> shaped(randomLeNet(random));
                    default -> ShapeInference.infer(RandomGraph.next(random));
                })
                .filter(network -> network.misfit().isEmpty());
    }

    private static VggDeclaration randomVgg(Random random) {
        int side = 1 << between(random, 2, 6);
        List<VggDeclaration.Block> blocks = Stream.generate(() -> randomBlock(random))
                .limit(between(random, 1, 5))
                .toList();
        List<HiddenDeclaration> hidden = Stream.generate(() -> new HiddenDeclaration(
                        written(between(random, 1, 600)), as(random.nextBoolean() ? 0 : random.nextDouble())))
                .limit(between(random, 0, 4))
                .toList();
        VggDeclaration vgg = vgg(
                images(between(random, 1, 3), side + between(random, 0, 5), side + between(random, 0, 5)),
                between(random, 2, 20),
                1,
                blocks,
                hidden);
        return withDropout(
                vgg,
                List.of("AFTER_ACTIVATION", "BEFORE_ACTIVATION", "BEFORE_LINEAR")
                        .get(random.nextInt(3)));
    }

    private static VggDeclaration.Block randomBlock(Random random) {
        int convs = between(random, 0, 3);
        int pointwise = between(random, convs == 0 ? 1 : 0, 2);
        VggDeclaration.Block block = block(convs, between(random, 1, 40), 2 * between(random, 0, 3) + 1, pointwise);
        return random.nextInt(4) == 0 ? normalized(block, lrn()) : block;
    }

    private static LeNetDeclaration randomLeNet(Random random) {
        return new LeNetDeclaration(
                images(between(random, 1, 3), between(random, 8, 60), between(random, 8, 60)),
                written(between(random, 2, 20)),
                loss("CROSS_ENTROPY"),
                randomConv(random),
                randomPool(random),
                randomConv(random),
                randomPool(random),
                as(Stream.generate(() -> written(between(random, 1, 300)))
                        .limit(between(random, 0, 4))
                        .toList()),
                as(random.nextBoolean() ? List.of() : List.of(batchNorm())),
                as(List.of("SIGMOID", "RELU", "TANH").get(random.nextInt(3))));
    }

    private static ConvolutionDeclaration randomConv(Random random) {
        return convolution(between(random, 1, 20), between(random, 1, 7), between(random, 1, 2), between(random, 0, 4));
    }

    private static PoolDeclaration randomPool(Random random) {
        return pool(random.nextBoolean() ? "MAX" : "AVERAGE", between(random, 1, 3), between(random, 1, 3));
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
