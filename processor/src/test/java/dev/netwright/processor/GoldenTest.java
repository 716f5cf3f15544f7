package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exact text of one class per family, under {@code src/test/resources/golden}. Run with {@code -Dgolden.update=true}
 * to write it anew, and read the difference before it is committed.
 */
final class GoldenTest {
    private static final Golden LENET = new Golden("LeNet5", "@LeNet");
    private static final Golden VGG = new Golden("VggOfEverything", """
            @Vgg(
                    input = @Input(channels = 1, height = 32, width = 48),
                    classes = 10,
                    ratio = 4,
                    blocks = {
                        @Vgg.Block(convs = 1, channels = 64, kernel = 5, lrn = @LocalResponseNorm),
                        @Vgg.Block(convs = 2, channels = 128, pointwise = 1),
                        @Vgg.Block(convs = 0, channels = 256, pointwise = 1)
                    },
                    hidden = {
                        @Vgg.Hidden(units = 512, dropout = 0.3),
                        @Vgg.Hidden(units = 256, dropout = 0),
                        @Vgg.Hidden(units = 128)
                    },
                    dropoutPlace = DropoutPlace.BEFORE_ACTIVATION)""");
    private static final Golden FAULTY = new Golden("FaultyLeNet", "@LeNet(classes = 1)");

    private record Golden(String name, String annotation) {
        Source spec() {
            return Source.spec(annotation, name + "Spec");
        }
    }

    static List<Golden> goldens() {
        return List.of(LENET, VGG, FAULTY);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theClassIsTheGoldenText(Golden golden) throws IOException {
        String text = SpecCompiler.javac().compile(golden.spec()).generated(golden.name());

        Path file = Path.of("src", "test", "resources", "golden", golden.name() + ".java.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void goldenClassesCompileWithoutAWarning() {
        SpecCompiler.Result result = SpecCompiler.strictJavac().compile(LENET.spec(), VGG.spec());

        assertThat(result.messages()).isEmpty();
    }

    @Test
    void theSameSpecsInAnyOrderGiveTheSameText() {
        List<Source> specs =
                new ArrayList<>(goldens().stream().map(Golden::spec).toList());
        Map<String, String> once = SpecCompiler.javac().compile(specs).generated();
        Map<String, String> again = SpecCompiler.javac().compile(specs).generated();
        Collections.reverse(specs);
        Map<String, String> reversed = SpecCompiler.javac().compile(specs).generated();

        assertThat(again).isEqualTo(once).hasSize(specs.size());
        assertThat(reversed).isEqualTo(once);
    }

    @Test
    void theClassOfASpecDoesNotDependOnOtherSpecs() {
        Map<String, String> together = SpecCompiler.javac()
                .compile(LENET.spec(), VGG.spec(), FAULTY.spec())
                .generated();

        for (Golden golden : goldens()) {
            assertThat(together)
                    .containsEntry(
                            "sample/" + golden.name() + ".java",
                            SpecCompiler.javac().compile(golden.spec()).generated(golden.name()));
        }
    }
}
