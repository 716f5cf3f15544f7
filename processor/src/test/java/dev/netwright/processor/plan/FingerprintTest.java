package dev.netwright.processor.plan;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.blocks;
import static dev.netwright.processor.network.SampleNetworks.convolution;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.lrn;
import static dev.netwright.processor.network.SampleNetworks.normalized;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static dev.netwright.processor.network.SampleNetworks.withDropout;
import static dev.netwright.processor.network.SampleNetworks.withLoss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Linear;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.HiddenDeclaration;
import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.declaration.LeNetDeclaration;
import dev.netwright.processor.declaration.PoolDeclaration;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each spec here differs from the first in one attribute. */
final class FingerprintTest {
    private static final Window WINDOW = Window.square(3, 2, 1);
    private static final InputDeclaration INPUT = images(3, 32, 32);
    private static final List<VggDeclaration.Block> BLOCKS = List.of(normalized(block(1, 8, 3, 1), lrn()));
    private static final List<HiddenDeclaration> HIDDEN = hidden(0.5, 64);

    private static Stream<ShapedNetwork> vggs() {
        VggDeclaration first = vgg(INPUT, 10, 1, BLOCKS, HIDDEN);
        return Stream.of(
                        first,
                        vgg(images(1, 32, 32), 10, 1, BLOCKS, HIDDEN),
                        vgg(images(3, 33, 32), 10, 1, BLOCKS, HIDDEN),
                        vgg(images(3, 32, 33), 10, 1, BLOCKS, HIDDEN),
                        vgg(INPUT, 11, 1, BLOCKS, HIDDEN),
                        vgg(INPUT, 10, 2, BLOCKS, HIDDEN),
                        vgg(INPUT, 10, 1, List.of(BLOCKS.get(0), block(1, 8, 3, 0)), HIDDEN),
                        vgg(INPUT, 10, 1, List.of(normalized(block(2, 8, 3, 1), lrn())), HIDDEN),
                        vgg(INPUT, 10, 1, List.of(normalized(block(1, 9, 3, 1), lrn())), HIDDEN),
                        vgg(INPUT, 10, 1, List.of(normalized(block(1, 8, 5, 1), lrn())), HIDDEN),
                        vgg(INPUT, 10, 1, List.of(normalized(block(1, 8, 3, 2), lrn())), HIDDEN),
                        vgg(INPUT, 10, 1, List.of(block(1, 8, 3, 1)), HIDDEN),
                        vgg(INPUT, 10, 1, norm(3, 5e-4, 0.75, 2), HIDDEN),
                        vgg(INPUT, 10, 1, norm(5, 1e-4, 0.75, 2), HIDDEN),
                        vgg(INPUT, 10, 1, norm(5, 5e-4, 0.5, 2), HIDDEN),
                        vgg(INPUT, 10, 1, norm(5, 5e-4, 0.75, 1), HIDDEN),
                        vgg(INPUT, 10, 1, norm(5, 5e-4, 0.75, Math.nextUp(2.0)), HIDDEN),
                        vgg(INPUT, 10, 1, BLOCKS, hidden(0.5, 65)),
                        vgg(INPUT, 10, 1, BLOCKS, hidden(0.4, 64)),
                        vgg(INPUT, 10, 1, BLOCKS, hidden(0, 64)),
                        vgg(INPUT, 10, 1, BLOCKS, hidden(0.5, 64, 64)),
                        withDropout(first, "BEFORE_ACTIVATION"),
                        withDropout(first, "BEFORE_LINEAR"),
                        withLoss(first, "SQUARED_ERROR"),
                        withLoss(first, "HALF_SQUARED_ERROR"))
                .map(declaration -> shaped(declaration));
    }

    private static List<VggDeclaration.Block> norm(int size, double alpha, double beta, double k) {
        return List.of(normalized(block(1, 8, 3, 1), lrn(size, alpha, beta, k)));
    }

    private static Stream<ShapedNetwork> leNets() {
        return Stream.of(
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(7, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 3, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 2, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 1), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("AVERAGE", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 3, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 3), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(15, 3, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 1, 1, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 2, 1), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 0), pool("MAX", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("AVERAGE", 2, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 1, 2), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 1), "TANH"),
                        leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "RELU"))
                .map(declaration -> shaped(declaration));
    }

    private static Stream<ShapedNetwork> normalizedLeNets() {
        LeNetDeclaration leNet =
                leNet(conv(6, 5, 1, 2), pool("MAX", 2, 2), conv(16, 3, 1, 1), pool("MAX", 2, 2), "TANH");
        return Stream.of(
                        batchNorm(1e-5, 0.1, "UNBIASED"),
                        batchNorm(Math.nextUp(1e-5), 0.1, "UNBIASED"),
                        batchNorm(1e-5, 0.2, "UNBIASED"),
                        batchNorm(1e-5, 0.1, "BIASED"))
                .map(norm -> shaped(normalized(leNet, norm)));
    }

    /** Graphs that differ in one attribute of one layer, in the input of a layer, in a head or in the loss. */
    private static Stream<NetworkGraph> graphs() {
        Stream<LayerForm> layers = Stream.of(
                new Convolution.Form(4, WINDOW, 1, true),
                new Convolution.Form(8, WINDOW, 1, true),
                new Convolution.Form(4, WINDOW, 2, true),
                new Convolution.Form(4, WINDOW, 1, false),
                new Convolution.Form(4, new Window(2, 3, 2, 2, 1, 1, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 2, 2, 2, 1, 1, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 1, 2, 1, 1, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 2, 1, 1, 1, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 2, 2, 0, 1, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 2, 2, 1, 0, 1, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 2, 2, 1, 1, 2, 1), 1, true),
                new Convolution.Form(4, new Window(3, 3, 2, 2, 1, 1, 1, 2), 1, true),
                new Pool.Form(PoolKind.MAX, WINDOW, false),
                new Pool.Form(PoolKind.AVERAGE, WINDOW, false),
                new Pool.Form(PoolKind.MAX, WINDOW, true),
                new Pool.Form(PoolKind.MAX, Window.square(2, 2, 1), false),
                new Pool.Form(PoolKind.AVERAGE_WITHOUT_PADDING, WINDOW, false),
                new Pool.GlobalForm(),
                new Pool.GlobalForm(PoolKind.MAX),
                new AdaptiveAveragePool.Form(1, 1),
                new AdaptiveAveragePool.Form(2, 1),
                new AdaptiveAveragePool.Form(1, 2),
                new Upsample.Form(2, 2, Interpolation.NEAREST),
                new Upsample.Form(1, 2, Interpolation.NEAREST),
                new Upsample.Form(2, 1, Interpolation.NEAREST),
                new Upsample.Form(2, 2, Interpolation.BILINEAR),
                new Upsample.SizeForm(2, 2, Interpolation.BILINEAR),
                new Upsample.SizeForm(2, 2, Interpolation.BILINEAR_BETWEEN_CORNERS),
                new TransposedConvolution.Form(4, WINDOW, 0, 0, 1, true),
                new TransposedConvolution.Form(4, WINDOW, 1, 0, 1, true),
                new TransposedConvolution.Form(4, WINDOW, 0, 1, 1, true),
                new TransposedConvolution.Form(4, WINDOW, 0, 0, 2, true),
                new TransposedConvolution.Form(4, WINDOW, 0, 0, 1, false),
                new BatchNorm.Form(1e-5, 0.1, true),
                new BatchNorm.Form(1e-3, 0.1, true),
                new BatchNorm.Form(1e-5, 0.01, true),
                new BatchNorm.Form(1e-5, 0.1, false),
                new Flatten.Form(),
                new Linear.Form(4, true),
                new Linear.Form(4, false),
                new Linear.Form(5, true),
                new Activation.Form(ActivationFunction.RELU),
                new Activation.Form(ActivationFunction.IDENTITY),
                new Activation.Form(ActivationFunction.leakyRelu(0.01)),
                new Activation.Form(ActivationFunction.leakyRelu(0.1)),
                new Activation.Form(ActivationFunction.elu(0.1)),
                new Activation.Form(ActivationFunction.GELU),
                new Activation.Form(ActivationFunction.GELU_TANH),
                new Dropout.Form(0.5),
                new Dropout.Form(0.25));
        NetworkGraph joined = graph(new Concat.Form(), "images", "first");
        return Stream.of(
                        layers.map(layer -> graph(layer, "images")),
                        Stream.of(
                                graph(new Add.Form(), "images", "first"),
                                graph(new Add.Form(), "first", "images"),
                                graph(new Add.Form(), "first", "first"),
                                graph(new Concat.Form(), "first", "images"),
                                graph(new Concat.Form(), "images", "first", "first"),
                                joined,
                                joined.withAuxiliaryHeads(List.of(new AuxiliaryHead("first", 0.3))),
                                joined.withAuxiliaryHeads(List.of(new AuxiliaryHead("first", 0.4))),
                                joined.withAuxiliaryHeads(List.of(new AuxiliaryHead("second", 0.3))),
                                joined.withLoss(new SquaredError.Form(1)),
                                joined.withLoss(new SquaredError.Form(0.5)),
                                joined.withLoss(new FocalLoss.Form(2)),
                                joined.withLoss(new FocalLoss.Form(1)),
                                joined.withLoss(new SigmoidCrossEntropy.Form()),
                                joined.withLoss(new PixelCrossEntropy.Form()),
                                joined.withLoss(new PixelDice.Form()),
                                joined.withLoss(new MeanError.Form(new ErrorFunction.Squared())),
                                joined.withLoss(new MeanError.Form(new ErrorFunction.Absolute())),
                                joined.withLoss(new MeanError.Form(new ErrorFunction.Huber(1))),
                                joined.withLoss(new MeanError.Form(new ErrorFunction.Huber(2)))))
                .flatMap(Function.identity());
    }

    private static NetworkGraph graph(LayerForm second, String... inputs) {
        return NetworkGraph.classifier(
                "nobody",
                images(4, 8, 8),
                List.of(new Block(
                        "only",
                        List.of(
                                new Node("first", new Activation.Form(ActivationFunction.TANH), "images", NOWHERE),
                                new Node("second", second, List.of(inputs), NOWHERE, NOWHERE)))));
    }

    private static LeNetDeclaration leNet(
            ConvolutionDeclaration c1,
            PoolDeclaration s2,
            ConvolutionDeclaration c3,
            PoolDeclaration s4,
            String activation) {
        return new LeNetDeclaration(
                images(1, 28, 28),
                written(10),
                loss("CROSS_ENTROPY"),
                c1,
                s2,
                c3,
                s4,
                as(List.of(written(84))),
                as(List.of()),
                as(activation));
    }

    private static ConvolutionDeclaration conv(int channels, int kernel, int stride, int padding) {
        return convolution(channels, kernel, stride, padding);
    }

    private static PoolDeclaration pool(String kind, int kernel, int stride) {
        return SampleNetworks.pool(kind, kernel, stride);
    }

    @Test
    void specsThatDifferInAnAttributeDiffer() {
        List<ShapedNetwork> networks = Stream.of(
                        vggs(), leNets(), normalizedLeNets(), graphs().map(ShapeInference::infer))
                .flatMap(Function.identity())
                .toList();

        assertThat(networks).allSatisfy(network -> assertThat(network.misfit()).isEmpty());
        assertThat(networks)
                .extracting(Fingerprint::of)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[0-9a-f]{64}"));
    }

    @Test
    void equalSpecsHaveEqualFingerprints() {
        assertThat(vggs().map(Fingerprint::of).toList())
                .isEqualTo(vggs().map(Fingerprint::of).toList());
        assertThat(leNets().map(Fingerprint::of).toList())
                .isEqualTo(leNets().map(Fingerprint::of).toList());
    }

    @Test
    void theSameComputationWrittenDifferentlyHasTheSameFingerprint() {
        VggDeclaration divided = vgg(INPUT, 10, 4, blocks(1, 32), hidden(0.5, 64));
        VggDeclaration plain = vgg(INPUT, 10, 1, blocks(1, 8), hidden(0.5, 64));
        VggDeclaration pointwise = vgg(INPUT, 10, 1, List.of(block(0, 8, 3, 1)), hidden(0, 64));
        VggDeclaration kernelOfOne = vgg(INPUT, 10, 1, List.of(block(1, 8, 1, 0)), hidden(0, 64));

        assertThat(Fingerprint.of(shaped(divided))).isEqualTo(Fingerprint.of(shaped(plain)));
        assertThat(Fingerprint.of(shaped(pointwise))).isEqualTo(Fingerprint.of(shaped(kernelOfOne)));
        assertThat(Fingerprint.of(shaped(withDropout(pointwise, "BEFORE_LINEAR"))))
                .isEqualTo(Fingerprint.of(shaped(pointwise)));
    }
}
