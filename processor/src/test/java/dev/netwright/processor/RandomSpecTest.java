package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of seeded random specs in one compilation each. */
@Tag("slow")
final class RandomSpecTest {
    private static final int SPECS = 150;
    private static final Pattern ROW = Pattern.compile("^ {16}(\\w+) +(\\[N, .*?\\]).*$");
    private static final Pattern NUMBER = Pattern.compile("= \\d+(?=[,)])");

    private static List<RandomSpec> specs(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> random(random)).limit(SPECS).toList();
    }

    private static RandomSpec random(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> RandomSpec.vgg(random);
            case 1 -> RandomSpec.leNet(random);
            case 2 -> RandomSpec.alexNet(random);
            case 3 -> RandomSpec.nin(random);
            case 4 -> RandomSpec.resNet(random);
            case 5 -> RandomSpec.inception(random);
            default -> RandomSpec.denseNet(random);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void shapesAndSumsAreThoseOfTheTextbook(long seed) {
        List<RandomSpec> specs = specs(seed).stream().filter(RandomSpec::fits).toList();

        Result result = SpecCompiler.strictJavac()
                .compile(IntStream.range(0, specs.size())
                        .mapToObj(i -> Source.spec(specs.get(i).annotation(), "N" + i + "Spec"))
                        .toList());

        assertThat(specs).hasSizeGreaterThan(SPECS / 3);
        assertThat(result.messages()).isEmpty();
        for (int i = 0; i < specs.size(); i++) {
            String text = result.generated("N" + i);
            assertThat(rows(text))
                    .as(specs.get(i).annotation())
                    .isEqualTo(specs.get(i).layers());
            assertThat(text).contains(specs.get(i).constants());
        }
    }

    private static List<String> rows(String text) {
        return text.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !row.group(1).equals("images"))
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }

    @Test
    void aSpecIsToldOfExactlyIfAWindowDoesNotFit() {
        List<RandomSpec> specs = specs(13);

        Result result = SpecCompiler.javac()
                .compile(IntStream.range(0, specs.size())
                        .mapToObj(i -> Source.spec(specs.get(i).annotation(), "N" + i + "Spec"))
                        .toList());

        assertThat(result.messages()).allMatch(message -> message.startsWith("[netwright:shape]"));
        assertThat(toldOf(result))
                .isEqualTo(IntStream.range(0, specs.size())
                        .filter(i -> !specs.get(i).fits())
                        .mapToObj(i -> "N" + i + "Spec.java")
                        .collect(Collectors.toSet()))
                .hasSizeBetween(SPECS / 10, SPECS - SPECS / 10);
        assertThat(result.errors()).hasSameSizeAs(toldOf(result));
    }

    private static Set<String> toldOf(Result result) {
        return result.errors().stream()
                .map(error -> error.getSource().getName().replaceFirst(".*[/\\\\]", ""))
                .collect(Collectors.toSet());
    }

    /** Every number of a spec may be replaced by any other. */
    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void whateverIsWrittenIsAnsweredByAClassAndKnownProblems(long seed) {
        Random random = new Random(seed);
        List<Source> specs = new ArrayList<>();
        for (RandomSpec spec : specs(seed)) {
            String mutated = NUMBER.matcher(spec.annotation())
                    .replaceAll(number -> random.nextInt(6) == 0 ? "= " + anyNumber(random) : number.group());
            specs.add(Source.spec(mutated, "N" + specs.size() + "Spec"));
        }

        Result result = SpecCompiler.javac().compile(specs);

        assertThat(result.generated()).hasSameSizeAs(specs);
        assertThat(result.messages())
                .allMatch(message -> message.startsWith("[netwright:"))
                .noneMatch(message -> message.startsWith("[netwright:internal]"));
        Set<String> faulty = toldOf(result);
        assertThat(faulty).hasSizeBetween(SPECS / 2, SPECS - 1);
        for (int i = 0; i < specs.size(); i++) {
            assertThat(result.generated("N" + i).contains(".ofFaultySpec("))
                    .as(specs.get(i).text())
                    .isEqualTo(faulty.contains("N" + i + "Spec.java"));
        }
        assertThat(result.errors().stream()
                        .map(error -> error.getMessage(Locale.ROOT).replaceFirst("](?s).*", "]"))
                        .collect(Collectors.toSet()))
                .contains("[netwright:range]", "[netwright:shape]", "[netwright:ratio]", "[netwright:too-large]");
    }

    private static int anyNumber(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(5) - 2;
            case 2 -> 1 << random.nextInt(31);
            case 3 -> Integer.MAX_VALUE - random.nextInt(2);
            default -> random.nextInt(60);
        };
    }
}
