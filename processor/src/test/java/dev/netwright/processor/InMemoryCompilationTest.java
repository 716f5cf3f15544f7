package dev.netwright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The processor under Compile-Testing, with the stand-ins for the runtime that generated classes compile against. */
final class InMemoryCompilationTest {
    private static final Path STAND_INS = Path.of("src", "test", "resources", "support", "dev");

    private static Compilation compile(JavaFileObject spec) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>(List.of(spec));
        try (Stream<Path> files = Files.walk(STAND_INS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
            }
        }
        return javac().withProcessors(new NetwrightProcessor()).compile(sources);
    }

    @Test
    void aValidSpecGeneratesTheGoldenClass() throws IOException {
        Compilation compilation = compile(JavaFileObjects.forSourceString("sample.LeNet5Spec", """
                package sample;

                import dev.netwright.annotations.*;

                @LeNet
                public interface LeNet5Spec {}
                """));

        assertThat(compilation)
                .generatedSourceFile("sample.LeNet5")
                .contentsAsUtf8String()
                .isEqualTo(Files.readString(Path.of("src", "test", "resources", "golden", "LeNet5.java.txt")));
    }

    @Test
    void theCaretPointsAtTheNumberThatIsWrong() throws IOException {
        JavaFileObject spec = JavaFileObjects.forSourceString("sample.WrongSpec", """
                package sample;

                import dev.netwright.annotations.*;

                @Vgg(
                        ratio = 0,
                        blocks = @Vgg.Block(convs = 1, channels = -8))
                public interface WrongSpec {}
                """);

        Compilation compilation = compile(spec);

        assertThat(compilation).failed();
        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation)
                .hadErrorContaining("[netwright:range] ratio")
                .inFile(spec)
                .onLine(6)
                .atColumn(17);
        assertThat(compilation)
                .hadErrorContaining("[netwright:range] blocks[0].channels")
                .inFile(spec)
                .onLine(7)
                .atColumn(51);
    }
}
