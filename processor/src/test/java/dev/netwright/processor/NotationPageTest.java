package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks that the README and the page of the notation show are valid. */
final class NotationPageTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGE = Path.of("..", "docs", "adr", "027-blocks-are-annotations.md");
    private static final Pattern NETWORK =
            Pattern.compile("^```java\n(@Network.*?)^```\n", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("interface (\\w+)Spec");

    static Stream<String> networks() throws IOException {
        return NETWORK.matcher(Files.readString(README) + Files.readString(PAGE))
                .results()
                .map(example -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNetworkCompilesWithoutAMessage(String network) {
        assertThat(compile(network).messages()).isEmpty();
    }

    /** Those of {@code torchvision.models}. */
    @ParameterizedTest
    @CsvSource({
        "ResNeXt50, 25_028_904",
        "MobileNetV3Small, 2_542_856",
        "ShuffleUnits, 2_278_604",
        "ConvNeXtTiny, 28_589_128"
    })
    void aPublishedNetworkHasItsNumberOfParameters(String name, String parameters) throws IOException {
        String network = networks()
                .filter(text -> text.contains("interface " + name + "Spec"))
                .findFirst()
                .orElseThrow();

        assertThat(compile(network).generated(name)).contains("PARAMETERS = " + parameters + "L");
    }

    private static Result compile(String network) {
        Matcher name = NAME.matcher(network);
        assertThat(name.find()).as(network).isTrue();
        return SpecCompiler.strictJavac()
                .compile(new Source(
                        "sample/" + name.group(1) + "Spec.java",
                        "package sample;\n\nimport dev.netwright.annotations.*;\n\n" + network));
    }
}
