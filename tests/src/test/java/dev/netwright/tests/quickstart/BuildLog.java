package dev.netwright.tests.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build of a user's project printed, without the colours that a terminal would show. */
record BuildLog(List<String> lines) {
    /** The log of the project's copy in {@code target/it}. */
    static BuildLog of(Path copy) throws IOException {
        return new BuildLog(Files.readAllLines(copy.resolve("build.log")).stream()
                .map(line -> line.replaceAll("\\x1b\\[[\\d;]*m", ""))
                .toList());
    }

    /** The one number behind a word at a line's beginning. */
    double number(String word) {
        List<Double> numbers = lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> Double.valueOf(line.substring(word.length() + 1)))
                .toList();
        if (numbers.size() != 1) {
            throw new AssertionError("expected one line that begins with '" + word + "', found " + numbers.size()
                    + " in:\n" + String.join("\n", lines));
        }
        return numbers.get(0);
    }
}
