package dev.netwright.processor;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A family of random specs.
 *
 * @param hasTightWindows whether a window may be larger than what it reads; otherwise padding makes each fit
 * @param faultyOneIn the most specs of which one is faulty when numbers are replaced: a spec of four numbers has few of them
 * @param problems ids of problems that replaced numbers can cause in this family, in addition to those that they can
 * cause in all
 */
record RandomFamily(
        String name,
        Function<Random, RandomSource> draw,
        boolean hasTightWindows,
        int faultyOneIn,
        List<String> problems) {
    /** The name of the family of free branches and blocks. */
    static final String BRANCHES = "Branches of Network";

    private static final int FAULTY_ONE_IN = 8;

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
            new RandomFamily("MobileNetV3", RandomSpec::mobileNetV3, false, 20, List.of()),
            new RandomFamily("EfficientNet", RandomSpec::efficientNet, false, 20, List.of()),
            padded("Mnasnet", RandomSpec::mnasnet),
            new RandomFamily(BRANCHES, RandomSpec::freeBranches, List.of("no-stages")),
            new RandomFamily(
                    "Network", RandomNetwork::new, List.of("groups", "pool-padding", "class-scores", "no-stages")));

    RandomFamily(String name, Function<Random, RandomSource> draw, List<String> problems) {
        this(name, draw, true, FAULTY_ONE_IN, problems);
    }

    /** A family whose windows fit any input. */
    private static RandomFamily padded(String name, Function<Random, RandomSource> draw) {
        return new RandomFamily(name, draw, false, FAULTY_ONE_IN, List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
