package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ActivationKind;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.stream.Stream;

/** The sizes at which kernels are tried: odd ones, remainders, rectangles and the smallest. */
final class KernelCases {
    private static final NormSettings UNUSUAL = new NormSettings(0.02, 0.3, RunningVariance.BIASED);

    /** One of each kind, and ELU with the number that is its default and another. */
    static final List<ActivationFunction> FUNCTIONS = Stream.concat(
                    Stream.of(ActivationKind.values())
                            .map(kind -> new ActivationFunction(kind, kind.isNumbered() ? 0.3 : 0)),
                    Stream.of(ActivationFunction.elu(1)))
            .toList();

    private static final Pool.GlobalForm GLOBAL_MAX = new Pool.GlobalForm(PoolKind.MAX);

    private KernelCases() {}

    /** Every kernel alone, and kernels in company. */
    static List<TestNetwork> all() {
        return Stream.of(alone(), besideOthers(), functionsBehindConvolutions(), together())
                .flatMap(networks -> networks)
                .toList();
    }

    /** Every kernel between layers, where some compute in place, and on images, where none may. */
    private static Stream<TestNetwork> alone() {
        return Stream.of(
                        convolutions(),
                        groupedConvolutions(),
                        wideDepthwiseConvolutions(),
                        dilatedConvolutions(),
                        pools(),
                        ceilPools(),
                        globalMaxima(),
                        adaptivePools(),
                        upsamplings(),
                        transposedConvolutions(),
                        localResponseNorms(),
                        channelShuffles(),
                        channelSplits(),
                        norms(),
                        layerNorms(),
                        groupNorms(),
                        layerScales(),
                        stochasticDepths(),
                        wideLayers(),
                        fewChannels(),
                        activations(),
                        linears(),
                        dropouts())
                .flatMap(List::stream)
                .flatMap(kernel ->
                        Stream.of(SingleKernelNetwork.innerLayer(kernel), SingleKernelNetwork.firstLayer(kernel)));
    }

    /** Every function behind convolutions of a padded block, of a narrow one and of full ones, and behind a norm taken in. */
    private static Stream<TestNetwork> functionsBehindConvolutions() {
        return FUNCTIONS.stream()
                .flatMap(function -> Stream.<TestNetwork>of(
                        SingleKernelNetwork.innerLayer(
                                TestedConvolution.of(Shape.image(3, 5, 7), 5, Window.square(3, 1, 1), function)),
                        SingleKernelNetwork.innerLayer(
                                TestedConvolution.of(Shape.image(20, 5, 3), 18, Window.square(3, 1, 1), function)),
                        SingleKernelNetwork.innerLayer(
                                TestedConvolution.of(Shape.image(16, 4, 5), 32, Window.square(1, 1, 0), function)),
                        new LayeredNetwork(new ConvolutionAndNorm(
                                TestedConvolution.of(
                                                Shape.image(16, 5, 4),
                                                16,
                                                Window.square(3, 1, 1),
                                                ActivationFunction.IDENTITY)
                                        .withoutBias(),
                                UNUSUAL,
                                function))));
    }

    /** Kernels that may overwrite their input or their output's gradient, where they may not; and one of each other kind. */
    private static Stream<TestNetwork> besideOthers() {
        Shape image = Shape.image(3, 5, 7);
        Stream<KernelUnderTest> others = Stream.of(
                TestedConvolution.of(image, 4, Window.square(3, 2, 1), ActivationFunction.RELU),
                TestedPool.floor(image, PoolKind.MAX, Window.square(3, 1, 1)),
                TestedPool.ceil(image, PoolKind.AVERAGE, Window.square(2, 2, 0)),
                TestedPool.ceil(image, PoolKind.AVERAGE_WITHOUT_PADDING, Window.square(3, 2, 1)),
                new TestedLayer(image, GLOBAL_MAX),
                adaptive(image, 2, 4),
                new TestedLayer(image, new Upsample.Form(2, 2, Interpolation.BILINEAR)),
                transposed(image, 4, Window.square(3, 2, 1), 1, 1, 1, true),
                new TestedLocalResponseNorm(image, 3, 0.5, 0.75, 2),
                new TestedChannelShuffle(Shape.image(6, 5, 7), 3),
                new TestedChannelSplit(Shape.image(6, 5, 7), 3, 1),
                TestedPartNorm.layer(Shape.image(6, 5, 7), 1e-3),
                TestedPartNorm.groups(Shape.image(6, 5, 7), 2, 1e-3),
                new TestedLayerScale(image, false),
                new TestedStochasticDepth(image, false, 0.5, 1),
                new TestedLinear(image, 5, Bias.TRAINED, ActivationFunction.TANH));
        Stream<TestNetwork> read = Stream.concat(others, inPlace().stream())
                .flatMap(kernel -> Stream.of(
                        SingleKernelNetwork.beforeAnotherReader(kernel),
                        SingleKernelNetwork.afterAnotherReader(kernel)));
        Stream<TestNetwork> behindSigmoids = Stream.of(inPlace(), dropouts())
                .flatMap(List::stream)
                .map(kernel -> SingleKernelNetwork.behind(ActivationFunction.SIGMOID, kernel));
        // A rectifier's backward reads its output, which yet a dropout may overwrite, but no other.
        Stream<TestNetwork> behindRectifiers = Stream.concat(
                        dropouts().stream(), Stream.of(TestedActivation.of(image, ActivationFunction.TANH)))
                .map(kernel -> SingleKernelNetwork.behind(ActivationFunction.RELU, kernel));
        return Stream.of(read, behindSigmoids, behindRectifiers).flatMap(networks -> networks);
    }

    /** Convolutions of 3x3 with stride 1, with and without a norm. */
    static Stream<TestNetwork> bySmallWinograd() {
        Shape image = Shape.image(32, 9, 10);
        ActivationFunction none = ActivationFunction.IDENTITY;
        return Stream.concat(
                Stream.of(
                                TestedConvolution.of(image, 32, Window.square(3, 1, 1), ActivationFunction.RELU),
                                TestedConvolution.of(image, 16, Window.square(3, 1, 0), ActivationFunction.TANH),
                                TestedConvolution.of(Shape.image(16, 5, 12), 48, Window.of(3, 3, 1, 1, 1, 0), none))
                        .map(SingleKernelNetwork::innerLayer),
                Stream.<Layers>of(new ConvolutionAndNorm(
                                TestedConvolution.of(image, 32, Window.square(3, 1, 1), none),
                                UNUSUAL,
                                ActivationFunction.RELU))
                        .map(LayeredNetwork::new));
    }

    /** Convolutions whose channels fill blocks, and of whose windows some reach past the image at every side. */
    static Stream<TestNetwork> ofPatches() {
        ActivationFunction none = ActivationFunction.IDENTITY;
        Stream<TestNetwork> single = Stream.of(
                        TestedConvolution.of(
                                Shape.image(32, 3, 3), 16, Window.square(3, 1, 1), ActivationFunction.RELU),
                        TestedConvolution.of(
                                Shape.image(16, 8, 6), 32, Window.square(3, 2, 1), ActivationFunction.TANH),
                        TestedConvolution.of(
                                Shape.image(16, 6, 4), 16, Window.square(2, 2, 0), ActivationFunction.SILU),
                        TestedConvolution.of(Shape.image(16, 4, 5), 16, Window.square(5, 1, 2), none)
                                .withoutBias(),
                        TestedConvolution.of(
                                Shape.image(16, 1, 1), 32, Window.square(3, 1, 1), ActivationFunction.SIGMOID),
                        TestedConvolution.of(
                                Shape.image(16, 7, 8),
                                16,
                                Window.square(3, 1, 2).dilated(2, 2),
                                ActivationFunction.HARD_SWISH),
                        TestedConvolution.of(Shape.image(48, 6, 9), 16, Window.of(3, 2, 2, 3, 2, 1), none))
                .map(SingleKernelNetwork::innerLayer);
        Stream<TestNetwork> inCompany = Stream.<Layers>of(
                        pooled(
                                Shape.image(16, 6, 6),
                                32,
                                ActivationFunction.TANH,
                                PoolKind.MAX,
                                Window.square(2, 2, 0)),
                        new ConvolutionAndNorm(
                                TestedConvolution.of(Shape.image(32, 3, 3), 48, Window.square(3, 1, 1), none),
                                UNUSUAL,
                                ActivationFunction.RELU),
                        new ConvolutionAndNorm(
                                TestedConvolution.of(Shape.image(16, 6, 6), 32, Window.square(3, 2, 1), none)
                                        .withoutBias(),
                                NormSettings.DEFAULT,
                                none))
                .map(LayeredNetwork::new);
        return Stream.concat(single, inCompany);
    }

    /** Convolutions that can be computed in tiles: full blocks of channels and others, borders of every width, every way a function follows. */
    static Stream<TestNetwork> inTiles() {
        Shape image = Shape.image(16, 12, 11);
        ActivationFunction none = ActivationFunction.IDENTITY;
        Stream<TestNetwork> single = Stream.of(
                        TestedConvolution.of(image, 32, Window.square(3, 1, 1), ActivationFunction.RELU),
                        TestedConvolution.of(
                                Shape.image(20, 9, 7), 18, Window.square(3, 1, 0), ActivationFunction.TANH),
                        TestedConvolution.of(
                                Shape.image(20, 8, 7), 18, Window.square(3, 1, 1), ActivationFunction.SILU),
                        TestedConvolution.of(
                                Shape.image(24, 7, 9), 17, Window.square(3, 1, 2), ActivationFunction.SIGMOID),
                        TestedConvolution.of(
                                Shape.image(16, 9, 8), 16, Window.square(5, 1, 2), ActivationFunction.RELU),
                        TestedConvolution.of(Shape.image(19, 9, 10), 40, Window.square(5, 1, 0), none),
                        TestedConvolution.of(Shape.image(16, 5, 21), 16, Window.of(3, 3, 1, 1, 0, 1), none)
                                .withoutBias())
                .map(SingleKernelNetwork::innerLayer);
        Stream<TestNetwork> inCompany = Stream.<Layers>of(
                        pooled(image, 24, ActivationFunction.TANH, PoolKind.MAX, Window.square(3, 2, 1)),
                        pooled(image, 16, ActivationFunction.RELU, PoolKind.MAX, Window.square(2, 2, 0)),
                        new ConvolutionAndNorm(
                                TestedConvolution.of(image, 24, Window.square(3, 1, 1), none),
                                UNUSUAL,
                                ActivationFunction.RELU),
                        new ConvolutionAndNorm(
                                TestedConvolution.of(image, 16, Window.square(3, 1, 1), none)
                                        .withoutBias(),
                                NormSettings.DEFAULT,
                                none))
                .map(LayeredNetwork::new);
        return Stream.concat(single, inCompany);
    }

    private static List<Layers> normsOfRows(Shape images) {
        return FUNCTIONS.stream()
                .<Layers>map(function -> new NormedLinear(images, 7, UNUSUAL, function))
                .toList();
    }

    private static Stream<TestNetwork> together() {
        Shape odd = Shape.image(2, 7, 5);
        Shape image = Shape.image(3, 6, 7);
        return Stream.of(
                        convolutionsAndNorms(),
                        slices(),
                        normsOfRows(image),
                        List.of(
                                new JoinsWithItself(odd, 3),
                                new JoinsWithItself(image, 16),
                                new Branches(odd, PoolKind.MAX),
                                new Branches(image, PoolKind.AVERAGE),
                                new Branches(image, PoolKind.AVERAGE_WITHOUT_PADDING),
                                new ResidualBlocks(image, NormSettings.DEFAULT, ActivationFunction.RELU),
                                new ResidualBlocks(odd, UNUSUAL, ActivationFunction.IDENTITY),
                                new ResidualBlocks(odd, UNUSUAL, ActivationFunction.TANH),
                                new ResidualBlocks(odd, UNUSUAL, ActivationFunction.HARD_SIGMOID),
                                new ResidualBlocks(image, UNUSUAL, ActivationFunction.leakyRelu(0.1)),
                                new ResidualBlocks(image, UNUSUAL, ActivationFunction.elu(0.5)),
                                new ResidualBlocks(image, UNUSUAL, ActivationFunction.RELU6),
                                new ResidualBlocks(image, 16, 13, UNUSUAL, ActivationFunction.SILU),
                                new TermsInARow(odd, 13, UNUSUAL, ActivationFunction.RELU),
                                new KeptTerms(image),
                                new DenseChain(odd, 3, 2, 3, NormSettings.DEFAULT),
                                new DenseChain(image, 2, 3, 2, UNUSUAL),
                                new DenseChain(odd, 1, 1, 1, UNUSUAL),
                                new DenseChain(odd, 16, 16, 2, UNUSUAL),
                                // More than a block of 8 channels, and more than one of 16, which aren't whole ones.
                                new DenseChain(odd, 16, 12, 1, UNUSUAL),
                                new DenseChain(odd, 16, 24, 1, UNUSUAL),
                                pooled(image, 5, ActivationFunction.SIGMOID, PoolKind.MAX, Window.square(2, 2, 0)),
                                pooled(image, 16, ActivationFunction.TANH, PoolKind.MAX, Window.square(3, 2, 1)),
                                pooled(odd, 6, ActivationFunction.SIGMOID, PoolKind.AVERAGE, Window.square(2, 1, 0)),
                                pooled(image, 8, ActivationFunction.RELU, PoolKind.MAX, Window.square(3, 2, 1)),
                                pooled(image, 5, ActivationFunction.SILU, PoolKind.MAX, Window.square(2, 2, 0)),
                                pooled(odd, 16, ActivationFunction.HARD_SWISH, PoolKind.MAX, Window.square(3, 2, 1)),
                                pooled(odd, 5, ActivationFunction.elu(1), PoolKind.MAX, Window.square(2, 2, 0)),
                                pooled(image, 6, ActivationFunction.HARD_SIGMOID, PoolKind.MAX, Window.square(2, 2, 0)),
                                pooled(
                                        image,
                                        5,
                                        ActivationFunction.leakyRelu(0.1),
                                        PoolKind.MAX,
                                        Window.square(2, 2, 0)),
                                pooled(image, 3, ActivationFunction.RELU, PoolKind.AVERAGE, Window.square(4, 3, 0)),
                                new Rereading(odd),
                                new Splits(odd, 3),
                                new Splits(image, 8),
                                new Splits(odd, 16),
                                new Splits(image, 12),
                                new FlattenedGate(image),
                                new FlattenedGate(Shape.image(1, 3, 16)),
                                new Gates(odd, 5, ActivationFunction.RELU),
                                new Gates(image, 16, ActivationFunction.SILU),
                                new Gates(image, 8, ActivationFunction.IDENTITY),
                                new Gates(odd, 24, ActivationFunction.TANH),
                                new Products(odd, 5, ActivationFunction.RELU),
                                new Products(image, 16, ActivationFunction.HARD_SWISH),
                                new Products(image, 8, ActivationFunction.TANH),
                                new DroppedNorm(image),
                                new AuxiliaryHead(odd, 0.3),
                                new AuxiliaryHead(image, 1.5)))
                .flatMap(List::stream)
                .map(LayeredNetwork::new);
    }

    private static Layers pooled(
            Shape images, int channels, ActivationFunction function, PoolKind kind, Window window) {
        TestedConvolution convolution = TestedConvolution.of(images, channels, Window.square(3, 1, 1), function);
        return new PoolOfConvolution(convolution, TestedPool.ceil(convolution.output(), kind, window));
    }

    private static List<KernelUnderTest> convolutions() {
        return List.of(
                TestedConvolution.of(Shape.image(3, 5, 7), 4, Window.square(3, 1, 1), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(2, 6, 6), 5, Window.square(5, 1, 2), ActivationFunction.SIGMOID),
                TestedConvolution.of(Shape.image(3, 7, 5), 2, Window.of(3, 2, 2, 1, 1, 0), ActivationFunction.TANH),
                TestedConvolution.of(Shape.image(5, 4, 4), 3, Window.square(1, 1, 0), ActivationFunction.IDENTITY),
                TestedConvolution.of(Shape.image(2, 8, 6), 3, Window.square(3, 2, 0), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(1, 19, 21), 4, Window.square(11, 4, 2), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(2, 4, 5), 3, Window.of(4, 5, 1, 1, 0, 0), ActivationFunction.IDENTITY),
                TestedConvolution.of(Shape.image(1, 1, 1), 1, Window.square(3, 1, 1), ActivationFunction.SIGMOID),
                TestedConvolution.of(Shape.image(1, 6, 8), 1, Window.of(1, 2, 1, 1, 0, 0), ActivationFunction.IDENTITY)
                        .withoutBias(),
                TestedConvolution.of(Shape.image(1, 8, 8), 1, Window.of(3, 5, 1, 1, 0, 1), ActivationFunction.IDENTITY)
                        .withoutBias(),
                TestedConvolution.of(Shape.image(3, 7, 5), 4, Window.of(3, 2, 2, 3, 1, 1), ActivationFunction.RELU)
                        .withoutBias());
    }

    /** Of stems and of windows wider than 7: a kernel set may pad by hand, or compute a gradient over pixels or patches. */
    private static List<KernelUnderTest> fewChannels() {
        return List.of(
                TestedConvolution.of(Shape.image(1, 15, 13), 6, Window.square(5, 1, 2), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(1, 17, 19), 16, Window.square(7, 2, 3), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(3, 17, 12), 16, Window.square(7, 2, 3), ActivationFunction.TANH),
                TestedConvolution.of(Shape.image(1, 22, 25), 16, Window.square(11, 4, 1), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(4, 9, 8), 16, Window.square(3, 1, 1), ActivationFunction.IDENTITY),
                TestedConvolution.of(Shape.image(6, 9, 9), 16, Window.square(5, 1, 0), ActivationFunction.SIGMOID),
                TestedConvolution.of(Shape.image(16, 10, 9), 1, Window.square(3, 1, 1), ActivationFunction.IDENTITY),
                TestedConvolution.of(
                        Shape.image(16, 11, 10), 8, Window.of(9, 10, 2, 1, 4, 5), ActivationFunction.RELU));
    }

    /** As wide as a block of channels, or a little wider: there a kernel set may have code of its own, such as Winograd's. */
    private static List<KernelUnderTest> wideLayers() {
        return List.of(
                TestedConvolution.of(Shape.image(16, 12, 11), 32, Window.square(3, 1, 1), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(20, 9, 7), 18, Window.square(3, 1, 0), ActivationFunction.TANH),
                TestedConvolution.of(Shape.image(20, 8, 7), 20, Window.square(3, 1, 1), ActivationFunction.TANH),
                TestedConvolution.of(Shape.image(20, 8, 7), 18, Window.square(3, 1, 1), ActivationFunction.SILU),
                TestedConvolution.of(Shape.image(16, 9, 8), 33, Window.square(1, 1, 0), ActivationFunction.HARD_SWISH),
                TestedConvolution.of(Shape.image(17, 6, 5), 33, Window.square(1, 1, 0), ActivationFunction.SIGMOID),
                TestedConvolution.of(Shape.image(16, 9, 8), 16, Window.square(5, 1, 2), ActivationFunction.RELU),
                TestedConvolution.of(Shape.image(18, 8, 9), 16, Window.square(3, 2, 1), ActivationFunction.IDENTITY)
                        .withoutBias(),
                TestedPool.floor(Shape.image(20, 8, 7), PoolKind.MAX, Window.square(3, 2, 1)),
                TestedPool.ceil(Shape.image(17, 7, 8), PoolKind.AVERAGE, Window.square(3, 2, 0)),
                TestedPool.ceil(Shape.image(17, 7, 8), PoolKind.AVERAGE_WITHOUT_PADDING, Window.square(3, 2, 1)),
                new TestedLocalResponseNorm(Shape.image(16, 4, 5), 5, 0.5, 0.75, 2),
                new TestedChannelShuffle(Shape.image(32, 4, 5), 4),
                new TestedChannelShuffle(Shape.image(20, 5, 3), 5),
                TestedNorm.of(Shape.image(20, 5, 4), UNUSUAL, ActivationFunction.RELU),
                TestedNorm.of(Shape.image(18, 3, 4), NormSettings.DEFAULT, ActivationFunction.SIGMOID),
                TestedNorm.of(Shape.image(18, 3, 4), NormSettings.DEFAULT, ActivationFunction.HARD_SIGMOID),
                TestedActivation.of(Shape.image(17, 4, 5), ActivationFunction.SIGMOID),
                TestedActivation.of(Shape.image(17, 4, 5), ActivationFunction.HARD_SIGMOID),
                TestedActivation.of(Shape.image(18, 3, 5), ActivationFunction.GELU),
                TestedActivation.of(Shape.image(17, 5, 3), ActivationFunction.MISH));
    }

    private static List<KernelUnderTest> groupedConvolutions() {
        return List.of(
                TestedConvolution.of(Shape.image(4, 5, 7), 6, Window.square(3, 1, 1), ActivationFunction.RELU)
                        .inGroups(2),
                TestedConvolution.of(Shape.image(6, 7, 4), 3, Window.of(2, 3, 2, 1, 0, 1), ActivationFunction.TANH)
                        .inGroups(3)
                        .withoutBias(),
                TestedConvolution.of(Shape.image(3, 6, 5), 3, Window.square(3, 1, 1), ActivationFunction.RELU)
                        .inGroups(3),
                TestedConvolution.of(Shape.image(3, 5, 6), 6, Window.square(3, 2, 1), ActivationFunction.SIGMOID)
                        .inGroups(3)
                        .withoutBias(),
                TestedConvolution.of(
                                Shape.image(4, 9, 8),
                                4,
                                Window.of(3, 2, 1, 2, 2, 1).dilated(2, 3),
                                ActivationFunction.RELU)
                        .inGroups(2));
    }

    /** Windows of more than 3 columns: strides, dilation, sides that differ, rows that no window reads, and windows larger than the map. */
    private static List<KernelUnderTest> wideDepthwiseConvolutions() {
        return List.of(
                depthwise(Shape.image(3, 9, 8), Window.square(5, 1, 2), ActivationFunction.RELU),
                depthwise(Shape.image(17, 12, 11), Window.square(5, 2, 2), ActivationFunction.HARD_SWISH)
                        .withoutBias(),
                depthwise(Shape.image(16, 7, 6), Window.square(7, 1, 3), ActivationFunction.IDENTITY),
                depthwise(Shape.image(20, 9, 10), Window.of(4, 5, 1, 2, 1, 2), ActivationFunction.TANH),
                depthwise(Shape.image(5, 13, 12), Window.of(3, 4, 2, 1, 2, 3).dilated(1, 2), ActivationFunction.SILU),
                depthwise(Shape.image(4, 12, 11), Window.square(4, 3, 0), ActivationFunction.RELU),
                depthwise(Shape.image(6, 3, 2), Window.square(5, 1, 2), ActivationFunction.RELU),
                depthwise(Shape.image(8, 1, 1), Window.square(5, 1, 2), ActivationFunction.RELU));
    }

    private static TestedConvolution depthwise(Shape image, Window window, ActivationFunction function) {
        return TestedConvolution.of(image, image.channels(), window, function).inGroups(image.channels());
    }

    private static List<KernelUnderTest> dilatedConvolutions() {
        return List.of(
                TestedConvolution.of(
                        Shape.image(2, 9, 8), 3, Window.square(3, 1, 2).dilated(2, 2), ActivationFunction.RELU),
                TestedConvolution.of(
                        Shape.image(3, 10, 7),
                        2,
                        Window.of(3, 2, 2, 1, 1, 0).dilated(3, 2),
                        ActivationFunction.SIGMOID),
                TestedConvolution.of(
                        Shape.image(1, 7, 9),
                        4,
                        Window.of(2, 3, 1, 2, 0, 3).dilated(1, 3),
                        ActivationFunction.IDENTITY),
                TestedConvolution.of(
                                Shape.image(2, 5, 5), 3, Window.square(3, 3, 0).dilated(2, 2), ActivationFunction.TANH)
                        .withoutBias());
    }

    private static List<KernelUnderTest> pools() {
        List<Window> windows = List.of(
                Window.square(2, 2, 0),
                Window.square(3, 2, 0),
                Window.square(3, 1, 1),
                Window.square(2, 3, 0),
                Window.of(2, 3, 1, 2, 1, 0),
                Window.of(7, 5, 1, 1, 0, 0),
                Window.square(1, 1, 0));
        return Stream.of(PoolKind.values())
                .flatMap(kind -> windows.stream()
                        .<KernelUnderTest>map(window -> TestedPool.floor(Shape.image(3, 7, 5), kind, window)))
                .toList();
    }

    /** Clipped by one row or more, in rows alone, with padding on both sides, and where the last window is dropped. */
    private static List<KernelUnderTest> ceilPools() {
        return Stream.of(PoolKind.values())
                .flatMap(kind -> Stream.<KernelUnderTest>of(
                        TestedPool.ceil(Shape.image(3, 7, 5), kind, Window.square(2, 2, 0)),
                        TestedPool.ceil(Shape.image(2, 8, 6), kind, Window.square(3, 2, 0)),
                        TestedPool.ceil(Shape.image(2, 6, 9), kind, Window.square(5, 4, 0)),
                        TestedPool.ceil(Shape.image(3, 6, 8), kind, Window.square(3, 2, 1)),
                        TestedPool.ceil(Shape.image(3, 7, 8), kind, Window.of(3, 2, 2, 3, 1, 0)),
                        TestedPool.ceil(Shape.image(2, 8, 7), kind, Window.of(4, 5, 3, 3, 1, 2)),
                        TestedPool.ceil(Shape.image(2, 5, 7), kind, Window.of(3, 2, 3, 3, 1, 1)),
                        TestedPool.ceil(Shape.image(1, 4, 5), kind, Window.square(1, 2, 0))))
                .toList();
    }

    /** Of one pixel, of an odd map, of a full block, and of more places than a byte numbers. */
    private static List<KernelUnderTest> globalMaxima() {
        return List.of(
                new TestedLayer(Shape.image(3, 1, 1), GLOBAL_MAX),
                new TestedLayer(Shape.image(5, 7, 5), GLOBAL_MAX),
                new TestedLayer(Shape.image(16, 4, 3), GLOBAL_MAX),
                new TestedLayer(Shape.image(2, 17, 19), GLOBAL_MAX));
    }

    /** With windows of one size and of several, overlapping, larger than the image, of one pixel, and of one mean. */
    private static List<KernelUnderTest> adaptivePools() {
        return List.of(
                adaptive(Shape.image(3, 8, 6), 4, 3),
                adaptive(Shape.image(3, 7, 5), 3, 2),
                adaptive(Shape.image(2, 5, 9), 4, 7),
                adaptive(Shape.image(2, 3, 4), 5, 6),
                adaptive(Shape.image(3, 6, 5), 6, 2),
                adaptive(Shape.image(3, 5, 5), 5, 5),
                adaptive(Shape.image(17, 7, 6), 2, 4),
                adaptive(Shape.image(16, 9, 7), 1, 1),
                adaptive(Shape.image(2, 1, 7), 1, 3));
    }

    private static KernelUnderTest adaptive(Shape input, int rows, int columns) {
        return new TestedLayer(input, new AdaptiveAveragePool.Form(rows, columns));
    }

    /** By one factor and by two, to sizes of no factor, to smaller ones, of one pixel and to one, and of full blocks. */
    private static List<KernelUnderTest> upsamplings() {
        return Stream.of(Interpolation.values())
                .flatMap(mode -> Stream.<KernelUnderTest>of(
                        new TestedLayer(Shape.image(3, 4, 3), new Upsample.Form(2, 2, mode)),
                        new TestedLayer(Shape.image(2, 3, 5), new Upsample.Form(3, 1, mode)),
                        new TestedLayer(Shape.image(17, 3, 4), new Upsample.Form(2, 4, mode)),
                        new TestedLayer(Shape.image(16, 2, 3), new Upsample.Form(4, 2, mode)),
                        new TestedLayer(Shape.image(3, 4, 5), new Upsample.SizeForm(7, 6, mode)),
                        new TestedLayer(Shape.image(16, 7, 6), new Upsample.SizeForm(3, 4, mode)),
                        new TestedLayer(Shape.image(2, 1, 5), new Upsample.SizeForm(4, 1, mode)),
                        new TestedLayer(Shape.image(2, 3, 3), new Upsample.SizeForm(3, 3, mode))))
                .toList();
    }

    /**
     * With strides that the kernel covers and others, padding, output padding, groups and dilation, of few channels and of
     * full blocks, and back from and to one pixel.
     */
    private static List<KernelUnderTest> transposedConvolutions() {
        return List.of(
                transposed(Shape.image(3, 4, 5), 4, Window.square(2, 2, 0), 0, 0, 1, true),
                transposed(Shape.image(2, 5, 4), 3, Window.square(3, 2, 1), 1, 1, 1, true),
                transposed(Shape.image(3, 4, 3), 2, Window.of(3, 4, 1, 3, 1, 0), 0, 2, 1, false),
                transposed(Shape.image(4, 3, 5), 6, Window.of(2, 3, 3, 2, 0, 1), 2, 0, 2, true),
                transposed(Shape.image(4, 4, 3), 4, Window.square(3, 2, 1), 1, 0, 4, false),
                transposed(Shape.image(3, 3, 4), 5, Window.square(3, 2, 2).dilated(2, 1), 1, 1, 1, true),
                transposed(Shape.image(2, 1, 1), 3, Window.of(3, 2, 1, 1, 0, 0), 0, 0, 1, true),
                transposed(Shape.image(2, 3, 3), 1, Window.square(3, 1, 2), 0, 0, 1, true),
                transposed(Shape.image(5, 4, 3), 1, Window.square(2, 2, 0), 0, 0, 1, true),
                transposed(Shape.image(16, 4, 5), 32, Window.square(2, 2, 0), 0, 0, 1, true),
                transposed(Shape.image(17, 3, 4), 18, Window.square(3, 2, 1), 1, 1, 1, true),
                transposed(Shape.image(32, 4, 3), 16, Window.square(4, 2, 1), 0, 0, 2, false),
                transposed(Shape.image(1, 30, 31), 2, Window.square(2, 2, 0), 0, 0, 1, true));
    }

    private static KernelUnderTest transposed(
            Shape input, int channels, Window window, int moreRows, int moreColumns, int groups, boolean hasBias) {
        return new TestedLayer(
                input, new TransposedConvolution.Form(channels, window, moreRows, moreColumns, groups, hasBias));
    }

    private static List<KernelUnderTest> localResponseNorms() {
        return Stream.of(1, 3, 5)
                .flatMap(size -> Stream.<KernelUnderTest>of(
                        new TestedLocalResponseNorm(Shape.image(7, 3, 4), size, 0.5, 0.75, 2),
                        new TestedLocalResponseNorm(Shape.image(2, 5, 3), size, 0.9, 0.5, 1),
                        new TestedLocalResponseNorm(Shape.image(6, 2, 2), size, 1e-4, 0.75, 2)))
                .toList();
    }

    /** Of two groups and of more, of one channel in each, of one group, and of full blocks. */
    private static List<KernelUnderTest> channelShuffles() {
        return List.of(
                new TestedChannelShuffle(Shape.image(6, 5, 7), 2),
                new TestedChannelShuffle(Shape.image(6, 3, 5), 3),
                new TestedChannelShuffle(Shape.image(5, 3, 3), 5),
                new TestedChannelShuffle(Shape.image(7, 2, 3), 1),
                new TestedChannelShuffle(Shape.image(16, 5, 3), 2),
                new TestedChannelShuffle(Shape.image(24, 3, 5), 3),
                new TestedChannelShuffle(Shape.image(48, 1, 1), 6));
    }

    /** First, inner and last parts, of whole blocks and of others, of one channel and of all. */
    private static List<KernelUnderTest> channelSplits() {
        return List.of(
                new TestedChannelSplit(Shape.image(6, 5, 7), 2, 0),
                new TestedChannelSplit(Shape.image(6, 3, 5), 3, 1),
                new TestedChannelSplit(Shape.image(5, 3, 3), 5, 4),
                new TestedChannelSplit(Shape.image(7, 2, 3), 1, 0),
                new TestedChannelSplit(Shape.image(16, 5, 3), 2, 1),
                new TestedChannelSplit(Shape.image(32, 3, 5), 2, 0),
                new TestedChannelSplit(Shape.image(48, 5, 3), 3, 1),
                new TestedChannelSplit(Shape.image(48, 4, 3), 2, 1),
                new TestedChannelSplit(Shape.image(32, 1, 1), 4, 3));
    }

    private static List<KernelUnderTest> norms() {
        Shape image = Shape.image(3, 5, 7);
        Shape small = Shape.image(2, 3, 1);
        Shape vector = Shape.features(7);
        NormSettings forgetful = new NormSettings(1e-3, 1, RunningVariance.UNBIASED);
        NormSettings still = new NormSettings(0.1, 0, RunningVariance.BIASED);
        return List.of(
                TestedNorm.of(image, NormSettings.DEFAULT, ActivationFunction.IDENTITY),
                TestedNorm.of(image, UNUSUAL, ActivationFunction.RELU),
                TestedNorm.of(small, UNUSUAL, ActivationFunction.SIGMOID),
                TestedNorm.of(Shape.image(1, 2, 2), forgetful, ActivationFunction.TANH),
                TestedNorm.of(vector, UNUSUAL, ActivationFunction.IDENTITY),
                TestedNorm.of(vector, forgetful, ActivationFunction.RELU),
                TestedNorm.flattening(image, still, ActivationFunction.SIGMOID));
    }

    /** Of few channels, of full blocks of 8 and 16 and of others, of one pixel, of vectors, and of images that become vectors. */
    private static List<KernelUnderTest> layerNorms() {
        return List.of(
                TestedPartNorm.layer(Shape.image(3, 5, 7), 1e-3),
                TestedPartNorm.layer(Shape.image(7, 3, 3), 0.1),
                TestedPartNorm.layer(Shape.image(8, 5, 3), 1e-5),
                TestedPartNorm.layer(Shape.image(16, 5, 7), 1e-5),
                TestedPartNorm.layer(Shape.image(20, 3, 5), 1e-5),
                TestedPartNorm.layer(Shape.image(48, 1, 1), 1e-6),
                TestedPartNorm.layer(Shape.features(7), 1e-3),
                TestedPartNorm.layer(Shape.features(32), 1e-5),
                TestedPartNorm.layer(Shape.image(16, 3, 2), 1e-5).flattening(),
                TestedPartNorm.layer(Shape.image(3, 5, 7), 1e-5).flattening());
    }

    /** Of one group and of more, of parts of a block of channels, of several blocks, across blocks, and of one channel in each. */
    private static List<KernelUnderTest> groupNorms() {
        return List.of(
                TestedPartNorm.groups(Shape.image(6, 5, 7), 2, 1e-3),
                TestedPartNorm.groups(Shape.image(6, 5, 3), 1, 1e-5),
                TestedPartNorm.groups(Shape.image(5, 3, 5), 5, 1e-3),
                TestedPartNorm.groups(Shape.image(16, 5, 3), 4, 1e-5),
                TestedPartNorm.groups(Shape.image(48, 3, 5), 3, 1e-5),
                TestedPartNorm.groups(Shape.image(48, 5, 3), 2, 1e-5),
                TestedPartNorm.groups(Shape.image(20, 3, 5), 5, 0.1),
                TestedPartNorm.groups(Shape.features(12), 3, 1e-3),
                TestedPartNorm.groups(Shape.image(16, 3, 2), 4, 1e-5).flattening());
    }

    private static List<KernelUnderTest> layerScales() {
        return List.of(
                new TestedLayerScale(Shape.image(3, 5, 7), false),
                new TestedLayerScale(Shape.image(16, 5, 3), false),
                new TestedLayerScale(Shape.image(20, 3, 5), false),
                new TestedLayerScale(Shape.features(7), false),
                new TestedLayerScale(Shape.image(4, 3, 5), true));
    }

    private static List<KernelUnderTest> stochasticDepths() {
        Shape image = Shape.image(4, 3, 5);
        return List.of(
                new TestedStochasticDepth(image, false, 0.5, 0),
                new TestedStochasticDepth(image, false, 0.3, 2),
                new TestedStochasticDepth(Shape.image(20, 5, 3), false, 0.4, 1),
                new TestedStochasticDepth(image, true, 0.4, 0),
                new TestedStochasticDepth(Shape.features(40), false, 0.5, 1),
                new TestedStochasticDepth(Shape.features(6), false, 0, 0));
    }

    private static List<KernelUnderTest> activations() {
        Shape image = Shape.image(3, 5, 3);
        return FUNCTIONS.stream()
                .flatMap(function -> Stream.<KernelUnderTest>of(
                        TestedActivation.of(image, function),
                        TestedActivation.of(Shape.features(7), function),
                        TestedActivation.flattening(image, function)))
                .toList();
    }

    /** Of each kind that may compute in place, or have its gradient in place, with every function. */
    private static List<KernelUnderTest> inPlace() {
        Shape image = Shape.image(3, 5, 7);
        Shape vector = Shape.features(7);
        return FUNCTIONS.stream()
                .flatMap(function -> Stream.<KernelUnderTest>of(
                        TestedNorm.of(image, UNUSUAL, function),
                        TestedNorm.of(vector, NormSettings.DEFAULT, function),
                        TestedActivation.of(image, function)))
                .toList();
    }

    private static List<KernelUnderTest> linears() {
        return FUNCTIONS.stream()
                .flatMap(function -> Stream.<KernelUnderTest>of(
                        new TestedLinear(Shape.image(3, 2, 4), 6, Bias.TRAINED, function),
                        new TestedLinear(Shape.image(2, 3, 3), 5, Bias.NONE, function),
                        new TestedLinear(Shape.features(7), 5, Bias.TRAINED, function),
                        new TestedLinear(Shape.features(1), 1, Bias.TRAINED, function),
                        new TestedLinear(Shape.features(32), 48, Bias.TRAINED, function)))
                .toList();
    }

    private static List<KernelUnderTest> dropouts() {
        Shape image = Shape.image(4, 3, 5);
        return List.of(
                new TestedDropout(image, false, 0.5, 0),
                new TestedDropout(image, false, 0.3, 2),
                new TestedDropout(image, true, 0.4, 0),
                new TestedDropout(image, true, 0.2, 1),
                new TestedDropout(Shape.features(40), false, 0.5, 1),
                new TestedDropout(Shape.features(6), false, 0, 0));
    }

    private static List<InSlices> slices() {
        Shape image = Shape.image(4, 7, 5);
        Shape vector = Shape.features(7);
        TestedConvolution convolution = TestedConvolution.of(image, 2, Window.square(3, 2, 1), ActivationFunction.RELU);
        return Stream.<KernelUnderTest>of(
                        convolution,
                        convolution.inGroups(2).withoutBias(),
                        TestedConvolution.of(
                                image, 3, Window.of(3, 2, 1, 1, 1, 0).dilated(2, 1), ActivationFunction.TANH),
                        TestedConvolution.of(image, 3, Window.square(1, 1, 0), ActivationFunction.SIGMOID),
                        TestedPool.floor(image, PoolKind.MAX, Window.square(3, 1, 1)),
                        TestedPool.floor(image, PoolKind.AVERAGE, Window.square(2, 2, 0)),
                        TestedPool.floor(image, PoolKind.AVERAGE, Window.of(7, 5, 1, 1, 0, 0)),
                        TestedPool.ceil(image, PoolKind.MAX, Window.square(2, 2, 0)),
                        TestedPool.ceil(image, PoolKind.AVERAGE, Window.of(4, 2, 2, 2, 1, 0)),
                        TestedPool.ceil(image, PoolKind.AVERAGE_WITHOUT_PADDING, Window.of(3, 2, 2, 2, 1, 1)),
                        new TestedLayer(image, GLOBAL_MAX),
                        new TestedLayer(image, new AdaptiveAveragePool.Form(3, 2)),
                        new TestedLayer(image, new Upsample.Form(2, 1, Interpolation.NEAREST)),
                        new TestedLayer(image, new Upsample.SizeForm(5, 8, Interpolation.BILINEAR_BETWEEN_CORNERS)),
                        transposed(image, 6, Window.square(3, 2, 1), 0, 1, 2, true),
                        new TestedLocalResponseNorm(image, 3, 0.5, 0.75, 2),
                        new TestedChannelShuffle(image, 2),
                        new TestedChannelSplit(image, 2, 1),
                        TestedNorm.of(image, UNUSUAL, ActivationFunction.RELU),
                        TestedNorm.of(vector, UNUSUAL, ActivationFunction.IDENTITY),
                        TestedActivation.of(image, ActivationFunction.SIGMOID),
                        TestedActivation.flattening(image, ActivationFunction.TANH),
                        new TestedLinear(image, 5, Bias.TRAINED, ActivationFunction.TANH),
                        new TestedLinear(vector, 3, Bias.NONE, ActivationFunction.IDENTITY),
                        TestedPartNorm.layer(image, 1e-3),
                        TestedPartNorm.layer(vector, 0.1),
                        TestedPartNorm.groups(image, 2, 1e-3),
                        new TestedLayerScale(image, false),
                        new TestedStochasticDepth(image, false, 0.5, 0),
                        new TestedDropout(image, false, 0.4, 1))
                .map(InSlices::new)
                .toList();
    }

    private static List<ConvolutionAndNorm> convolutionsAndNorms() {
        Shape image = Shape.image(4, 7, 5);
        ActivationFunction none = ActivationFunction.IDENTITY;
        TestedConvolution padded =
                TestedConvolution.of(image, 6, Window.square(3, 1, 1), none).withoutBias();
        return List.of(
                new ConvolutionAndNorm(padded, NormSettings.DEFAULT, ActivationFunction.RELU),
                new ConvolutionAndNorm(padded.inGroups(2), UNUSUAL, ActivationFunction.SIGMOID),
                new ConvolutionAndNorm(
                        TestedConvolution.of(
                                        image, 3, Window.of(3, 2, 2, 1, 0, 1).dilated(2, 1), none)
                                .withoutBias(),
                        UNUSUAL,
                        none));
    }
}
