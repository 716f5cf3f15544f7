package dev.netwright.tests.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The command lines of a page: what stands indented outside of its fences.
 *
 * @param lines without the indent
 * @param shown those that stand right above a block of what they print
 */
record PageCommands(List<String> lines, List<Shown> shown) {
    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INDENTED = Pattern.compile("^ {4}(\\S.*)$", Pattern.MULTILINE);
    private static final Pattern SHOWN =
            Pattern.compile("^ {4}(\\S[^\n]*)\n\n```\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("mvn -q compile -Prun -Dargs=\"([^\"]+)\"");

    /** A command line and its block. */
    record Shown(String line, String block) {}

    static PageCommands of(Path page) throws IOException {
        String text = Files.readString(page);
        return new PageCommands(
                INDENTED.matcher(FENCED.matcher(text).replaceAll(""))
                        .results()
                        .map(line -> line.group(1))
                        .toList(),
                SHOWN.matcher(text)
                        .results()
                        .map(shown -> new Shown(shown.group(1), shown.group(2)))
                        .toList());
    }

    /**
     * What a line gives to Netwright's command line.
     *
     * @throws AssertionError if the line is no call of it
     */
    static String[] arguments(String line) {
        MatchResult run = RUN.matcher(line)
                .results()
                .filter(found -> found.group().equals(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call of the command line: " + line));
        return run.group(1).split(" ");
    }
}
