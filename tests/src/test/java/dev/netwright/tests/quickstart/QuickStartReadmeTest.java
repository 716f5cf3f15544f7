package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuickStartReadmeTest {
    private static final Path PICTURE = Path.of("..", "docs", "images", "compile-error.svg");

    @ParameterizedTest
    @EnumSource
    void theReadmeShowsTheProjectThatTheBuildRuns(QuickStart file) throws IOException {
        assertThat(Readme.read().blockUnder("`" + file.inProject() + "`")).isEqualTo(Files.readString(file.source()));
    }

    @Test
    void aSpecTakesAtMostTwelveLinesAndAMainAtMostEight() throws IOException {
        assertThat(Files.readAllLines(QuickStart.SPEC.source())).hasSizeLessThanOrEqualTo(12);
        assertThat(Files.readAllLines(QuickStart.MAIN.source()).stream()
                        .dropWhile(line -> !line.contains("class Main")))
                .hasSizeLessThanOrEqualTo(8);
    }

    /** {@code -Dgolden.update=true} draws it anew. */
    @Test
    void theReadmesPictureShowsWhatJavacSaysOfTooSmallAnImage(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("GarmentsSpec.java");
        Files.writeString(broken, Breakage.in(Files.readString(QuickStart.SPEC.source())));

        String picture = CompilerPicture.of(javac(broken, folder).replace(broken.toString(), "GarmentsSpec.java"));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
        assertThat(Readme.read().text()).contains("](docs/images/" + PICTURE.getFileName() + ")");
    }

    private static String javac(Path source, Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    folder.toString(),
                                    "-processor",
                                    "dev.netwright.processor.NetwrightProcessor"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).isFalse();
        }
        return messages.toString().replace(System.lineSeparator(), "\n");
    }
}
