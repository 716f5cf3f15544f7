package dev.netwright.commandline.command;

import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.duplicate.Duplicates;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports pictures that occur twice. */
@Command(
        name = "duplicates",
        description = "Reports pictures to evaluate that are also among those to train on, exactly or nearly.",
        sortOptions = false)
public final class DuplicatesCommand implements Runnable {
    private static final int COLOURS = 3;

    @Mixin
    private final SplitOptions split = new SplitOptions();

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "The seed of the split, as for train (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--within", description = "Compares all pictures of --data with each other, without a split.")
    private boolean isWithin;

    @Option(
            names = "--bits",
            paramLabel = "<count>",
            defaultValue = "" + Duplicates.USUAL_BITS,
            description =
                    "How many of the 128 bits of their hashes may differ in pictures that resemble each other: 0 to "
                            + Duplicates.MOST_BITS + " (default: ${DEFAULT-VALUE}).")
    private int bits;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public void run() {
        if (bits < 0 || bits > Duplicates.MOST_BITS) {
            throw new IllegalArgumentException("--bits must be from 0 to " + Duplicates.MOST_BITS + ", found " + bits);
        }
        split.requireShare();
        if (isWithin) {
            Pictures all = split.all(COLOURS);
            print(Duplicates.within(all, bits), all.size(), "pictures", "repeat an earlier one");
        } else {
            Split<Pictures> parts = split.split(COLOURS, seed);
            print(
                    Duplicates.between(parts.training(), parts.validation(), bits),
                    parts.validation().size(),
                    "pictures to evaluate",
                    "are also among those to train on");
        }
    }

    private static void print(Duplicates duplicates, int size, String pictures, String what) {
        duplicates.found().forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%,d of %,d %s %s: %,d exactly, %,d nearly%n",
                duplicates.found().size(),
                size,
                pictures,
                what,
                duplicates.exact(),
                duplicates.near());
    }
}
