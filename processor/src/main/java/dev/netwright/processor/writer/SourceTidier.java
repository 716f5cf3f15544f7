package dev.netwright.processor.writer;

import java.util.regex.Pattern;

/**
 * Compacts what JavaPoet spreads over several lines: runs of plain fields, Javadoc of one line, and empty bodies. It
 * changes nothing else.
 */
public final class SourceTidier {
    private static final Pattern ONE_LINE_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\) \\{\\n *}$");
    private static final Pattern BETWEEN_FIELDS =
            Pattern.compile("(?m)^( *private final \\S+ \\w+;)\\n\\n(?= *private final \\S+ \\w+;$)");

    private SourceTidier() {}

    /** The same program in fewer lines. */
    public static String tidy(String source) {
        String joined = ONE_LINE_JAVADOC.matcher(source).replaceAll("$1/** $2 */");
        String bodies = EMPTY_BODY.matcher(joined).replaceAll(") {}");
        return BETWEEN_FIELDS.matcher(bodies).replaceAll("$1\n");
    }
}
