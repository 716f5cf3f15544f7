package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.convolution;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;

import dev.netwright.operation.BatchNorm;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.declaration.InceptionModuleDeclaration;
import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.declaration.StemDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.IntStream;

/** Declarations of networks with branches, as published, for tests of the stages after reading. */
public final class BranchedNetworks {
    private static final BatchNormDeclaration NORM = batchNorm();
    private static final ConvolutionDeclaration CONV1 = convolution(64, 7, 2, 3);

    private static final StemDeclaration STEM = new StemDeclaration(
            CONV1, false, as(List.of(new StemDeclaration.Pool(written(3), written(2), written(1), NOWHERE))));

    private BranchedNetworks() {}

    /** A ResNet in the form of d2l.ai, with stages given as {@code blocks, channels, blocks, channels...}. */
    public static ResNetDeclaration plainResNet(InputDeclaration input, int classes, int... stages) {
        return new ResNetDeclaration(
                input,
                written(classes),
                loss("CROSS_ENTROPY"),
                STEM,
                as(stages(stages)),
                as("BASIC"),
                written(4),
                written(1),
                written(64),
                false,
                true,
                false,
                false,
                false,
                NORM);
    }

    /** A ResNet in torchvision's form for ImageNet. */
    public static ResNetDeclaration resNet(String form, int... stages) {
        return new ResNetDeclaration(
                images(3, 224, 224),
                written(1000),
                loss("CROSS_ENTROPY"),
                STEM,
                as(stages(stages)),
                as(form),
                written(4),
                written(1),
                written(64),
                false,
                false,
                true,
                false,
                false,
                NORM);
    }

    private static List<ResNetDeclaration.Stage> stages(int... blocksAndChannels) {
        return IntStream.range(0, blocksAndChannels.length / 2)
                .mapToObj(i -> new ResNetDeclaration.Stage(
                        written(blocksAndChannels[2 * i]),
                        written(blocksAndChannels[2 * i + 1]),
                        written(i == 0 ? 1 : 2),
                        NOWHERE))
                .toList();
    }

    /** A DenseNet in the form of d2l.ai: four blocks of four layers. */
    public static DenseNetDeclaration plainDenseNet(InputDeclaration input) {
        return new DenseNetDeclaration(
                input,
                written(10),
                loss("CROSS_ENTROPY"),
                STEM,
                blocks(4, 4, 4, 4),
                written(32),
                written(0),
                as(0.5),
                true,
                NORM);
    }

    /** A DenseNet in torchvision's form for ImageNet. */
    public static DenseNetDeclaration denseNet(int... layers) {
        return new DenseNetDeclaration(
                images(3, 224, 224),
                written(1000),
                loss("CROSS_ENTROPY"),
                STEM,
                blocks(layers),
                written(32),
                written(4),
                as(0.5),
                false,
                NORM);
    }

    private static Written<List<DenseNetDeclaration.Block>> blocks(int... layers) {
        return as(IntStream.of(layers)
                .mapToObj(count -> new DenseNetDeclaration.Block(written(count), NOWHERE))
                .toList());
    }

    /** GoogLeNet in the form of d2l.ai, for grey images of 10 classes. */
    public static InceptionDeclaration googLeNet(int side, InceptionDeclaration.Pool firstPool) {
        InceptionDeclaration.Pool pool = pool(3, 1, false);
        return new InceptionDeclaration(
                images(1, side, side),
                written(10),
                stem(firstPool, pool),
                as(stages(160, pool, List.of())),
                written(5),
                as(List.of()),
                as(0.0),
                loss("CROSS_ENTROPY"));
    }

    /** GoogLeNet for ImageNet with batch norm, pools that round up, dropout and two auxiliary classifiers. */
    public static InceptionDeclaration normalizedGoogLeNet(int reduce4e) {
        InceptionDeclaration.Pool pool = pool(3, 0, true);
        InceptionDeclaration.Auxiliary head = auxiliary(5, 3, 128, 1024, 0.7, 0.3);
        return new InceptionDeclaration(
                images(3, 224, 224),
                written(1000),
                stem(pool, pool),
                as(stages(reduce4e, pool, List.of(head))),
                written(5),
                as(List.of(NORM)),
                as(0.4),
                loss("CROSS_ENTROPY"));
    }

    /** A max-pool of stride 2. */
    public static InceptionDeclaration.Pool pool(int kernel, int padding, boolean isCeil) {
        return new InceptionDeclaration.Pool(written(kernel), written(2), written(padding), as(isCeil), NOWHERE);
    }

    private static InceptionDeclaration.Auxiliary auxiliary(
            int kernel, int stride, int channels, int units, double dropout, double weight) {
        return new InceptionDeclaration.Auxiliary(
                written(kernel), written(stride), written(channels), written(units), as(dropout), as(weight), NOWHERE);
    }

    private static InceptionDeclaration.Stem stem(InceptionDeclaration.Pool pool1, InceptionDeclaration.Pool pool2) {
        return new InceptionDeclaration.Stem(CONV1, pool1, written(64), written(192), pool2, NOWHERE);
    }

    private static List<InceptionDeclaration.Stage> stages(
            int reduce4e, InceptionDeclaration.Pool pool, List<InceptionDeclaration.Auxiliary> heads) {
        List<InceptionDeclaration.Module> fourth = List.of(
                module(heads, 192, 96, 208, 16, 48, 64),
                module(List.of(), 160, 112, 224, 24, 64, 64),
                module(List.of(), 128, 128, 256, 24, 64, 64),
                module(heads, 112, 144, 288, 32, 64, 64),
                module(List.of(), 256, reduce4e, 320, 32, 128, 128));
        return List.of(
                new InceptionDeclaration.Stage(
                        as(List.of(
                                module(List.of(), 64, 96, 128, 16, 32, 32),
                                module(List.of(), 128, 128, 192, 32, 96, 64))),
                        as(List.of(pool))),
                new InceptionDeclaration.Stage(as(fourth), as(List.of(pool))),
                new InceptionDeclaration.Stage(
                        as(List.of(
                                module(List.of(), 256, 160, 320, 32, 128, 128),
                                module(List.of(), 384, 192, 384, 48, 128, 128))),
                        as(List.of())));
    }

    private static InceptionDeclaration.Module module(
            List<InceptionDeclaration.Auxiliary> heads,
            int c1x1,
            int reduce3x3,
            int c3x3,
            int reduce5x5,
            int c5x5,
            int pool) {
        return new InceptionDeclaration.Module(
                new InceptionModuleDeclaration(
                        written(c1x1),
                        written(reduce3x3),
                        written(c3x3),
                        written(reduce5x5),
                        written(c5x5),
                        written(pool),
                        NOWHERE),
                as(heads));
    }

    /** One module with an auxiliary classifier, followed by a pool. */
    public static InceptionDeclaration smallInceptionWithHead() {
        InceptionDeclaration.Pool pool = pool(3, 1, false);
        InceptionDeclaration.Auxiliary head = auxiliary(2, 1, 4, 8, 0, 0.5);
        return new InceptionDeclaration(
                images(1, 64, 64),
                written(10),
                stem(pool, pool),
                as(List.of(new InceptionDeclaration.Stage(
                        as(List.of(module(List.of(head), 4, 4, 8, 4, 8, 4))), as(List.of(pool))))),
                written(5),
                as(List.of()),
                as(0.0),
                loss("CROSS_ENTROPY"));
    }

    /** The same with the stride of its bottlenecks where the paper has it. */
    public static ResNetDeclaration withStrideFirst(ResNetDeclaration resNet) {
        return new ResNetDeclaration(
                resNet.input(),
                resNet.classes(),
                resNet.loss(),
                resNet.stem(),
                resNet.stages(),
                resNet.form(),
                resNet.expansion(),
                resNet.groups(),
                resNet.widthPerGroup(),
                true,
                resNet.hasConvBias(),
                resNet.hasShortcutNorm(),
                resNet.hasAverageShortcut(),
                resNet.isPreActivated(),
                resNet.norm());
    }

    /** The same with other groups. */
    public static ResNetDeclaration withGroups(ResNetDeclaration resNet, int groups, int widthPerGroup) {
        return new ResNetDeclaration(
                resNet.input(),
                resNet.classes(),
                loss("CROSS_ENTROPY"),
                resNet.stem(),
                resNet.stages(),
                resNet.form(),
                resNet.expansion(),
                written(groups),
                written(widthPerGroup),
                resNet.isStrideFirst(),
                resNet.hasConvBias(),
                resNet.hasShortcutNorm(),
                resNet.hasAverageShortcut(),
                resNet.isPreActivated(),
                resNet.norm());
    }

    /** The same in the form of ResNet-D: a deep stem, and shortcuts that average. */
    public static ResNetDeclaration withAverages(ResNetDeclaration resNet) {
        return new ResNetDeclaration(
                resNet.input(),
                resNet.classes(),
                loss("CROSS_ENTROPY"),
                new StemDeclaration(resNet.stem().conv(), true, resNet.stem().pool()),
                resNet.stages(),
                resNet.form(),
                resNet.expansion(),
                resNet.groups(),
                resNet.widthPerGroup(),
                resNet.isStrideFirst(),
                resNet.hasConvBias(),
                resNet.hasShortcutNorm(),
                true,
                resNet.isPreActivated(),
                resNet.norm());
    }

    /** The same with norm and ReLU before each convolution. */
    public static ResNetDeclaration preActivated(ResNetDeclaration resNet) {
        return new ResNetDeclaration(
                resNet.input(),
                resNet.classes(),
                loss("CROSS_ENTROPY"),
                resNet.stem(),
                resNet.stages(),
                resNet.form(),
                resNet.expansion(),
                resNet.groups(),
                resNet.widthPerGroup(),
                resNet.isStrideFirst(),
                resNet.hasConvBias(),
                resNet.hasShortcutNorm(),
                resNet.hasAverageShortcut(),
                true,
                resNet.norm());
    }

    /** The same with other transitions. */
    public static DenseNetDeclaration withCompression(DenseNetDeclaration denseNet, double compression) {
        return new DenseNetDeclaration(
                denseNet.input(),
                denseNet.classes(),
                denseNet.loss(),
                denseNet.stem(),
                denseNet.blocks(),
                denseNet.growth(),
                denseNet.bottleneck(),
                as(compression),
                denseNet.hasConvBias(),
                denseNet.norm());
    }

    /** The same with wider or narrower layers. */
    public static DenseNetDeclaration withGrowth(DenseNetDeclaration denseNet, int growth) {
        return new DenseNetDeclaration(
                denseNet.input(),
                denseNet.classes(),
                denseNet.loss(),
                denseNet.stem(),
                denseNet.blocks(),
                written(growth),
                denseNet.bottleneck(),
                denseNet.compression(),
                denseNet.hasConvBias(),
                denseNet.norm());
    }

    /** The values of all running means and variances. */
    public static long runningStatistics(ShapedNetwork network) {
        return network.nodes().values().stream()
                .filter(node -> node.node().layer() instanceof BatchNorm.Form)
                .mapToLong(node -> 2L * node.output().channels())
                .sum();
    }
}
