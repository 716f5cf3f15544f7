package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exact text of one class per family, under {@code src/test/resources/golden}. Run with {@code
 * -Dgolden.update=true} to update it, and read the difference before you commit it.
 */
final class GoldenTest {
    private static final Golden LENET = new Golden("LeNet5", "@LeNet");
    private static final Golden VGG = new Golden("VggOfEverything", """
            @Vgg(
                    input = @Input(channels = 1, height = 32, width = 48),
                    classes = 10,
                    ratio = 4,
                    blocks = {
                        @Vgg.Block(convs = 1, channels = 64, kernel = 5, lrn = @LocalResponseNorm),
                        @Vgg.Block(convs = 2, channels = 128, pointwise = 1),
                        @Vgg.Block(convs = 0, channels = 256, pointwise = 1)
                    },
                    hidden = {
                        @Vgg.Hidden(units = 512, dropout = 0.3),
                        @Vgg.Hidden(units = 256, dropout = 0),
                        @Vgg.Hidden(units = 128)
                    },
                    dropoutPlace = DropoutPlace.BEFORE_ACTIVATION)""");
    private static final Golden INCEPTION = new Golden("InceptionWithHead", """
            @Inception(
                    input = @Input(channels = 1, height = 16, width = 16),
                    classes = 3,
                    stem = @Inception.Stem(channels = 4, kernel = 3, stride = 1, padding = 1, reduce3x3 = 4, c3x3 = 6,
                            pool2 = @Inception.Pool(padding = 0, ceil = true)),
                    stages = @Inception.Stage(
                            modules = @Inception.Module(c1x1 = 2, reduce3x3 = 3, c3x3 = 4, reduce5x5 = 1, c5x5 = 2, pool = 2,
                                    auxiliary = @Inception.Auxiliary(kernel = 2, stride = 2, channels = 4, units = 8)),
                            pool = @Inception.Pool),
                    dropout = 0.4)""");
    private static final Golden RESNET = new Golden("SmallResNet", """
            @ResNet(
                    input = @Input(channels = 3, height = 8, width = 8),
                    classes = 3,
                    stem = @Stem(channels = 4, kernel = 3, stride = 1, padding = 1, pool = {}),
                    stages = {
                        @ResNet.Stage(blocks = 1, channels = 4, stride = 1),
                        @ResNet.Stage(blocks = 1, channels = 2)
                    },
                    form = ResidualForm.BOTTLENECK,
                    expansion = 2)""");
    private static final Golden DENSENET = new Golden("SmallDenseNet", """
            @DenseNet(
                    input = @Input(channels = 1, height = 8, width = 8),
                    classes = 3,
                    stem = @Stem(channels = 4, kernel = 3, stride = 1, padding = 1, pool = {}),
                    blocks = {@DenseNet.Block(layers = 2), @DenseNet.Block(layers = 1)},
                    growth = 2,
                    bottleneck = 0)""");
    private static final Golden SQUEEZENET = new Golden("SmallSqueezeNet", """
            @SqueezeNet(
                    input = @Input(channels = 3, height = 16, width = 16),
                    classes = 3,
                    conv1 = @SqueezeNet.Conv(channels = 4, kernel = 3),
                    stages = {
                        @SqueezeNet.Stage(fires = @SqueezeNet.Fire(squeeze = 2, expand1x1 = 3, expand3x3 = 4)),
                        @SqueezeNet.Stage(fires = @SqueezeNet.Fire(squeeze = 3, expand1x1 = 2, expand3x3 = 2))
                    })""");
    private static final Golden INCEPTION_V3 = new Golden("SmallInceptionV3", """
            @InceptionV3(
                    input = @Input(channels = 1, height = 75, width = 75),
                    classes = 3,
                    width = 0.0625,
                    a = @InceptionV3.A(pool = 32),
                    c = @InceptionV3.C(channels = 128),
                    e = 1)""");
    private static final Golden FOCAL = new Golden("FocalLeNet", """
            @LeNet(
                    input = @Input(channels = 1, height = 12, width = 12),
                    classes = 3,
                    c1 = @LeNet.Conv(channels = 2, kernel = 3),
                    c3 = @LeNet.Conv(channels = 3, kernel = 3),
                    hidden = {},
                    loss = Loss.FOCAL,
                    focalGamma = 1.5)""");
    private static final Golden CONVNEXT = new Golden("SmallConvNeXt", """
            @ConvNeXt(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    stages = {@ConvNeXt.Stage(blocks = 1, channels = 8), @ConvNeXt.Stage(blocks = 2, channels = 12)})""");
    private static final Golden REGNET = new Golden("SmallRegNet", """
            @RegNet(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    stem = 8,
                    depth = 3,
                    w0 = 8,
                    wa = 4,
                    wm = 2,
                    groupWidth = 4,
                    squeezeExcite = 0.25)""");
    private static final Golden SHUFFLENET_V2 = new Golden("SmallShuffleNetV2", """
            @ShuffleNetV2(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    stem = 8,
                    stages = @ShuffleNetV2.Stage(blocks = 2, branch = 6),
                    last = 16)""");
    private static final Golden MNASNET = new Golden("SmallMnasnet", """
            @Mnasnet(
                    input = @Input(channels = 3, height = 16, width = 16),
                    classes = 3,
                    stem = 8,
                    stages = {
                        @Mnasnet.Stage(blocks = 1, channels = 8, expansion = 1, stride = 1),
                        @Mnasnet.Stage(blocks = 2, channels = 16, expansion = 3, kernel = 5)
                    },
                    last = 32)""");
    private static final Golden MOBILENET_V2 = new Golden("SmallMobileNetV2", """
            @MobileNetV2(
                    input = @Input(channels = 3, height = 16, width = 16),
                    classes = 3,
                    stem = 8,
                    stages = {
                        @MobileNetV2.Stage(blocks = 1, channels = 8, expansion = 1, stride = 1),
                        @MobileNetV2.Stage(blocks = 2, channels = 16, expansion = 3)
                    },
                    last = 32)""");
    private static final Golden MOBILENET_V3 = new Golden("SmallMobileNetV3", """
            @MobileNetV3(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    variant = MobileNetV3.Variant.SMALL,
                    width = 0.125)""");
    private static final Golden EFFICIENT_NET = new Golden("SmallEfficientNet", """
            @EfficientNet(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    variant = EfficientNet.Variant.V2_S,
                    width = 0.125,
                    depth = 0.2)""");
    private static final Golden FAULTY = new Golden("FaultyLeNet", "@LeNet(classes = 1)");

    private record Golden(String name, String annotation) {
        Source spec() {
            return Source.spec(annotation, name + "Spec");
        }
    }

    static List<Golden> goldens() {
        return List.of(
                LENET,
                VGG,
                INCEPTION,
                RESNET,
                DENSENET,
                SQUEEZENET,
                INCEPTION_V3,
                CONVNEXT,
                REGNET,
                SHUFFLENET_V2,
                MNASNET,
                MOBILENET_V2,
                MOBILENET_V3,
                EFFICIENT_NET,
                FOCAL,
                FAULTY);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theClassIsTheGoldenText(Golden golden) throws IOException {
        String text = SpecCompiler.javac().compile(golden.spec()).generated(golden.name());

        Path file = Path.of("src", "test", "resources", "golden", golden.name() + ".java.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void goldenClassesCompileWithoutAWarning() {
        SpecCompiler.Result result = SpecCompiler.strictJavac()
                .compile(goldens().stream()
                        .filter(golden -> !golden.equals(FAULTY))
                        .map(Golden::spec)
                        .toList());

        assertThat(result.messages()).isEmpty();
    }

    @Test
    void theSameSpecsInAnyOrderGiveTheSameText() {
        List<Source> specs =
                new ArrayList<>(goldens().stream().map(Golden::spec).toList());
        Map<String, String> once = SpecCompiler.javac().compile(specs).generated();
        Map<String, String> again = SpecCompiler.javac().compile(specs).generated();
        Collections.reverse(specs);
        Map<String, String> reversed = SpecCompiler.javac().compile(specs).generated();

        assertThat(again).isEqualTo(once).hasSize(specs.size());
        assertThat(reversed).isEqualTo(once);
    }

    @Test
    void theClassOfASpecDoesNotDependOnOtherSpecs() {
        Map<String, String> together = SpecCompiler.javac()
                .compile(goldens().stream().map(Golden::spec).toList())
                .generated();

        for (Golden golden : goldens()) {
            assertThat(together)
                    .containsEntry(
                            "sample/" + golden.name() + ".java",
                            SpecCompiler.javac().compile(golden.spec()).generated(golden.name()));
        }
    }
}
