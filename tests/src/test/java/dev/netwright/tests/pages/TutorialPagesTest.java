package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.netwright.commandline.argument.NetworkNames;
import dev.netwright.examples.Tutorials;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.summary.LayerFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/tutorials}: the code compiles, the specs are those of netwright-models, the command lines are understood, and what
 * Netwright computes without training is what a page says. What a training run printed can't be held to anything.
 */
final class TutorialPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "tutorials");
    private static final Path MODELS = Path.of("..", "model-specs", "src", "main", "java");
    private static final Path INDEX = PAGES.resolve("README.md");

    private static final Pattern SPEC = Pattern.compile("^interface (\\w+)Spec \\{", Pattern.MULTILINE);
    private static final Pattern SUMMARY = Pattern.compile(
            "^```java\nSystem\\.out\\.println\\((\\w+)\\.summary\\(\\)\\);\n```\n+```\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)#]+)(?:#[^)]*)?\\)");
    /** Commands that compute nothing but shapes and counts. */
    private static final Set<String> REPEATABLE = Set.of("shapes", "summary");

    @TempDir
    private Path folder;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> !file.equals(INDEX)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockCompilesAsItStands(Path page) throws IOException {
        assertThat(PageCode.of(page).compiled(folder)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void specsAreThoseOfTheModels(Path page) throws IOException {
        List<String> specs = PageCode.of(page).blocks().stream()
                .filter(block -> SPEC.matcher(block).find())
                .toList();
        assertThat(specs).isNotEmpty();
        for (String spec : specs) {
            String name = SPEC.matcher(spec)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            String source = Files.readString(MODELS.resolve(fullName(name).replace('.', '/') + "Spec.java"));
            assertThat(compact(source.replace("public interface", "interface")))
                    .as(name)
                    .contains(compact(spec));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineIsUnderstood(Path page) throws IOException {
        List<String> experiments = output("experiment", "--list")
                .lines()
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
        assertThat(PageCommands.of(page).lines()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(line -> {
            String[] arguments = PageCommands.arguments(line);
            assertThatCode(() -> Tutorials.commandLine().parseArgs(arguments))
                    .as(line)
                    .doesNotThrowAnyException();
            if (arguments[0].equals("experiment")) {
                assertThat(experiments).contains(arguments[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shapesAndTablesAreWhatTheCommandsPrint(Path page) throws IOException {
        List<PageCommands.Shown> repeatable = PageCommands.of(page).shown().stream()
                .filter(shown -> REPEATABLE.contains(PageCommands.arguments(shown.line())[0]))
                .toList();
        assertThat(repeatable).isNotEmpty();
        for (PageCommands.Shown shown : repeatable) {
            assertShows(shown.block(), output(PageCommands.arguments(shown.line())));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void summariesAreThoseOfTheClasses(Path page) throws IOException {
        Matcher found = SUMMARY.matcher(Files.readString(page));
        while (found.find()) {
            assertShows(
                    found.group(2), NetworkType.named(fullName(found.group(1))).summary() + System.lineSeparator());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void countsAreThoseOfTheClasses(Path page) throws ReflectiveOperationException, IOException {
        List<PageTables.Row> rows = PageTables.of(page, "network").rows();
        assertThat(rows).isNotEmpty();
        for (PageTables.Row row : rows) {
            Class<?> network = Class.forName(fullName(row.name()));
            assertThat(row.cells()).as(row.name()).containsKeys(NetworkColumn.INPUT, NetworkColumn.PARAMETERS);
            row.cells()
                    .forEach((column, said) -> assertThat(said)
                            .as("%s of %s", column, row.name())
                            .isEqualTo(NetworkColumn.named(column).apply(network)));
        }
    }

    /** The tutorial's table, which leaves the biases out. */
    @Test
    void layersOfVgg16AreThoseOfItsTutorial() throws IOException {
        List<PageTables.Row> rows =
                PageTables.of(PAGES.resolve("vgg16-arithmetic.md"), "layer").rows();
        Iterator<LayerFacts> layers = ImageNetVgg16.TYPE
                .structure()
                .layers()
                .filter(layer -> !layer.kind().equals("ReLU") && !layer.kind().equals("Dropout"))
                .iterator();
        assertThat(rows).hasSize(21).allSatisfy(row -> {
            LayerFacts layer = layers.next();
            assertThat(row.name()).isEqualTo(layer.name());
            assertThat(row.cell("output")).isEqualTo(rowsFirst(layer.output()));
            assertThat(row.cell("weights")).isEqualTo(String.format(Locale.ROOT, "%,d", weights(layer.name())));
        });
        assertThat(layers).isExhausted();
    }

    private static String rowsFirst(List<Integer> shape) {
        return shape.size() == 3 ? shape.get(1) + "x" + shape.get(2) + "x" + shape.get(0) : "1x1x" + shape.get(0);
    }

    private static long weights(String layer) {
        return ImageNetVgg16.TYPE.parameters().parameters().stream()
                .filter(parameter -> parameter.name().equals(layer + ".weight"))
                .mapToLong(Parameter::size)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theIndexLeadsToThePage(Path page) throws IOException {
        assertThat(Files.readString(INDEX)).contains("](" + page.getFileName() + ")");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Path> all = Stream.concat(Stream.of(INDEX), pages()).toList();
        for (Path page : all) {
            assertThat(LINK.matcher(Files.readString(page)).results().map((MatchResult link) -> link.group(1)))
                    .as("links of %s", page)
                    .filteredOn(link -> !link.startsWith("https://"))
                    .allSatisfy(link -> assertThat(PAGES.resolve(link)).exists());
        }
    }

    /** A line of dots in brackets stands for lines that the page leaves out. */
    private static void assertShows(String block, String printed) {
        int at = 0;
        for (String part : block.split("(?m)^\\[\\.\\.\\.]\n", -1)) {
            int found = printed.indexOf(part, at);
            assertThat(found).as("%s%nin what is printed:%n%s", part, printed).isNotNegative();
            at = found + part.length();
        }
    }

    private static String output(String... arguments) {
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Tutorials.execute(arguments)).isZero();
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String fullName(String network) {
        return NetworkNames.classes().stream()
                .filter(name -> name.endsWith("." + network))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ready-made network is called " + network));
    }

    /** A formatter breaks lines elsewhere than a page does. */
    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }
}
