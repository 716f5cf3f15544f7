package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Loss;
import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family has the losses of {@code @Network}, with the same numbers and the same rules. */
final class FamilyLossTest {
    private static final SpecCompiler PROCESSING = SpecCompiler.of(
            ToolProvider.getSystemJavaCompiler(), "-proc:only", "-Anetwright.lint=none", "-Anetwright.card=false");
    private static final Pattern ENDING = Pattern.compile("return network\\.(.+);");
    private static final String SETTINGS = "loss = Loss.%s, focalGamma = 0.5, huberDelta = 2.5";

    /** What a family's spec has to say besides. */
    private static final Map<String, String> REQUIRED = Map.of(
            "Vgg", "blocks = @Vgg.Block(convs = 1, channels = 4), ",
            "ResNet", "stages = @ResNet.Stage(blocks = 1, channels = 4), ",
            "DenseNet", "blocks = @DenseNet.Block(layers = 1), ");

    static Stream<String> families() {
        return Family.ALL.stream()
                .map(family -> family.annotation().substring(Family.ANNOTATIONS.length()))
                .filter(family -> !family.equals("Network"));
    }

    private static boolean isOfPixels(Loss loss) {
        return loss == Loss.PIXEL_CROSS_ENTROPY || loss == Loss.PIXEL_DICE;
    }

    private static Stream<Loss> lossesOfVectors() {
        return Stream.of(Loss.values()).filter(loss -> !isOfPixels(loss));
    }

    /** A class for a loss of classes, and a single value for others. */
    private static int fewestOutputs(Loss loss) {
        return loss == Loss.CROSS_ENTROPY || loss == Loss.FOCAL ? 2 : 1;
    }

    private static Source ofNetwork(Loss loss) {
        return Source.specWithStages(
                "@Network(input = @Input(channels = 1, height = 2, width = 2), " + SETTINGS.formatted(loss) + ")",
                "@Linear(units = " + fewestOutputs(loss) + ") void outputs();",
                loss + "Spec");
    }

    private static Source ofFamily(String family, Loss loss, int outputs) {
        String attributes =
                REQUIRED.getOrDefault(family, "") + "classes = " + outputs + ", " + SETTINGS.formatted(loss);
        return Source.spec("@" + family + "(" + attributes + ")", loss + "Spec");
    }

    /** {@code huberLoss(2.5)}: the call that ends what the class lists. */
    private static String ending(Result result, Loss loss) {
        String text = result.generated(loss.name());
        Matcher ending = ENDING.matcher(text);
        assertThat(ending.find()).as(text).isTrue();
        return ending.group(1);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyHasTheLossesOfNetwork(String family) {
        Result networks = PROCESSING.compile(
                lossesOfVectors().map(FamilyLossTest::ofNetwork).toList());
        Result families = PROCESSING.compile(lossesOfVectors()
                .map(loss -> ofFamily(family, loss, fewestOutputs(loss)))
                .toList());

        assertThat(families.messages()).isEmpty();
        assertThat(lossesOfVectors().map(loss -> ending(families, loss)))
                .containsExactlyElementsOf(
                        lossesOfVectors().map(loss -> ending(networks, loss)).toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("families")
    void tooFewOutputsAreReportedForEachLoss(String family) {
        Result result = PROCESSING.compile(lossesOfVectors()
                .map(loss -> ofFamily(family, loss, fewestOutputs(loss) - 1))
                .toList());

        assertThat(messages(result))
                .containsExactlyInAnyOrderElementsOf(lossesOfVectors()
                        .map(FamilyLossTest::fewestOutputs)
                        .map(fewest ->
                                "[netwright:range] classes: found " + (fewest - 1) + ", expected at least " + fewest)
                        .toList());
    }

    /** A family's output is a vector. */
    @ParameterizedTest
    @MethodSource("families")
    void aLossOfPixelsIsReported(String family) {
        Result result = PROCESSING.compile(Stream.of(Loss.values())
                .filter(FamilyLossTest::isOfPixels)
                .map(loss -> ofFamily(family, loss, 2))
                .toList());

        assertThat(messages(result))
                .hasSize(2)
                .allMatch(message -> message.startsWith("[netwright:pixel-scores]"))
                .allMatch(message -> message.endsWith(" has no rows and columns"));
    }

    private static List<String> messages(Result result) {
        return result.messages().stream()
                .map(message -> message.lines().findFirst().orElseThrow())
                .map(message -> message.replaceFirst(" \\(.*", ""))
                .toList();
    }
}
