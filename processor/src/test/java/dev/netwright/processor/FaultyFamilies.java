package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A valid spec of each family, and its possible faults: one fault at each place, with the message that reports it. */
final class FaultyFamilies {
    private static final String LARGEST = Integer.toString(Integer.MAX_VALUE);

    static final List<Family> ALL = List.of(
            leNet(),
            vgg(),
            alexNet(),
            nin(),
            resNet(),
            inception(),
            denseNet(),
            squeezeNet(),
            inceptionV3(),
            convNeXt(),
            regNet(),
            shuffleNetV2(),
            mnasnet(),
            efficientNet(),
            mobileNetV3(),
            network(),
            stages(),
            pixels(),
            convolution());

    private FaultyFamilies() {}

    /**
     * A fault in a valid spec.
     *
     * @param replaced text of the valid spec, which occurs once
     * @param by its replacement
     * @param reported id and path of the message
     * @param consequences findings that aren't reported in addition, because they depend on the replaced text
     */
    record Fault(String replaced, String by, String reported, Set<String> consequences) {
        Fault(String replaced, String by, String reported, String... consequences) {
            this(replaced, by, reported, Set.of(consequences));
        }

        /** No pair of faults that need the same place. */
        static boolean areApart(String spec, Fault a, Fault b) {
            int atA = spec.indexOf(a.replaced);
            int atB = spec.indexOf(b.replaced);
            return atA + a.replaced.length() <= atB || atB + b.replaced.length() <= atA;
        }

        Set<String> with(Fault other) {
            Set<String> both = new TreeSet<>();
            if (!other.consequences.contains(reported)) {
                both.add(reported);
            }
            if (!consequences.contains(other.reported)) {
                both.add(other.reported);
            }
            return both;
        }
    }

    /**
     * A valid spec and its possible faults.
     *
     * @param stages the interface's methods
     */
    record Family(String annotation, String stages, List<Fault> faults) {
        Family(String annotation, Fault... faults) {
            this(annotation, "", List.of(faults));
        }

        String text() {
            return annotation + "#" + stages;
        }

        Source with(String name, Fault... planted) {
            String text = text();
            for (Fault fault : planted) {
                assertThat(text).containsOnlyOnce(fault.replaced());
                text = text.replace(fault.replaced(), fault.by());
            }
            return Source.specWithStages(
                    text.substring(0, text.indexOf('#')), text.substring(text.indexOf('#') + 1), name);
        }

        @Override
        public String toString() {
            return annotation.replaceFirst("\\(.*", "");
        }
    }

    private static Fault name(String valid) {
        return new Fault("name = \"" + valid + "\"", "name = \"class\"", "class-name name");
    }

    private static Family leNet() {
        return new Family(
                "@LeNet(name = \"N\", input = @Input(channels = 1, height = 28, width = 27), classes = 10, "
                        + "c1 = @LeNet.Conv(channels = 6, kernel = 5, padding = 2), "
                        + "s2 = @LeNet.Pool(kernel = 2, stride = 2), "
                        + "c3 = @LeNet.Conv(channels = 16, kernel = 3, stride = 1), "
                        + "hidden = {@LeNet.Hidden(units = 20), @LeNet.Hidden(units = 21)})",
                name("N"),
                new Fault("channels = 1,", "channels = 0,", "range input.channels"),
                new Fault("height = 28", "height = 0", "range input.height"),
                new Fault("classes = 10", "classes = 1", "range classes"),
                new Fault("kernel = 5", "kernel = 99", "shape c1.kernel", "shape c3.kernel"),
                new Fault("padding = 2", "padding = -1", "range c1.padding", "shape c1.kernel", "shape c3.kernel"),
                new Fault("kernel = 2", "kernel = 0", "range s2.kernel"),
                new Fault("kernel = 3", "kernel = 99", "shape c3.kernel"),
                new Fault("stride = 1", "stride = 0", "range c3.stride"),
                new Fault("channels = 6", "channels = Missing.CHANNELS", "javac"),
                new Fault("units = 20", "units = 0", "range hidden[0].units"),
                new Fault("units = 21", "units = " + LARGEST, "too-large hidden[1].units"));
    }

    private static Family vgg() {
        return new Family(
                "@Vgg(name = \"N\", input = @Input(channels = 1, height = 32, width = 32), classes = 10, ratio = 2, blocks = {"
                        + "@Vgg.Block(convs = 2, channels = 8), @Vgg.Block(convs = 1, channels = 12, kernel = 5), "
                        + "@Vgg.Block(convs = 1, channels = 16, kernel = 3)}, "
                        + "hidden = {@Vgg.Hidden(units = 20), @Vgg.Hidden(units = 21, dropout = 0.5)})",
                name("N"),
                new Fault("height = 32", "height = 3", "shape blocks[1]"),
                new Fault("width = 32", "width = 0", "range input.width"),
                new Fault("classes = 10", "classes = 1", "range classes"),
                new Fault("ratio = 2", "ratio = 0", "range ratio", "ratio blocks[1].channels"),
                new Fault("convs = 2", "convs = 0", "empty-block blocks[0]"),
                new Fault("channels = 12", "channels = 13", "ratio blocks[1].channels"),
                new Fault("kernel = 5", "kernel = 4", "range blocks[1].kernel"),
                new Fault("kernel = 3", "kernel = 0", "range blocks[2].kernel"),
                new Fault("units = 20", "units = " + LARGEST, "too-large hidden[0].units"),
                new Fault("dropout = 0.5", "dropout = 5", "range hidden[1].dropout"));
    }

    private static Family alexNet() {
        return new Family(
                "@AlexNet(name = \"N\", input = @Input(channels = 3, height = 227, width = 227), classes = 10, "
                        + "conv1 = @AlexNet.Conv(channels = 8, kernel = 11, stride = 4), "
                        + "pool1 = @AlexNet.Pool(kernel = 2, stride = 2), "
                        + "conv3 = @AlexNet.Conv(channels = 9, kernel = 5, padding = 1), "
                        + "conv4 = @AlexNet.Conv(channels = 7, kernel = 3, padding = 2), "
                        + "hidden = {@AlexNet.Hidden(units = 20), @AlexNet.Hidden(units = 21)})",
                name("N"),
                new Fault("channels = 3,", "channels = -3,", "range input.channels"),
                new Fault("stride = 4", "stride = 0", "range conv1.stride", "shape conv3.kernel"),
                new Fault("kernel = 11", "kernel = 400", "shape conv1.kernel", "shape conv3.kernel"),
                new Fault("stride = 2", "stride = -2", "range pool1.stride"),
                new Fault("kernel = 5", "kernel = 40", "shape conv3.kernel"),
                new Fault("channels = 7", "channels = 0", "range conv4.channels"),
                new Fault("padding = 2", "padding = -2", "range conv4.padding"),
                new Fault("units = 20", "units = " + LARGEST, "too-large hidden[0].units"),
                new Fault("classes = 10", "classes = 0", "range classes"));
    }

    private static Family nin() {
        return new Family(
                "@Nin(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, blocks = {"
                        + "@Nin.Block(channels = 8, kernel = 5, pool = @Nin.Pool(kernel = 2, stride = 2), dropout = 0.25), "
                        + "@Nin.Block(channels = 9, kernel = 3, stride = 1)}, last = @Nin.Last(channels = 7, kernel = 1))",
                name("N"),
                new Fault(
                        "height = 64",
                        "height = 2",
                        "shape blocks[0].kernel",
                        "shape blocks[1].kernel",
                        "shape last.kernel"),
                new Fault("classes = 10", "classes = 1", "range classes"),
                new Fault("channels = 8", "channels = 0", "range blocks[0].channels"),
                new Fault("kernel = 2", "kernel = 0", "range blocks[0].pool.kernel"),
                new Fault("dropout = 0.25", "dropout = -1", "range blocks[0].dropout"),
                new Fault("kernel = 3", "kernel = 99", "shape blocks[1].kernel", "shape last.kernel"),
                new Fault("stride = 1", "stride = 0", "range blocks[1].stride"),
                new Fault("channels = 7", "channels = -1", "range last.channels"),
                new Fault("kernel = 1)", "kernel = 99)", "shape last.kernel"));
    }

    private static Family resNet() {
        return new Family(
                "@ResNet(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, "
                        + "stem = @Stem(channels = 8, kernel = 7, padding = 3, "
                        + "pool = @Stem.Pool(kernel = 3, padding = 1)), stages = {"
                        + "@ResNet.Stage(blocks = 2, channels = 8), @ResNet.Stage(blocks = 1, channels = 16, stride = 2)})",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("kernel = 7", "kernel = 99", "shape stem.kernel"),
                new Fault("padding = 1", "padding = 2", "pool-padding stem.pool[0].padding"),
                new Fault("blocks = 2", "blocks = 0", "range stages[0].blocks"),
                new Fault("channels = 16", "channels = 0", "range stages[1].channels"),
                new Fault("stride = 2", "stride = 0", "range stages[1].stride"));
    }

    private static Family inception() {
        return new Family(
                "@Inception(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, "
                        + "stem = @Inception.Stem(channels = 8, kernel = 7, padding = 3, "
                        + "reduce3x3 = 4, c3x3 = 12), stages = {"
                        + "@Inception.Stage(modules = @Inception.Module("
                        + "c1x1 = 2, reduce3x3 = 3, c3x3 = 5, reduce5x5 = 6, c5x5 = 7, pool = 8)), "
                        + "@Inception.Stage(modules = @Inception.Module("
                        + "c1x1 = 9, reduce3x3 = 9, c3x3 = 11, reduce5x5 = 1, c5x5 = 13, pool = 14))})",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("kernel = 7", "kernel = 99", "shape stem.kernel"),
                new Fault("reduce3x3 = 4", "reduce3x3 = 0", "range stem.reduce3x3"),
                new Fault("c1x1 = 2", "c1x1 = 0", "range stages[0].modules[0].c1x1"),
                new Fault("c5x5 = 7", "c5x5 = -7", "range stages[0].modules[0].c5x5"),
                new Fault("pool = 14", "pool = 0", "range stages[1].modules[0].pool"));
    }

    private static Family inceptionV3() {
        return new Family(
                "@InceptionV3(name = \"N\", input = @Input(channels = 3, height = 80, width = 81), classes = 10, "
                        + "width = 0.5, a = @InceptionV3.A(pool = 32), c = @InceptionV3.C(channels = 128), e = 1, "
                        + "norm = @BatchNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("width = 0.5", "width = -0.5", "range width"),
                new Fault("pool = 32", "pool = 0", "range a[0].pool"),
                new Fault("channels = 128", "channels = 0", "range c[0].channels"),
                new Fault("e = 1,", "e = 26,", "range e"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm.epsilon"));
    }

    private static Family convNeXt() {
        return new Family(
                "@ConvNeXt(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, "
                        + "stages = {@ConvNeXt.Stage(blocks = 1, channels = 6), @ConvNeXt.Stage(blocks = 2, channels = 7)}, "
                        + "layerScale = 0.125, stochasticDepth = 0.25, norm = @LayerNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("height = 64", "height = 0", "range input.height"),
                new Fault("width = 64", "width = 3", "shape stages[0]", "shape stages[1]"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("blocks = 1", "blocks = 51", "range stages[0].blocks"),
                new Fault("channels = 6", "channels = -6", "range stages[0].channels"),
                new Fault("blocks = 2", "blocks = 0", "range stages[1].blocks"),
                new Fault("channels = 7", "channels = " + LARGEST, "too-large stages[1]"),
                new Fault("layerScale = 0.125", "layerScale = 0", "range layerScale"),
                new Fault("stochasticDepth = 0.25", "stochasticDepth = 1", "range stochasticDepth"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm.epsilon"));
    }

    private static Family regNet() {
        return new Family(
                "@RegNet(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, stem = 16, "
                        + "depth = 4, w0 = 9, wa = 8, wm = 2.5, groupWidth = 11, squeezeExcite = 0.25, "
                        + "norm = @BatchNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("stem = 16", "stem = 0", "range stem"),
                new Fault("depth = 4", "depth = 0", "range depth"),
                new Fault("w0 = 9", "w0 = -9", "range w0"),
                new Fault("wa = 8", "wa = -8", "range wa"),
                new Fault("wm = 2.5", "wm = 0.5", "range wm"),
                new Fault("groupWidth = 11", "groupWidth = 0", "range groupWidth"),
                new Fault("squeezeExcite = 0.25", "squeezeExcite = 25", "range squeezeExcite"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm.epsilon"));
    }

    private static Family shuffleNetV2() {
        return new Family(
                "@ShuffleNetV2(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, stem = 8, "
                        + "stages = {@ShuffleNetV2.Stage(blocks = 1, branch = 6), @ShuffleNetV2.Stage(blocks = 2, branch = 7)}, "
                        + "last = 9, norm = @BatchNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("stem = 8", "stem = 0", "range stem"),
                new Fault("blocks = 1", "blocks = 51", "range stages[0].blocks"),
                new Fault("branch = 6", "branch = -6", "range stages[0].branch"),
                new Fault("blocks = 2", "blocks = 0", "range stages[1].blocks"),
                new Fault("branch = 7", "branch = " + LARGEST, "too-large stages[1]"),
                new Fault("last = 9", "last = 0", "range last"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm.epsilon"));
    }

    private static Family mobileNetV3() {
        return new Family(
                "@MobileNetV3(name = \"N\", input = @Input(channels = 3, height = 80, width = 81), classes = 10, "
                        + "variant = MobileNetV3.Variant.SMALL, width = 0.5, dropout = 0.3, "
                        + "norm = @BatchNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("width = 0.5", "width = -0.5", "range width"),
                new Fault("dropout = 0.3", "dropout = 30", "range dropout"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm.epsilon"));
    }

    private static Family efficientNet() {
        return new Family(
                "@EfficientNet(name = \"N\", input = @Input(channels = 3, height = 80, width = 81), classes = 10, "
                        + "variant = EfficientNet.Variant.B1, width = 0.5, depth = 0.4, dropout = @Dropout(rate = 0.3), "
                        + "stochasticDepth = 0.25, norm = @BatchNorm(epsilon = 0.001))",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input[0].channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("width = 0.5", "width = -0.5", "range width"),
                new Fault("depth = 0.4", "depth = 40", "range depth"),
                new Fault("rate = 0.3", "rate = 30", "range dropout[0].rate"),
                new Fault("stochasticDepth = 0.25", "stochasticDepth = 1", "range stochasticDepth"),
                new Fault("epsilon = 0.001", "epsilon = 0", "range norm[0].epsilon"));
    }

    private static Family mnasnet() {
        return new Family(
                "@Mnasnet(name = \"N\", input = @Input(channels = 3, height = 80, width = 81), classes = 10, "
                        + "width = 0.5, stem = 16, stages = {"
                        + "@Mnasnet.Stage(blocks = 1, channels = 24, expansion = 1), "
                        + "@Mnasnet.Stage(blocks = 2, channels = 40, expansion = 3, kernel = 5, stride = 2)}, last = 64)",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("width = 0.5", "width = -0.5", "range width"),
                new Fault("stem = 16", "stem = 0", "range stem"),
                new Fault("channels = 24", "channels = Missing.CHANNELS", "javac"),
                new Fault("expansion = 1)", "expansion = 0)", "range stages[0].expansion"),
                new Fault("blocks = 2", "blocks = 0", "range stages[1].blocks"),
                new Fault("kernel = 5", "kernel = 4", "range stages[1].kernel"),
                new Fault("stride = 2", "stride = 0", "range stages[1].stride"),
                new Fault("last = 64", "last = 0", "range last"));
    }

    private static Family squeezeNet() {
        return new Family(
                "@SqueezeNet(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, "
                        + "conv1 = @SqueezeNet.Conv(channels = 8, kernel = 7, padding = 2), stages = {"
                        + "@SqueezeNet.Stage(fires = @SqueezeNet.Fire(squeeze = 4, expand1x1 = 5, expand3x3 = 6)), "
                        + "@SqueezeNet.Stage(fires = @SqueezeNet.Fire(squeeze = 9, expand1x1 = 11, expand3x3 = 12))}, "
                        + "dropout = 0.5)",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("kernel = 7", "kernel = 99", "shape conv1.kernel"),
                new Fault("padding = 2", "padding = -2", "range conv1.padding", "shape conv1.kernel"),
                new Fault("squeeze = 4", "squeeze = 0", "range stages[0].fires[0].squeeze"),
                new Fault("expand1x1 = 5", "expand1x1 = Missing.CHANNELS", "javac"),
                new Fault("expand3x3 = 6", "expand3x3 = -6", "range stages[0].fires[0].expand3x3"),
                new Fault("squeeze = 9", "squeeze = -9", "range stages[1].fires[0].squeeze"),
                new Fault("dropout = 0.5", "dropout = 5", "range dropout"));
    }

    private static Family denseNet() {
        return new Family(
                "@DenseNet(name = \"N\", input = @Input(channels = 3, height = 64, width = 64), classes = 10, "
                        + "stem = @Stem(channels = 8, kernel = 7, padding = 3), growth = 4, "
                        + "compression = 0.5, blocks = {@DenseNet.Block(layers = 2), @DenseNet.Block(layers = 3)})",
                name("N"),
                new Fault("channels = 3,", "channels = 0,", "range input.channels"),
                new Fault("height = 64", "height = 0", "range input.height"),
                new Fault("classes = 10", "classes = 0", "range classes"),
                new Fault("kernel = 7", "kernel = 99", "shape stem.kernel"),
                new Fault("growth = 4", "growth = 0", "range growth"),
                new Fault("compression = 0.5", "compression = 2", "range compression"),
                new Fault("layers = 2", "layers = 0", "range blocks[0].layers"),
                new Fault("layers = 3", "layers = 101", "range blocks[1].layers"));
    }

    private static Family network() {
        return new Family(
                "@Network(name = \"N\", input = @Input(channels = 4, height = 28, width = 28))",
                "@Conv(channels = 6, kernel = {3, 5}, padding = 1) @BatchNorm @Relu void stem(); "
                        + "@MaxPool(kernel = 2, padding = 0) void pool(); @Conv(channels = 8, kernel = 1, groups = 2) void parts(); "
                        + "@Conv(channels = 9, kernel = 7) @LeakyRelu(slope = 0.1) void last(); @Dropout(rate = 0.5) void dropped(); "
                        + "@Linear(units = 20) void hidden(); @BatchNorm(momentum = 0.2) void norm(); @Linear(units = 10) void classes();",
                List.of(
                        name("N"),
                        new Fault("kernel = {3, 5}", "kernel = {3, 99}", "shape stem.kernel", "shape last.kernel"),
                        new Fault(
                                "padding = 1",
                                "padding = -1",
                                "range stem.padding",
                                "shape stem.kernel",
                                "shape last.kernel"),
                        new Fault("channels = 6", "channels = 0", "range stem.channels", "groups parts.groups"),
                        new Fault("padding = 0", "padding = 2", "pool-padding pool.padding"),
                        new Fault("groups = 2", "groups = 4", "groups parts.groups"),
                        new Fault("kernel = 7", "kernel = 77", "shape last.kernel"),
                        new Fault("slope = 0.1", "slope = 1", "range last.slope"),
                        new Fault("rate = 0.5", "rate = 50", "range dropped.rate"),
                        new Fault("void hidden()", "int hidden()", "stage-method hidden"),
                        new Fault("@BatchNorm(mom", "void nothing(); @BatchNorm(mom", "stage-layers nothing"),
                        new Fault("momentum = 0.2", "momentum = 0", "range norm.momentum"),
                        new Fault("units = 20", "units = " + LARGEST, "too-large hidden.units"),
                        new Fault("units = 10", "units = 1", "class-scores classes.units")));
    }

    /** Faults of whole stages and of the stages after them. */
    private static Family stages() {
        return new Family(
                "@Network(name = \"M\", input = @Input(channels = 1, height = 28, width = 28))",
                "@Conv(channels = 4, kernel = 3) void stem(); @ChannelShuffle(groups = 2) void mixed(); "
                        + "@GroupNorm(groups = 4) @StochasticDepth(rate = 0.2) void even(); @LayerScale(initial = 0.1) void scaled(); "
                        + "@ChannelSplit(parts = 2, part = 1) void half(); @SqueezeExcite(width = 2) void gated(); "
                        + "@MaxPool(kernel = 2) void pool(); @Relu void bent(); "
                        + "@Conv(channels = 3, kernel = 1) void behind(); @Linear(units = 20) void hidden(); "
                        + "@Sigmoid void squashed(); @Linear(units = 10) void classes();",
                List.of(
                        name("M"),
                        new Fault("kernel = 3)", "kernel = 33)", "shape stem.kernel", "shape behind.kernel"),
                        new Fault(
                                "@MaxPool(kernel = 2)",
                                "@MaxPool(kernel = 2) @Flatten",
                                "stage-layers pool",
                                "shape behind.kernel"),
                        new Fault("@Relu void bent()", "@Relu @Tanh void bent()", "stage-layers bent"),
                        new Fault("kernel = 1)", "kernel = 44)", "shape behind.kernel"),
                        new Fault("groups = 2", "groups = 3", "groups mixed.groups"),
                        new Fault("parts = 2", "parts = 3", "parts half.parts"),
                        new Fault("part = 1", "part = 9", "range half.part"),
                        new Fault("width = 2)", "width = 0)", "range gated.width"),
                        new Fault("groups = 4", "groups = 5", "groups even.groups"),
                        new Fault("rate = 0.2", "rate = 1", "range even.rate"),
                        new Fault("initial = 0.1", "initial = 0", "range scaled.initial"),
                        new Fault("channels = 3", "channels = 0", "range behind.channels"),
                        new Fault("units = 20", "units = 0", "range hidden.units"),
                        new Fault(
                                "@Sigmoid void squashed()",
                                "@Conv(channels = 5, kernel = 1) void squashed()",
                                "image-expected squashed"),
                        new Fault("units = 10", "units = 1", "class-scores classes.units"),
                        new Fault("void classes()", "default void classes() {}", "stage-method classes")));
    }

    /** Faults of a network whose output is an image. */
    private static Family pixels() {
        return new Family(
                "@Network(input = @Input(channels = 3, height = 12, width = 10), loss = Loss.PIXEL_DICE)",
                "@Conv(channels = 6, kernel = 3, padding = 1) @LeakyRelu(slope = 0.1) void stem(); "
                        + "@Conv(channels = 4, kernel = {1, 5}, padding = {0, 2}, groups = 2) void wide(); "
                        + "@Conv(channels = 2, kernel = 1) void scores();",
                List.of(
                        new Fault("kernel = 3", "kernel = 33", "shape stem.kernel"),
                        new Fault("slope = 0.1", "slope = 1", "range stem.slope"),
                        new Fault("groups = 2", "groups = 4", "groups wide.groups"),
                        new Fault("channels = 4", "channels = 0", "range wide.channels"),
                        new Fault("channels = 2", "channels = 1", "pixel-scores scores")));
    }

    /** Faults of the same layer, and of superfluous elements. */
    private static Family convolution() {
        return new Family(
                "@Network(name = \"N\", input = @Input(channels = 6, height = 28, width = 28))",
                "@Conv(channels = 9, kernel = {3, 4}, stride = {2, 1}, padding = {0, 0}, dilation = 1, groups = 3) void parts(); "
                        + "@InceptionBlock(c1x1 = 1, reduce3x3 = 2, c3x3 = 3, reduce5x5 = 4, c5x5 = 5, pool = 7, "
                        + "norm = @BatchNorm(momentum = 0.2)) void branches(); "
                        + "@AveragePool(kernel = {2, 3}) void pool(); @AdaptiveAveragePool(rows = 5, columns = 4) void means(); "
                        + "@Upsample(factor = 3) void larger(); "
                        + "@TransposedConv(channels = 7, kernel = 2, stride = 2, outputPadding = 0) void finer(); "
                        + "@Linear(units = 10) void classes();",
                List.of(
                        name("N"),
                        new Fault("{3, 4}", "{3, 44}", "shape parts.kernel", "shape pool.kernel"),
                        new Fault("stride = {2, 1}", "stride = {2, 1, 3}", "count parts.stride"),
                        new Fault("padding = {0, 0}", "padding = {-2, 0}", "range parts.padding[0]"),
                        new Fault("groups = 3", "groups = 4", "groups parts.groups"),
                        new Fault("channels = 6", "channels = 0", "range input.channels"),
                        new Fault("height = 28", "height = Missing.ROWS", "javac"),
                        new Fault(
                                "norm = @BatchNorm(",
                                "norm = @BatchNorm(epsilon = 0, ",
                                "range branches.norm[0].epsilon"),
                        new Fault("momentum = 0.2)", "momentum = Missing.SHARE)", "javac"),
                        new Fault("{2, 3}", "{2, 33}", "shape pool.kernel"),
                        new Fault("rows = 5", "rows = 0", "range means.rows"),
                        new Fault("factor = 3", "factor = 3, width = 4", "upsampling larger.factor"),
                        new Fault("outputPadding = 0", "outputPadding = 2", "transposed-padding finer.outputPadding"),
                        new Fault("columns = 4", "columns = " + LARGEST, "too-large means")));
    }
}
