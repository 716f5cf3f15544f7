package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks written layer by layer. */
final class StagesTest {
    private static final Pattern BLOCK_FIELD = Pattern.compile("^ {8}private final (\\w+) (\\w+);$");
    private static final String STEM = """
            @Conv(channels = 64, kernel = 7, stride = 2, padding = 3) %s @Relu void stem();
            @MaxPool(kernel = 3, stride = 2, padding = 1) void stemPool();
            """;
    private static final String INCEPTION =
            "@InceptionBlock(c1x1 = %d, reduce3x3 = %d, c3x3 = %d, reduce5x5 = %d, c5x5 = %d, pool = %d) void %s();\n";

    private static Result compiled(String input, String stages) {
        Source source = Source.specWithStages("@Network(input = @Input(" + input + "))", "\n" + stages, "StagesSpec");
        Result result = SpecCompiler.strictJavac().compile(source);
        assertThat(result.messages()).isEmpty();
        return result;
    }

    private static String residualStages() {
        StringBuilder stages = new StringBuilder(STEM.formatted("@BatchNorm"));
        int channels = 64;
        for (int i = 1; i <= 4; i++) {
            for (int j = 1; j <= 2; j++) {
                stages.append("@ResidualBlock(channels = %d, stride = %d, convBias = true, shortcutNorm = false) "
                                .formatted(channels, i > 1 && j == 1 ? 2 : 1))
                        .append("void layer%d_%d();\n".formatted(i, j));
            }
            channels *= 2;
        }
        return stages + "@GlobalAveragePool void means(); @Linear(units = 10) void classes();";
    }

    private static String inceptionStages() {
        String pool = "@MaxPool(kernel = 3, stride = 2, padding = 1) void pool%d();\n";
        return STEM.formatted("")
                + "@Conv(channels = 64, kernel = 1) @Relu void reduce(); "
                + "@Conv(channels = 192, kernel = 3, padding = 1) @Relu void conv2();"
                + pool.formatted(2)
                + INCEPTION.formatted(64, 96, 128, 16, 32, 32, "a3")
                + INCEPTION.formatted(128, 128, 192, 32, 96, 64, "b3")
                + pool.formatted(3)
                + INCEPTION.formatted(192, 96, 208, 16, 48, 64, "a4")
                + INCEPTION.formatted(160, 112, 224, 24, 64, 64, "b4")
                + INCEPTION.formatted(128, 128, 256, 24, 64, 64, "c4")
                + INCEPTION.formatted(112, 144, 288, 32, 64, 64, "d4")
                + INCEPTION.formatted(256, 160, 320, 32, 128, 128, "e4")
                + pool.formatted(4)
                + INCEPTION.formatted(256, 160, 320, 32, 128, 128, "a5")
                + INCEPTION.formatted(384, 192, 384, 48, 128, 128, "b5")
                + "@GlobalAveragePool void means(); @Linear(units = 10) void classes();";
    }

    private static String denseStages() {
        StringBuilder stages = new StringBuilder(STEM.formatted("@BatchNorm"));
        int channels = 64;
        for (int i = 1; i <= 4; i++) {
            stages.append("@DenseBlock(layers = 4, bottleneck = 0, convBias = true) void dense%d();\n".formatted(i));
            stages.append("@BatchNorm @Relu void norm%d();\n".formatted(i));
            channels = (channels + 4 * 32) / 2;
            if (i < 4) {
                stages.append("@Conv(channels = %d, kernel = 1) void halved%d(); ".formatted(channels, i));
                stages.append("@AveragePool void pool%d();\n".formatted(i));
            }
        }
        return stages + "@GlobalAveragePool void means(); @Linear(units = 10) void classes();";
    }

    /** torchinfo's figures of the networks of d2l.ai, chapters 7 and 8, at 1x96x96. */
    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("ResNet-18", residualStages(), "11_178_378L", "319_121_546L", "435L"),
                Arguments.of("GoogLeNet", inceptionStages(), "5_977_530L", "276_658_874L", "715L"),
                Arguments.of("DenseNet", denseStages(), "758_226L", "129_404_906L", "519L"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void haveThePublishedCountsOfTheFamilies(
            String name, String stages, String parameters, String multiplyAdds, String field) {
        String text = compiled("channels = 1, height = 96, width = 96", stages).generated("Stages");

        assertThat(text)
                .contains("PARAMETERS = " + parameters, "FORWARD_MACS = " + multiplyAdds, "RECEPTIVE_FIELD = " + field);
    }

    @Test
    void areGroupedIntoBlocksAfterPoolsAndAroundUnits() {
        String text = compiled("channels = 1, height = 28, width = 28", """
                @Conv(channels = 4, kernel = 3) @Relu void first();
                @Conv(channels = 4, kernel = 3) @Relu void second();
                @MaxPool void pool();
                @Relu void between();
                @ResidualBlock(channels = 4) void residual();
                @DenseBlock(layers = 2, growth = 2) @Dropout void dense();
                @Linear(units = 8) void hidden();
                @Linear(units = 2) void classes();
                """).generated("Stages");

        List<String> blocks = text.lines()
                .map(BLOCK_FIELD::matcher)
                .filter(field -> field.matches() && !field.group(1).equals("LossKernel"))
                .map(field -> field.group(2))
                .distinct()
                .toList();
        assertThat(blocks)
                .containsExactly(
                        "firstBlock",
                        "betweenBlock",
                        "residualBlock",
                        "dense_1",
                        "dense_2",
                        "denseBlock",
                        "hiddenBlock");
    }

    @Test
    void haveTheirLayersInTheSameOrderForEveryOrderOfAnnotations() {
        String end = "@Linear(units = 2) void classes();";
        String input = "channels = 1, height = 9, width = 9";
        String one = compiled(input, "@Dropout @Relu @BatchNorm @Conv(channels = 2, kernel = 3) void stem();" + end)
                .generated("Stages");
        String other = compiled(input, "@Conv(kernel = 3, channels = 2) @BatchNorm @Relu @Dropout void stem();" + end)
                .generated("Stages");

        assertThat(one)
                .isEqualTo(other)
                .containsSubsequence("stem.forward();", "stem_norm.forward();", "stem_drop.forward();")
                .contains(".convolution(\"stem\", 2, Window.square(3, 1, 0))", ".batchNorm(\"stem_norm\", 1e-5, 0.1)");
    }

    @Test
    void standForWhatTheyReadWhereTheyAreLeftOut() {
        String text = compiled("channels = 4, height = 9, width = 9", """
                @Unit(project = true) void projected();
                @Unit void direct();
                @Linear(units = 2) void classes();

                @Block @interface Unit {
                    boolean project() default false;
                    int PROJECT = Block.A;

                    interface Stages {
                        @Conv(channels = 4, kernel = 3, padding = 1) @Relu void conv();
                        @From(From.INPUT) @OnlyIf(PROJECT) @Conv(channels = 4, kernel = 1) void shortcut();
                        @Sum({"conv", "shortcut"}) void sum();
                    }
                }
                """).generated("Stages");

        assertThat(text)
                .contains(
                        ".add(\"projected.sum\", \"projected.conv_relu\", \"projected.shortcut\")",
                        ".add(\"direct.sum\", \"direct.conv_relu\", \"projected.sum\")");
    }

    @Test
    void endInClassesWithoutAnExplicitFlattening() {
        String text = compiled(
                        "channels = 1, height = 9, width = 9",
                        "@Conv(channels = 7, kernel = 3) @Relu void maps(); @GlobalAveragePool void means();")
                .generated("Stages");

        assertThat(text).contains("images to 7 classes", "means_flat  [N, 7]");
    }
}
