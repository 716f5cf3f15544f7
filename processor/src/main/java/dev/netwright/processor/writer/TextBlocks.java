package dev.netwright.processor.writer;

import java.util.ArrayList;
import java.util.List;

/**
 * The text blocks that together hold a text of any length: a constant has at most 65,535 bytes of modified UTF-8 (Java
 * Virtual Machine Specification, section 4.4.7).
 */
final class TextBlocks {
    private static final int MOST_BYTES = 65_535;
    private static final String INDENT = " ".repeat(12);
    private static final String QUOTES = "\"\"\"";

    private TextBlocks() {}

    /** As few text blocks as hold the lines, each of which ends with a line feed; one if there are no lines. */
    static List<String> of(List<String> lines) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        int bytes = 0;
        for (String line : lines) {
            int more = bytes(line) + 1;
            if (bytes + more > MOST_BYTES) {
                blocks.add(quoted(block));
                block.setLength(0);
                bytes = 0;
            }
            block.append(INDENT).append(line).append('\n');
            bytes += more;
        }
        blocks.add(quoted(block));
        return blocks;
    }

    private static String quoted(StringBuilder block) {
        return QUOTES + "\n" + block + INDENT + QUOTES;
    }

    private static int bytes(String line) {
        return line.chars()
                .map(unit -> unit >= 1 && unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
                .sum();
    }
}
