package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded random specs of each family, unchanged and with replaced numbers. Each leads either to known problems or to a
 * class that compiles without warnings, has the textbook's shapes and sums, and has programs that bind and run. {@code
 * -Dfuzz.specs=2000} draws 2,000 of each family; the default is 200.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT) // javac computes on one thread.
@Timeout(value = 15, unit = TimeUnit.MINUTES) // If javac hung, the build would never end.
final class RandomSpecsTest {
    private static final int SPECS = Integer.getInteger("fuzz.specs", 200);
    private static final int SPECS_AT_ONCE = 100;
    private static final Pattern ROW = Pattern.compile("^ \\* (\\S+) +(\\[N, .*?\\]).*$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.])");
    private static final Pattern AUXILIARY = Pattern.compile("\\S*\\bauxiliary\\[");
    private static final Pattern SUGGESTED_INPUT = Pattern.compile("Fix: set input = (@Input\\(.*?\\))");
    private static final SpecCompiler PROCESSING = SpecCompiler.of(
            ToolProvider.getSystemJavaCompiler(), "-proc:only", "-Xmaxerrs", "100000", "-Anetwright.lint=none");
    private static final SpecCompiler STRICT = SpecCompiler.of(
            ToolProvider.getSystemJavaCompiler(), "-proc:none", "-Xlint:all", "-Werror", "-Xmaxwarns", "1000");

    static List<RandomFamily> families() {
        return RandomFamily.ALL;
    }

    private static List<RandomSource> drawn(RandomFamily family, Random random) {
        return IntStream.range(0, SPECS_AT_ONCE)
                .mapToObj(i -> family.draw().apply(random))
                .toList();
    }

    private static List<Source> sources(List<RandomSource> specs) {
        return IntStream.range(0, specs.size())
                .mapToObj(i -> specs.get(i).source("N" + i + "Spec"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void noLintFails(RandomFamily family) {
        Result result = SpecCompiler.withEveryLint().compile(sources(drawn(family, new Random(33))));

        assertThat(result.messages())
                .anyMatch(message -> message.startsWith("[netwright:memory]"))
                .noneMatch(message -> message.contains("netwright:internal"));
        result.discard();
    }

    @ParameterizedTest
    @MethodSource("families")
    void shapesAndSumsAreThoseOfTheTextbook(RandomFamily family) throws Exception {
        Random random = new Random(21);
        int valid = 0;
        for (int done = 0; done < SPECS / 2; done += SPECS_AT_ONCE) {
            List<RandomSource> specs = drawn(family, random);
            List<Source> sources = sources(specs);

            Result result = PROCESSING.compile(sources);

            assertThat(result.messages()).allMatch(message -> message.startsWith("[netwright:shape]"));
            assertThat(specsWithErrors(result))
                    .isEqualTo(IntStream.range(0, specs.size())
                            .filter(i -> !specs.get(i).fits())
                            .mapToObj(i -> "N" + i)
                            .collect(Collectors.toSet()));
            assertThat(result.errors())
                    .extracting(error -> className(error) + " " + branch(error))
                    .doesNotHaveDuplicates();
            for (int i = 0; i < specs.size(); i++) {
                if (specs.get(i).fits()) {
                    String text = result.generated("N" + i);
                    assertThat(rows(text))
                            .as(sources.get(i).text())
                            .isEqualTo(specs.get(i).rows());
                    assertThat(text)
                            .as(sources.get(i).text())
                            .contains(specs.get(i).constants());
                    valid++;
                }
            }
            requireValid(result);
            if (family.hasTightWindows()) {
                requireFixed(result, sources);
            }
            result.discard();
        }
        assertThat(valid).isBetween(SPECS / 10, SPECS / 2);
    }

    private static List<String> rows(String text) {
        return text.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !row.group(1).equals("images"))
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }

    /** Simple names of the classes whose specs have errors. */
    private static Set<String> specsWithErrors(Result result) {
        return result.errors().stream().map(RandomSpecsTest::className).collect(Collectors.toSet());
    }

    /** The auxiliary head, or nothing: a misfit in the head doesn't hide one after the head's place. */
    private static String branch(Diagnostic<? extends JavaFileObject> error) {
        Matcher head = AUXILIARY.matcher(error.getMessage(Locale.ROOT));
        return head.find() ? head.group() : "";
    }

    private static String className(Diagnostic<? extends JavaFileObject> error) {
        return error.getSource().getName().replaceFirst(".*[/\\\\](\\w+)Spec\\.java", "$1");
    }

    /** Every class that isn't a placeholder compiles without a warning, loads, binds and runs. */
    private static void requireValid(Result processed) throws ReflectiveOperationException, IOException {
        Set<String> faulty = specsWithErrors(processed);
        List<Source> valid = new ArrayList<>();
        List<String> names = new ArrayList<>();
        processed.generated().forEach((path, text) -> {
            String name = path.replaceFirst(".*/", "").replace(".java", "");
            assertThat(text.contains(".ofFaultySpec(")).as(name).isEqualTo(faulty.contains(name));
            if (!faulty.contains(name)) {
                valid.add(new Source(path, text));
                names.add("sample." + name);
            }
        });
        Result compiled = STRICT.run(valid, List.of());
        assertThat(compiled.messages()).isEmpty();
        URL[] classPath = {
            compiled.output().toUri().toURL(), SpecCompiler.standIns().toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classPath, BoundProgram.class.getClassLoader())) {
            for (String name : names) {
                Class<?> network = Class.forName(name, true, loader);
                List<String> table = BoundProgram.run(network).summary().lines().toList();
                assertThat(processed.generated().get(name.replace('.', '/') + ".java"))
                        .as("the table of what %s lists is its Javadoc's", name)
                        .contains(" * " + String.join("\n * ", table) + "\n");
            }
        }
        compiled.discard();
    }

    /** With images of the size that a message names, every window fits. */
    private static void requireFixed(Result processed, List<Source> sources) {
        TreeMap<String, Source> fixed = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> error : processed.errors()) {
            Matcher input = SUGGESTED_INPUT.matcher(error.getMessage(Locale.ROOT));
            if (input.find()) {
                Source source = sources.get(Integer.parseInt(className(error).substring(1)));
                fixed.put(
                        className(error),
                        new Source(source.path(), source.text().replaceFirst("@Input\\(.*?\\)", input.group(1))));
            }
        }
        Result again = PROCESSING.compile(fixed.values());
        assertThat(again.messages()).isEmpty();
        again.discard();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everySpecLeadsToAWorkingClassOrKnownProblems(RandomFamily family) throws Exception {
        Random random = new Random(24);
        Set<String> ids = new TreeSet<>();
        int faulty = 0;
        for (int done = 0; done < SPECS / 2; done += SPECS_AT_ONCE) {
            List<Source> specs = sources(drawn(family, random)).stream()
                    .map(source -> new Source(source.path(), mutated(source.text(), random)))
                    .toList();

            Result result = PROCESSING.compile(specs);

            assertThat(result.generated()).hasSameSizeAs(specs);
            for (String message : result.messages()) {
                assertThat(message).startsWith("[netwright:").doesNotStartWith("[netwright:internal]");
                ids.add(message.replaceFirst("](?s).*", "").replace("[netwright:", ""));
            }
            faulty += specsWithErrors(result).size();
            requireValid(result);
            result.discard();
        }
        assertThat(ids).contains("range", "too-large").containsAll(family.problems());
        assertThat(ids.contains("shape")).isEqualTo(family.hasTightWindows());
        assertThat(faulty).isBetween(SPECS / family.faultyOneIn(), SPECS / 2 - 1);
    }

    /** Every number may be replaced by any other, and a network's last stage may be missing, or all of them. */
    private static String mutated(String text, Random random) {
        String mutated = NUMBER.matcher(text)
                .replaceAll(number -> random.nextInt(10) == 0 ? Integer.toString(anyNumber(random)) : number.group());
        return switch (random.nextInt(10)) {
            case 0, 1 -> mutated.replaceFirst("@[^@]*; (?=})", "");
            case 2 -> mutated.replaceFirst("(public interface [^{]*\\{).*}", "$1}");
            default -> mutated;
        };
    }

    private static int anyNumber(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(5) - 2;
            case 2 -> 1 << random.nextInt(31);
            case 3 -> Integer.MAX_VALUE - random.nextInt(2);
            case 4 -> 0; // the number with most rules of its own
            default -> random.nextInt(60);
        };
    }
}
