package dev.netwright.processor;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A family of random specs.
 *
 * @param hasTightWindows whether a window may be larger than what it reads; otherwise padding makes each fit
 * @param problems ids of problems that replaced numbers can cause in this family, in addition to those that they can
 * cause in all
 */
record RandomFamily(String name, Function<Random, RandomSource> draw, boolean hasTightWindows, List<String> problems) {
    /** The name of the family of free branches and blocks. */
    static final String BRANCHES = "Branches of Network";

    /** Every family. */
    static final List<RandomFamily> ALL = List.of(
            new RandomFamily("LeNet", RandomSpec::leNet, List.of()),
            new RandomFamily("Vgg", RandomSpec::vgg, List.of("ratio", "empty-block")),
            new RandomFamily("AlexNet", RandomSpec::alexNet, List.of()),
            new RandomFamily("Nin", RandomSpec::nin, List.of()),
            new RandomFamily("ResNet", RandomSpec::resNet, List.of()),
            new RandomFamily("Inception", RandomSpec::inception, List.of("pool-padding")),
            new RandomFamily("DenseNet", RandomSpec::denseNet, List.of()),
            new RandomFamily("SqueezeNet", RandomSpec::squeezeNet, List.of()),
            new RandomFamily("InceptionV3", RandomSpec::inceptionV3, List.of()),
            new RandomFamily("ConvNeXt", RandomSpec::convNeXt, List.of()),
            padded("RegNet", RandomSpec::regNet),
            padded("ShuffleNetV2", RandomSpec::shuffleNetV2),
            padded("MobileNetV2", RandomSpec::mobileNetV2),
            padded("MobileNetV3", RandomSpec::mobileNetV3),
            padded("EfficientNet", RandomSpec::efficientNet),
            padded("Mnasnet", RandomSpec::mnasnet),
            new RandomFamily(BRANCHES, RandomSpec::freeBranches, List.of("no-stages")),
            new RandomFamily(
                    "Network", RandomNetwork::new, List.of("groups", "pool-padding", "class-scores", "no-stages")));

    RandomFamily(String name, Function<Random, RandomSource> draw, List<String> problems) {
        this(name, draw, true, problems);
    }

    /** A family whose windows fit any input. */
    private static RandomFamily padded(String name, Function<Random, RandomSource> draw) {
        return new RandomFamily(name, draw, false, List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
