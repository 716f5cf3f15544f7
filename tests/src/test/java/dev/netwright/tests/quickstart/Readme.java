package dev.netwright.tests.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code blocks of the README, each known by the line above it. */
record Readme(String text) {
    static Readme read() throws IOException {
        return new Readme(Files.readString(Path.of("..", "README.md")));
    }

    /** The one block whose line above begins so, without its fences. */
    String blockUnder(String beginning) {
        Matcher block = Pattern.compile(
                        "^" + Pattern.quote(beginning) + "[^\n]*\n```\\w*\n(.*?)^```$",
                        Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new AssertionError("README.md has no code block under a line that begins with: " + beginning);
        }
        return block.group(1);
    }
}
