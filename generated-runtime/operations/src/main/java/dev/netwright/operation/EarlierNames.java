package dev.netwright.operation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of layers in version 0.1, which counted the blocks of a ResNet from 1: {@code layer3_2_conv1} is today's
 * {@code layer3.1.conv1}. Files and options of 0.1 have them.
 */
public final class EarlierNames {
    private static final Pattern EARLIER =
            Pattern.compile("^((?:optimizer/)?layer[1-9]\\d{0,8})_([1-9]\\d{0,8})(?:_(.*))?$", Pattern.DOTALL);
    private static final Pattern TODAY =
            Pattern.compile("^(layer[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(?:\\.(.*))?$", Pattern.DOTALL);

    private EarlierNames() {}

    /**
     * Today's name of a block, a layer or a tensor.
     *
     * @param name a name of 0.1, or any other
     * @return today's name; the same if it had no other
     */
    public static String today(String name) {
        return renamed(EARLIER, name, '.', -1);
    }

    /**
     * The name that a block or a layer had in 0.1.
     *
     * @param name today's name, or any other
     * @return its earlier name; the same if it had no other
     */
    public static String earlier(String name) {
        return renamed(TODAY, name, '_', 1);
    }

    private static String renamed(Pattern pattern, String name, char separator, int difference) {
        Matcher match = pattern.matcher(name);
        if (!match.matches()) {
            return name;
        }
        String block = match.group(1) + separator + (Integer.parseInt(match.group(2)) + difference);
        return match.group(3) == null ? block : block + separator + match.group(3);
    }
}
