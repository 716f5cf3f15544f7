package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest and smallest numbers in each attribute, alone and all together: each leads to a class or to findings,
 * never to a fault of the processor.
 */
final class ExtremeValuesTest {
    private static final String LENET = """
            @LeNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    c1 = @LeNet.Conv(channels = #, kernel = #, stride = #, padding = #),
                    s2 = @LeNet.Pool(kernel = #, stride = #),
                    c3 = @LeNet.Conv(channels = #, kernel = #, stride = #, padding = #),
                    s4 = @LeNet.Pool(kernel = #, stride = #),
                    hidden = {@LeNet.Hidden(units = #), @LeNet.Hidden(units = #)})""";
    private static final int[] LENET_DEFAULTS = {1, 28, 28, 10, 6, 5, 1, 2, 2, 2, 16, 5, 1, 0, 2, 2, 120, 84};
    private static final String VGG = """
            @Vgg(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    ratio = #,
                    blocks = @Vgg.Block(
                            convs = #, channels = #, kernel = #, pointwise = #, lrn = @LocalResponseNorm(size = #)),
                    hidden = @Vgg.Hidden(units = #))""";
    private static final int[] VGG_DEFAULTS = {1, 28, 28, 10, 1, 1, 8, 3, 1, 5, 64};

    private static final String ALEXNET = """
            @AlexNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    conv1 = @AlexNet.Conv(channels = #, kernel = #, stride = #, padding = #),
                    lrn1 = @LocalResponseNorm(size = #),
                    pool1 = @AlexNet.Pool(kernel = #, stride = #),
                    hidden = @AlexNet.Hidden(units = #))""";
    private static final int[] ALEXNET_DEFAULTS = {1, 67, 67, 10, 8, 11, 4, 1, 5, 3, 2, 64};
    private static final String NIN = """
            @Nin(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    blocks = @Nin.Block(
                            channels = #,
                            kernel = #,
                            stride = #,
                            padding = #,
                            pointwise = @Nin.Pointwise(channels = #),
                            pool = @Nin.Pool(kernel = #, stride = #)),
                    last = @Nin.Last(channels = #, kernel = #, stride = #, padding = #),
                    averagePool = @Nin.Pool(kernel = #, stride = #))""";
    private static final int[] NIN_DEFAULTS = {1, 32, 32, 10, 8, 5, 1, 2, 4, 3, 2, 8, 3, 1, 1, 15, 1};

    private static final String RESNET = """
            @ResNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    stem = @Stem(
                            channels = #,
                            kernel = #,
                            stride = #,
                            padding = #,
                            pool = @Stem.Pool(kernel = #, stride = #, padding = #)),
                    stages = @ResNet.Stage(blocks = #, channels = #, stride = #),
                    form = ResidualForm.BOTTLENECK,
                    expansion = #,
                    groups = #,
                    widthPerGroup = #)""";
    private static final int[] RESNET_DEFAULTS = {1, 32, 32, 10, 8, 7, 2, 3, 3, 2, 1, 1, 8, 2, 4, 2, 32};
    private static final String DENSENET = """
            @DenseNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    blocks = {@DenseNet.Block(layers = #), @DenseNet.Block(layers = #)},
                    growth = #,
                    bottleneck = #)""";
    private static final int[] DENSENET_DEFAULTS = {1, 32, 32, 10, 2, 1, 8, 4};
    private static final String INCEPTION = """
            @Inception(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    stem = @Inception.Stem(
                            channels = #,
                            kernel = #,
                            stride = #,
                            padding = #,
                            pool1 = @Inception.Pool(kernel = #, stride = #, padding = #, ceil = true),
                            reduce3x3 = #,
                            c3x3 = #),
                    stages = @Inception.Stage(
                            modules = @Inception.Module(
                                    c1x1 = #,
                                    reduce3x3 = #,
                                    c3x3 = #,
                                    reduce5x5 = #,
                                    c5x5 = #,
                                    pool = #,
                                    auxiliary = @Inception.Auxiliary(kernel = #, stride = #, channels = #, units = #))))""";
    private static final int[] INCEPTION_DEFAULTS = {
        1, 64, 64, 10, 8, 7, 2, 3, 3, 2, 1, 4, 8, 4, 4, 8, 4, 8, 4, 5, 3, 8, 16
    };

    private static final String SQUEEZENET = """
            @SqueezeNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    conv1 = @SqueezeNet.Conv(channels = #, kernel = #, stride = #, padding = #),
                    stages = @SqueezeNet.Stage(
                            fires = @SqueezeNet.Fire(squeeze = #, expand1x1 = #, expand3x3 = #)))""";
    private static final int[] SQUEEZENET_DEFAULTS = {1, 32, 32, 10, 8, 3, 2, 1, 4, 5, 6};

    private static final String INCEPTION_V3 = """
            @InceptionV3(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    width = #,
                    a = @InceptionV3.A(pool = #),
                    c = @InceptionV3.C(channels = #),
                    e = #)""";
    private static final int[] INCEPTION_V3_DEFAULTS = {3, 75, 75, 10, 1, 32, 128, 1};

    private static final String CONVNEXT = """
            @ConvNeXt(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    stages = {@ConvNeXt.Stage(blocks = #, channels = #), @ConvNeXt.Stage(blocks = 2, channels = #)})""";
    private static final int[] CONVNEXT_DEFAULTS = {3, 32, 32, 10, 2, 8, 12};

    private static final String REGNET = """
            @RegNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    stem = #,
                    depth = #,
                    w0 = #,
                    wa = #,
                    wm = #,
                    groupWidth = #)""";
    private static final int[] REGNET_DEFAULTS = {3, 32, 32, 10, 8, 5, 16, 4, 2, 8};

    private static final String SHUFFLENET_V2 = """
            @ShuffleNetV2(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    stem = #,
                    stages = @ShuffleNetV2.Stage(blocks = #, branch = #),
                    last = #)""";
    private static final int[] SHUFFLENET_V2_DEFAULTS = {3, 32, 32, 10, 16, 2, 24, 64};

    private static final String MOBILENET_V3 = """
            @MobileNetV3(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    variant = MobileNetV3.Variant.SMALL,
                    width = #)""";
    private static final int[] MOBILENET_V3_DEFAULTS = {3, 32, 32, 10, 1};

    private static final String EFFICIENT_NET = """
            @EfficientNet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    width = #,
                    depth = #)""";
    private static final int[] EFFICIENT_NET_DEFAULTS = {3, 32, 32, 10, 1, 1};

    private static final String MNASNET = """
            @Mnasnet(
                    input = @Input(channels = #, height = #, width = #),
                    classes = #,
                    width = #,
                    stem = #,
                    stages = @Mnasnet.Stage(blocks = #, channels = #, expansion = #, kernel = #, stride = #),
                    last = #)""";
    private static final int[] MNASNET_DEFAULTS = {3, 32, 32, 10, 1, 16, 1, 24, 3, 3, 2, 64};

    static Stream<Integer> extremes() {
        return Stream.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1 << 30, 46_341, Integer.MIN_VALUE, -1, 0);
    }

    private static String filled(String template, int[] values) {
        String text = template;
        for (int value : values) {
            text = text.replaceFirst("#", Integer.toString(value));
        }
        return text;
    }

    private static void addEach(List<Source> specs, String template, int[] defaults, int extreme) {
        for (int i = 0; i < defaults.length; i++) {
            int[] values = defaults.clone();
            values[i] = extreme;
            specs.add(Source.spec(filled(template, values), "N" + specs.size() + "Spec"));
        }
        int[] all = defaults.clone();
        Arrays.fill(all, extreme);
        specs.add(Source.spec(filled(template, all), "N" + specs.size() + "Spec"));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void anAttributeMayHoldAnyNumber(int extreme) {
        List<Source> specs = new ArrayList<>();
        addEach(specs, LENET, LENET_DEFAULTS, extreme);
        addEach(specs, VGG, VGG_DEFAULTS, extreme);
        addEach(specs, ALEXNET, ALEXNET_DEFAULTS, extreme);
        addEach(specs, NIN, NIN_DEFAULTS, extreme);
        addEach(specs, RESNET, RESNET_DEFAULTS, extreme);
        addEach(specs, DENSENET, DENSENET_DEFAULTS, extreme);
        addEach(specs, INCEPTION, INCEPTION_DEFAULTS, extreme);
        addEach(specs, SQUEEZENET, SQUEEZENET_DEFAULTS, extreme);
        addEach(specs, INCEPTION_V3, INCEPTION_V3_DEFAULTS, extreme);
        addEach(specs, CONVNEXT, CONVNEXT_DEFAULTS, extreme);
        addEach(specs, REGNET, REGNET_DEFAULTS, extreme);
        addEach(specs, SHUFFLENET_V2, SHUFFLENET_V2_DEFAULTS, extreme);
        addEach(specs, MNASNET, MNASNET_DEFAULTS, extreme);
        addEach(specs, EFFICIENT_NET, EFFICIENT_NET_DEFAULTS, extreme);
        addEach(specs, MOBILENET_V3, MOBILENET_V3_DEFAULTS, extreme);

        Result result = SpecCompiler.javac().compile(specs);

        assertThat(result.generated()).hasSameSizeAs(specs);
        assertThat(result.errors()).isNotEmpty();
        assertThat(result.messages())
                .allMatch(message -> message.startsWith("[netwright:"))
                .noneMatch(message -> message.startsWith("[netwright:internal]"));
    }

    @Test
    void theLargestLegalNetworksCompile() {
        String block = "@Vgg.Block(convs = 50, channels = 1, pointwise = 50), ";
        String deepest = "@Vgg(input = @Input(channels = 1, height = 1024, width = 1024), hidden = {}, blocks = {"
                + block.repeat(4) + "@Vgg.Block(convs = 50, channels = 1, pointwise = 44)})";
        String manyNames = "@DenseNet(growth = 4, blocks = {" + "@DenseNet.Block(layers = 98), ".repeat(4) + "})";
        String longest = "@LeNet(hidden = {" + "@LeNet.Hidden(units = 1), ".repeat(49) + "@LeNet.Hidden(units = 2)})";
        String largest = "@LeNet(hidden = @LeNet.Hidden(units = 5_000_000))";

        Result result = SpecCompiler.strictJavac()
                .compile(
                        Source.spec(deepest, "DeepestSpec"),
                        Source.spec(manyNames, "ManyNamesSpec"),
                        Source.spec(longest, "LongestSpec"),
                        Source.spec(largest, "LargestSpec"));

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated("Largest")).contains("PARAMETERS = 2_055_002_582L");
        assertThat(result.generated("ManyNames")).contains("TORCH_NAMES = String.join(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Double.NaN",
                "Double.POSITIVE_INFINITY",
                "Double.NEGATIVE_INFINITY",
                "0.0",
                "-0.0",
                "-Double.MIN_VALUE"
            })
    void numbersThatAreNotAboveZeroAreReported(String number) {
        Result result = SpecCompiler.javac()
                .compile(Source.spec(
                        ("@Vgg(blocks = @Vgg.Block(convs = 1, channels = 1, "
                                        + "lrn = @LocalResponseNorm(alpha = #, beta = #, k = #)))")
                                .replace("#", number),
                        "NumbersSpec"));

        assertThat(result.messages()).hasSize(3).allMatch(message -> message.startsWith("[netwright:range]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Double.MIN_VALUE", "Double.MAX_VALUE", "1", "1e-7f", "'a'", "2e23"})
    void everyFiniteNumberAboveZeroCompiles(String number) {
        Result result = SpecCompiler.strictJavac()
                .compile(Source.spec(
                        ("@Vgg(blocks = @Vgg.Block(convs = 1, channels = 1, "
                                        + "lrn = @LocalResponseNorm(alpha = #, beta = #, k = #)))")
                                .replace("#", number),
                        "NumbersSpec"));

        assertThat(result.messages()).isEmpty();
    }
}
