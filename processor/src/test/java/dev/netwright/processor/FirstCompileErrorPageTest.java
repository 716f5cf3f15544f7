package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import dev.netwright.annotations.Vgg;
import dev.netwright.operation.NetworkLayers;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The messages in {@code docs/first-compile-error.md} are javac's for the specs above them. Run with {@code
 * -Dgolden.update=true} to update them, and read the difference before you commit it.
 */
final class FirstCompileErrorPageTest {
    private static final Path PAGE = Path.of("..", "docs", "first-compile-error.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^```java\n(.*?)^```\n```\n(.*?)^```\n", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public interface (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void everyMessageIsThatOfJavac() throws IOException {
        String page = Files.readString(PAGE);
        List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
        StringBuilder answered = new StringBuilder();
        int done = 0;
        for (MatchResult example : examples) {
            // The last section is about a processor that didn't run.
            boolean isLast = example == examples.get(examples.size() - 1);
            answered.append(page.substring(done, example.start(2))).append(javac(example.group(1), !isLast));
            done = example.end(2);
        }
        answered.append(page.substring(done));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, answered.toString());
        }
        assertThat(examples).hasSize(5);
        assertThat(Files.readString(PAGE)).isEqualTo(answered.toString());
    }

    private String javac(String source, boolean withProcessor) throws IOException {
        Matcher type = TYPE.matcher(source);
        assertThat(type.find()).as(source).isTrue();
        String name = type.group(1) + ".java";
        Files.writeString(folder.resolve(name), source);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-classpath",
                classPath(),
                folder.resolve(name).toString()));
        arguments.addAll(
                withProcessor ? List.of("-processor", NetwrightProcessor.class.getName()) : List.of("-proc:none"));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, printed, printed, arguments.toArray(String[]::new));
        assertThat(exit).as(source).isNotZero();
        return printed.toString(StandardCharsets.UTF_8)
                .replace(folder + File.separator, "")
                .replace(System.lineSeparator(), "\n");
    }

    private static String classPath() {
        return Stream.of(
                        SpecCompiler.classPathOf(Vgg.class),
                        SpecCompiler.classPathOf(NetwrightProcessor.class),
                        SpecCompiler.classPathOf(JavaFile.class),
                        SpecCompiler.classPathOf(NetworkLayers.class),
                        SpecCompiler.standIns())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
