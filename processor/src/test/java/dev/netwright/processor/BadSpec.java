package dev.netwright.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * A source that must not compile, or that triggers lints, with its messages in comments.
 *
 * @param folder its folder in the test resources, and its package
 * @param name the file's name without {@code .java}
 * @param classes simple names of the classes that are written anyway
 * @param options the processor's options
 * @param expected every message
 */
record BadSpec(
        String folder,
        String name,
        String source,
        List<String> classes,
        List<String> options,
        List<Expected> expected) {
    private static final Pattern CLASSES = Pattern.compile("// classes:(.*)");
    private static final Pattern OPTIONS = Pattern.compile("// options:(.*)");
    private static final Pattern CARET = Pattern.compile("//( *)\\^ \\[([^\\]]+)\\] ?(.*)");

    /**
     * One or more statements about the message at a place.
     *
     * @param line from 1
     * @param column from 1
     * @param id the problem's id, or javac's code
     * @param texts what the message contains
     */
    record Expected(int line, int column, String id, List<String> texts) {
        boolean isOf(Diagnostic<?> diagnostic) {
            String message = diagnostic.getMessage(Locale.ROOT);
            return diagnostic.getLineNumber() == line
                    && diagnostic.getColumnNumber() == column
                    && (message.startsWith("[" + id + "]") || id.equals(diagnostic.getCode()))
                    && texts.stream().allMatch(message::contains);
        }
    }

    static List<BadSpec> all() {
        return all("bad");
    }

    static List<BadSpec> all(String folder) {
        return SpecCompiler.files(SpecCompiler.resource(folder), ".java").stream()
                .map(file -> read(folder, file))
                .toList();
    }

    private static BadSpec read(String folder, Path file) {
        String source = SpecCompiler.read(file);
        List<String> lines = source.lines().toList();
        Matcher classes = CLASSES.matcher(lines.get(0));
        if (!classes.matches()) {
            throw new AssertionError(file + " doesn't begin with // classes:");
        }
        Matcher options = OPTIONS.matcher(lines.get(1));
        return new BadSpec(
                folder,
                file.getFileName().toString().replace(".java", ""),
                source,
                words(classes.group(1)),
                options.matches() ? words(options.group(1)) : List.of(),
                expected(lines));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Expected> expected(List<String> lines) {
        List<Expected> expected = new ArrayList<>();
        int code = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher caret = CARET.matcher(lines.get(i));
            if (!caret.matches()) {
                code = i + 1;
                continue;
            }
            Expected next = new Expected(
                    code, "//".length() + caret.group(1).length() + 1, caret.group(2), List.of(caret.group(3)));
            Expected last = expected.isEmpty() ? next : expected.get(expected.size() - 1);
            if (last.line() == next.line()
                    && last.column() == next.column()
                    && last.id().equals(next.id())) {
                List<String> texts = Stream.concat(last.texts().stream(), next.texts().stream())
                        .distinct()
                        .toList();
                expected.remove(last);
                expected.add(new Expected(code, next.column(), next.id(), texts));
            } else {
                expected.add(next);
            }
        }
        return expected;
    }

    SpecCompiler.Source file() {
        return new SpecCompiler.Source(folder + "/" + name + ".java", source);
    }

    /** The sources with callers of every member of every class that is written. */
    List<SpecCompiler.Source> withCallers() {
        String caller = SpecCompiler.read(SpecCompiler.resource("support/Caller.java.txt"));
        List<SpecCompiler.Source> sources = new ArrayList<>();
        sources.add(file());
        for (String type : classes) {
            sources.add(new SpecCompiler.Source("bad/CallerOf" + type + ".java", caller.replace("$CLASS", type)));
        }
        return sources;
    }

    @Override
    public String toString() {
        return name;
    }
}
