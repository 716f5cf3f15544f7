package dev.netwright.commandline.command;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.NetworkType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for labelled pictures in two parts: to train on and to evaluate. */
final class SplitOptions {
    @Option(names = "--data", paramLabel = "<where>", required = true, description = PictureOptions.WHERE + ".")
    private String data = "";

    @Mixin
    private final PictureOptions pictures = new PictureOptions();

    @Option(
            names = "--test-data",
            paramLabel = "<where>",
            description =
                    "Pictures to evaluate after each epoch (default: a part of --data, or Fashion-MNIST's test pictures).")
    private @Nullable String testData;

    @Option(
            names = "--split",
            paramLabel = "<share>",
            defaultValue = "0.8",
            description =
                    "Without --test-data, the share of --data to train on; the rest is evaluated (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--ordered",
            description =
                    "Splits --data in order, which must be shuffled, instead of drawing each class's share by --seed.")
    private boolean isOrdered;

    /** Rejects a share that isn't between 0 and 1. */
    void requireShare() {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("--split must be between 0 and 1, found " + share);
        }
    }

    /** All of the data, without the test pictures of a source that has its own. */
    Pictures all(int channels) {
        return pictures.training(data, channels);
    }

    /** All of the data for a network, without the test pictures of a source that has its own. */
    Pictures all(NetworkType<?> type) {
        return pictures.training(data, type);
    }

    /** Both parts; prints how large they are if they come from one. */
    Split<Pictures> split(int channels, long seed) {
        Pictures learned = all(channels);
        return evaluated()
                .map(where -> new Split<>(learned, pictures.unmatched(where, channels)))
                .orElseGet(() -> split(learned, seed));
    }

    /** Both parts for a network; prints how large they are if they come from one. */
    Split<Pictures> split(NetworkType<?> type, long seed) {
        Pictures learned = all(type);
        return evaluated()
                .map(where -> new Split<>(learned, pictures.evaluated(where, type, learned.labels())))
                .orElseGet(() -> split(learned, seed));
    }

    /** Where the pictures to evaluate are, if they aren't a part of the data. */
    private Optional<String> evaluated() {
        return Optional.ofNullable(testData)
                .or(() -> PictureOptions.hasTestPictures(data) ? Optional.of(data) : Optional.empty());
    }

    private Split<Pictures> split(Pictures learned, long seed) {
        Split<Pictures> split = isOrdered ? Split.ordered(learned, share) : Split.stratified(learned, share, seed);
        String drawn = learned.target() instanceof Target.OneClass ? "split within each class" : "split at random";
        System.out.printf(
                Locale.ROOT,
                "%,d pictures to train on and %,d to evaluate, %s%n",
                split.training().size(),
                split.validation().size(),
                isOrdered ? "split in order" : drawn + " by seed " + seed);
        return split;
    }
}
