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

/** Hundreds of seeded random networks of stages in one compilation each. */
@Tag("slow")
final class RandomNetworkTest {
    private static final int NETWORKS = 100;
    private static final Pattern ROW = Pattern.compile("^ {16}(\\S+) +(\\[N, .*?\\]).*$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.])");

    private static List<RandomNetwork> networks(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new RandomNetwork(random)).limit(NETWORKS).toList();
    }

    private static List<Source> sources(List<RandomNetwork> networks) {
        return IntStream.range(0, networks.size())
                .mapToObj(i -> networks.get(i).source("N" + i + "Spec"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void shapesAndSumsAreThoseOfTheTextbook(long seed) {
        List<RandomNetwork> networks =
                networks(seed).stream().filter(RandomNetwork::fits).toList();
        List<Source> sources = sources(networks);

        Result result = SpecCompiler.strictJavac().compile(sources);

        assertThat(networks).hasSizeGreaterThan(NETWORKS / 2);
        assertThat(result.messages()).isEmpty();
        for (int i = 0; i < networks.size(); i++) {
            String text = result.generated("N" + i);
            assertThat(rows(text))
                    .as(sources.get(i).text())
                    .isEqualTo(networks.get(i).rows());
            assertThat(text).contains(networks.get(i).constants());
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
    void aNetworkIsToldOfExactlyIfAWindowDoesNotFit() {
        List<RandomNetwork> networks = networks(23);

        Result result = SpecCompiler.javac().compile(sources(networks));

        assertThat(result.messages()).allMatch(message -> message.startsWith("[netwright:shape]"));
        assertThat(toldOf(result))
                .isEqualTo(IntStream.range(0, networks.size())
                        .filter(i -> !networks.get(i).fits())
                        .mapToObj(i -> "N" + i + "Spec.java")
                        .collect(Collectors.toSet()))
                .hasSizeBetween(NETWORKS / 20, NETWORKS / 2);
        assertThat(result.errors()).hasSameSizeAs(toldOf(result));
    }

    private static Set<String> toldOf(Result result) {
        return result.errors().stream()
                .map(error -> error.getSource().getName().replaceFirst(".*[/\\\\]", ""))
                .collect(Collectors.toSet());
    }

    /** Every number may be replaced by any other, and every stage may be missing. */
    @ParameterizedTest
    @ValueSource(longs = {24, 25})
    void whateverIsWrittenIsAnsweredByAClassAndKnownProblems(long seed) {
        Random random = new Random(seed);
        List<Source> specs = new ArrayList<>();
        for (Source source : sources(networks(seed))) {
            String mutated = NUMBER.matcher(source.text())
                    .replaceAll(number -> random.nextInt(12) == 0 ? anyNumber(random) : number.group());
            specs.add(new Source(
                    source.path(), random.nextInt(5) == 0 ? mutated.replaceFirst("@[^@]*; (?=})", "") : mutated));
        }

        Result result = SpecCompiler.javac().compile(specs);

        assertThat(result.generated()).hasSameSizeAs(specs);
        assertThat(result.messages())
                .allMatch(message -> message.startsWith("[netwright:"))
                .noneMatch(message -> message.startsWith("[netwright:internal]"));
        Set<String> faulty = toldOf(result);
        assertThat(faulty).hasSizeBetween(NETWORKS / 2, NETWORKS - 1);
        for (int i = 0; i < specs.size(); i++) {
            assertThat(result.generated("N" + i).contains(".ofFaultySpec("))
                    .as(specs.get(i).text())
                    .isEqualTo(faulty.contains("N" + i + "Spec.java"));
        }
        assertThat(result.errors().stream()
                        .map(error -> error.getMessage(Locale.ROOT).replaceFirst("](?s).*", "]"))
                        .collect(Collectors.toSet()))
                .contains(
                        "[netwright:range]",
                        "[netwright:shape]",
                        "[netwright:groups]",
                        "[netwright:pool-padding]",
                        "[netwright:class-scores]",
                        "[netwright:too-large]");
    }

    private static String anyNumber(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> Integer.toString(random.nextInt(5) - 2);
            case 2 -> Integer.toString(1 << random.nextInt(31));
            case 3 -> Integer.toString(Integer.MAX_VALUE - random.nextInt(2));
            default -> Integer.toString(random.nextInt(60));
        };
    }
}
