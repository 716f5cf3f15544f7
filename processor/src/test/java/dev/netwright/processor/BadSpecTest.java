package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.AdaptiveAveragePool;
import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.AveragePool;
import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.ChannelShuffle;
import dev.netwright.annotations.ChannelSplit;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.ConvNeXt;
import dev.netwright.annotations.DenseBlock;
import dev.netwright.annotations.DenseNet;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.EfficientNet;
import dev.netwright.annotations.Elu;
import dev.netwright.annotations.GroupNorm;
import dev.netwright.annotations.Inception;
import dev.netwright.annotations.InceptionBlock;
import dev.netwright.annotations.InceptionV3;
import dev.netwright.annotations.LayerNorm;
import dev.netwright.annotations.LayerScale;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.LeakyRelu;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Mnasnet;
import dev.netwright.annotations.MobileNetV2;
import dev.netwright.annotations.MobileNetV3;
import dev.netwright.annotations.Nin;
import dev.netwright.annotations.RegNet;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualBlock;
import dev.netwright.annotations.ShuffleNetV2;
import dev.netwright.annotations.SqueezeExcite;
import dev.netwright.annotations.SqueezeNet;
import dev.netwright.annotations.StochasticDepth;
import dev.netwright.annotations.TransposedConv;
import dev.netwright.annotations.Upsample;
import dev.netwright.annotations.Vgg;
import dev.netwright.processor.SpecCompiler.Source;
import dev.netwright.processor.diagnostics.Problem;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specs under {@code bad}: the errors of each, their places, and that there are no others. */
final class BadSpecTest {
    /** The bad specs call a stage as its layer, and a number's path begins with that. */
    private static final List<Class<?>> STAGE_LAYERS = List.of(
            Conv.class,
            MaxPool.class,
            AveragePool.class,
            AdaptiveAveragePool.class,
            Upsample.class,
            TransposedConv.class,
            ChannelShuffle.class,
            ChannelSplit.class,
            SqueezeExcite.class,
            LayerScale.class,
            LocalResponseNorm.class,
            Linear.class,
            ResidualBlock.class,
            InceptionBlock.class,
            DenseBlock.class,
            BatchNorm.class,
            LeakyRelu.class,
            Elu.class,
            GroupNorm.class,
            LayerNorm.class,
            Dropout.class,
            StochasticDepth.class);

    static List<BadSpec> badSpecs() {
        return BadSpec.all();
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void hasExactlyTheErrorsThatItsCaretsState(BadSpec spec) {
        SpecCompiler.Result result = SpecCompiler.javac().compile(spec.withCallers());

        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(result.errors());
        List<BadSpec.Expected> missing = new ArrayList<>();
        for (BadSpec.Expected expected : spec.expected()) {
            if (!errors.removeIf(expected::isOf)) {
                missing.add(expected);
            }
        }
        assertThat(missing).as("missing; the others are %s", errors).isEmpty();
        assertThat(errors).as("beside what the carets state").isEmpty();
        assertThat(result.errors()).hasSameSizeAs(spec.expected());
        assertThat(result.errors()).allSatisfy(error -> {
            assertThat(error.getSource().getName()).endsWith(spec.name() + ".java");
        });
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void getsTheClassesThatItNames(BadSpec spec) {
        SpecCompiler.Result result = SpecCompiler.javac().compile(spec.file());

        assertThat(result.generated().keySet())
                .containsExactlyInAnyOrderElementsOf(spec.classes().stream()
                        .map(name -> "bad/" + name + ".java")
                        .toList());
    }

    /** Except those that no spec can cause: {@link SafetyNetTest} causes them. */
    @Test
    void everyProblemHasABadSpec() {
        List<String> ids = badSpecs().stream()
                .flatMap(spec -> spec.expected().stream())
                .map(BadSpec.Expected::id)
                .toList();

        assertThat(EnumSet.complementOf(EnumSet.of(Problem.INTERNAL, Problem.UNWRITABLE)))
                .allSatisfy(problem -> assertThat(ids).contains(problem.id()));
    }

    @Test
    void everyNumberInTheAnnotationsIsHeldInItsRange() {
        Set<String> numbers = new TreeSet<>();
        for (Class<?> family : List.of(
                LeNet.class,
                Vgg.class,
                AlexNet.class,
                Nin.class,
                ResNet.class,
                Inception.class,
                DenseNet.class,
                SqueezeNet.class,
                InceptionV3.class,
                ConvNeXt.class,
                RegNet.class,
                ShuffleNetV2.class,
                Mnasnet.class,
                MobileNetV3.class,
                EfficientNet.class,
                MobileNetV2.class)) {
            numbers(family, "", numbers);
        }
        for (Class<?> layer : STAGE_LAYERS) {
            String name = layer.getSimpleName();
            numbers(layer, Character.toLowerCase(name.charAt(0)) + name.substring(1) + ".", numbers);
        }

        Set<String> held = new TreeSet<>();
        for (BadSpec spec : badSpecs()) {
            if (spec.toString().equals("Blocks")) {
                continue; // Its numbers are those of blocks that it declares itself.
            }
            SpecCompiler.javac().compile(spec.file()).errors().stream()
                    .map(error -> error.getMessage(Locale.ROOT))
                    .filter(message -> message.startsWith("[" + Problem.VALUE_RANGE.id() + "] "))
                    .map(message -> message.replaceFirst("\\[.*?\\] ", "").replaceFirst(": (?s).*", ""))
                    .map(path -> path.replaceAll("\\d+]", "]"))
                    .forEach(held::add);
        }

        assertThat(held).isEqualTo(numbers);
    }

    private static void numbers(Class<?> annotation, String path, Set<String> numbers) {
        for (Method attribute : annotation.getDeclaredMethods()) {
            Class<?> type = attribute.getReturnType();
            String here = path + attribute.getName();
            if (type == int.class || type == double.class) {
                numbers.add(here);
            } else if (type.isAnnotation()) {
                numbers(type, here + ".", numbers);
            } else if (type == int[].class) {
                numbers.addAll(List.of(here, here + "[]"));
            } else if (type.isArray()) {
                numbers(type.getComponentType(), here + "[].", numbers);
            }
        }
    }

    @Test
    void errorsAreReportedInTheFileOfTheirSpec() {
        Source first = Source.spec("@LeNet(classes = 1)", "DigitsSpec");
        Source second = Source.spec("@Vgg(blocks = {})", "ThingsSpec");

        SpecCompiler.Result result = SpecCompiler.javac().compile(first, second);

        assertThat(result.errors())
                .extracting(error -> error.getSource().getName().replaceFirst(".*/", "")
                        + error.getMessage(Locale.ROOT).replaceFirst("](?s).*", "]"))
                .containsExactlyInAnyOrder("DigitsSpec.java[netwright:range]", "ThingsSpec.java[netwright:count]");
    }

    @Test
    void aFaultySpecDoesNotAffectOtherSpecs() {
        SpecCompiler.Result result = SpecCompiler.javac()
                .compile(Source.spec("@LeNet(classes = 1)", "DigitsSpec"), Source.spec("@LeNet", "LettersSpec"));

        assertThat(result.errors()).hasSize(1);
        assertThat(result.generated("Letters")).contains("PARAMETERS = 61_706L");
        assertThat(result.generated("Digits")).contains("ofFaultySpec(\"DigitsSpec\")");
    }

    @Test
    void theClassOfAFaultySpecHasTheSamePublicMembers() {
        SpecCompiler.Result faulty = SpecCompiler.javac().compile(Source.spec("@LeNet(classes = 1)", "DigitsSpec"));
        SpecCompiler.Result valid = SpecCompiler.javac().compile(Source.spec("@LeNet(classes = 2)", "DigitsSpec"));

        assertThat(publicMembers(faulty)).isEqualTo(publicMembers(valid)).hasSize(13);
    }

    private static List<String> publicMembers(SpecCompiler.Result result) {
        return Stream.of(result.generated("Digits").split("\n"))
                .filter(line -> line.startsWith("    public "))
                .map(line -> line.replaceFirst(" =.*", ""))
                .toList();
    }
}
