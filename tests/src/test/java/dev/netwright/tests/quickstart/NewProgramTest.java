package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NewProgramTest {
    @TempDir
    private Path folder;

    /** Names that are also those of classes that generated code uses. */
    @ParameterizedTest
    @ValueSource(
            strings = {"garments", "com.example.leaf_shapes", "dataset", "evaluation", "prediction", "shape", "list"})
    void theSpecAndMainCompileWithoutAWarning(String name) throws IOException {
        assertThat(Netwright.execute("new", folder.resolve("program").toString(), "--package", name))
                .isZero();

        assertThat(javac(folder.resolve("program/src/main/java"), Files.createDirectory(folder.resolve("classes"))))
                .isEmpty();
        assertThat(folder.resolve("classes/" + name.replace('.', '/') + "/Main.class"))
                .exists();
    }

    /** {@return what javac says of all sources below a folder} */
    private static String javac(Path sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            javac.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-Xlint:all,-processing,-classfile,-path,-options",
                                    "-processor",
                                    "dev.netwright.processor.NetwrightProcessor"),
                            null,
                            files.getJavaFileObjectsFromFiles(all.filter(Files::isRegularFile)
                                    .map(Path::toFile)
                                    .toList()))
                    .call();
        }
        return messages.toString();
    }
}
