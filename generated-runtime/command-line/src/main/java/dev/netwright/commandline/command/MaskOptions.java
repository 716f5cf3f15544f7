package dev.netwright.commandline.command;

import dev.netwright.runtime.source.MaskClasses;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the pixels of masks stand for classes. */
final class MaskOptions {
    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    @Option(
            names = "--colours",
            paramLabel = "<colours>",
            split = ",",
            description =
                    "For networks of pixels: the colour of each class in the masks, such as 000000,ff0000, in the order of --labels"
                            + " (default: pixels are the numbers of classes, from 0 on).")
    private List<String> colours = List.of();

    @Option(
            names = "--ignore",
            paramLabel = "<value>",
            description =
                    "For networks of pixels: the colour, or the number, of pixels that don't count (default: 255 for numbers, none for colours).")
    private @Nullable String ignored;

    /** The classes of these names. */
    MaskClasses classes(List<String> labels) {
        MaskClasses classes = colours.isEmpty() ? MaskClasses.numbered(labels) : coloured(labels);
        if (ignored == null) {
            return classes;
        }
        if (colours.isEmpty() && !NUMBER.matcher(ignored).matches()) {
            throw new IllegalArgumentException(
                    "--ignore must be a number from 0 to 255 without --colours, found '" + ignored + "'");
        }
        return classes.ignoring(colours.isEmpty() ? Integer.parseInt(ignored) : colour("--ignore", ignored));
    }

    /** Requires that no option is given that is for masks alone. */
    void requireNone(String network) {
        if (!colours.isEmpty() || ignored != null) {
            throw new IllegalArgumentException((colours.isEmpty() ? "--ignore" : "--colours")
                    + " is for networks of pixels, and " + network + "; leave it out");
        }
    }

    private MaskClasses coloured(List<String> labels) {
        if (colours.size() != labels.size()) {
            throw new IllegalArgumentException("--colours must give a colour for each of '"
                    + String.join("', '", labels) + "', found " + colours.size());
        }
        MaskClasses classes = MaskClasses.coloured(labels.get(0), colour("--colours", colours.get(0)));
        for (int k = 1; k < labels.size(); k++) {
            classes = classes.and(labels.get(k), colour("--colours", colours.get(k)));
        }
        return classes;
    }

    private static int colour(String option, String text) {
        if (!COLOUR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    option + " takes colours of six hexadecimal digits, such as ff0000, found '" + text + "'");
        }
        return Integer.parseInt(text.substring(text.length() - 6), 16);
    }
}
