package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.source.PictureFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/data.md}: its first block has the imports, each other one is what a method may hold. */
final class DataPageTest {
    private static final Path PAGE = Path.of("..", "docs", "data.md");
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyBlockCompilesAsItStands() throws IOException {
        List<String> blocks = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(7);
        StringBuilder source = new StringBuilder(blocks.get(0)).append("final class Page {\n");
        for (int i = 1; i < blocks.size(); i++) {
            source.append("static void block" + i + "() throws Exception {\n")
                    .append(blocks.get(i))
                    .append("}\n");
        }
        Path file = Files.writeString(folder.resolve("Page.java"), source.append("}\n"));

        assertThat(javac(file)).isEmpty();
    }

    @Test
    void theErrorsAreThoseThatAUserSees() throws IOException {
        String page = Files.readString(PAGE);
        Path root = Files.createDirectory(folder.resolve("classify-leaves"));
        Path csv = Files.writeString(root.resolve("train.csv"), "image,label\nimages/0.jpg,oak\nimages/1.jpg\n");
        assertThat(page).contains(message(root, () -> PictureFolder.at(root).labelledBy(csv)));

        Path picture = Files.createDirectory(root.resolve("images")).resolve("7.jpg");
        byte[] content = new byte[1344];
        // A comment of more bytes than there are.
        System.arraycopy(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfe, (byte) 0xff}, 0, content, 0, 5);
        Files.write(picture, content);
        assertThat(page)
                .contains(message(root, () -> PictureFolder.at(root).all().picture(0)));
    }

    private static String message(Path root, Runnable mistake) throws IOException {
        try {
            mistake.run();
        } catch (MalformedDataException e) {
            return String.valueOf(e.getMessage())
                    .replace(root.toRealPath().toString(), "classify-leaves")
                    .replace(root.toString(), "classify-leaves")
                    .replace('\\', '/');
        }
        throw new AssertionError("no error");
    }

    private String javac(Path file) throws IOException {
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
