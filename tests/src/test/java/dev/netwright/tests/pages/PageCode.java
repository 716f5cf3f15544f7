package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java of a page.
 *
 * @param blocks the first has the imports, each other one is what a method may hold
 */
record PageCode(List<String> blocks) {
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static PageCode of(Path page) throws IOException {
        return new PageCode(JAVA.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .toList());
    }

    /** The blocks, which javac had nothing to say about. */
    List<String> compiled(Path folder) throws IOException {
        StringBuilder source = new StringBuilder(blocks.get(0)).append("final class Page {\n");
        for (int i = 1; i < blocks.size(); i++) {
            source.append("static void block" + i + "() throws Exception {\n")
                    .append(blocks.get(i))
                    .append("}\n");
        }
        Path file = Files.writeString(folder.resolve("Page.java"), source.append("}\n"));
        assertThat(javac(file, folder)).isEmpty();
        return blocks;
    }

    private static String javac(Path file, Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none");
            javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return messages.toString();
    }
}
