package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants every pair of a family's faults in one spec: both are reported, and nothing else is. */
final class IndependentFaultsTest {
    static List<FaultyFamilies.Family> families() {
        return FaultyFamilies.ALL;
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyTwoFaultsAreReported(FaultyFamilies.Family family) {
        List<Source> specs = new ArrayList<>();
        Map<String, Set<String>> expected = new TreeMap<>();
        specs.add(family.with("ValidSpec"));
        List<FaultyFamilies.Fault> faults = family.faults();
        for (int i = 0; i < faults.size(); i++) {
            specs.add(family.with("A" + i + "Spec", faults.get(i)));
            expected.put("A" + i + "Spec", Set.of(faults.get(i).reported()));
            for (int j = i + 1; j < faults.size(); j++) {
                if (FaultyFamilies.Fault.areApart(family.text(), faults.get(i), faults.get(j))) {
                    String name = "A" + i + "B" + j + "Spec";
                    specs.add(family.with(name, faults.get(i), faults.get(j)));
                    expected.put(name, faults.get(i).with(faults.get(j)));
                }
            }
        }
        // Each class has its own name.
        List<Source> named = specs.stream()
                .map(spec -> new Source(
                        spec.path(),
                        spec.text()
                                .replaceFirst(
                                        "name = \"[NM]\"",
                                        "name = \"Of" + spec.path().replaceAll("\\W", "") + "\"")))
                .toList();

        Result result = SpecCompiler.javac().compile(named);

        assertThat(differences(named, expected, reportedBySpec(result))).isEmpty();
    }

    /** These faults are independent of each other and of the kernel of c3: it doesn't fit with any legal numbers. */
    @Test
    void anyNumberOfFaultsIsReported() {
        Source spec = Source.spec(
                "@LeNet(input = @Input(channels = 0, height = 28, width = 0), classes = 1, "
                        + "c1 = @LeNet.Conv(channels = -6, kernel = 0, stride = 0), "
                        + "s2 = @LeNet.Pool(kernel = -2, stride = 0), c3 = @LeNet.Conv(channels = 0, kernel = 99), "
                        + "hidden = {@LeNet.Hidden(units = 0), @LeNet.Hidden(units = 2147483647)}, "
                        + "norm = {@BatchNorm(epsilon = 0), @BatchNorm(momentum = 2)})",
                "ManySpec");

        assertThat(reportedBySpec(SpecCompiler.javac().compile(spec)).get("ManySpec"))
                .containsExactlyInAnyOrder(
                        "range input.channels",
                        "range input.width",
                        "range classes",
                        "range c1.channels",
                        "range c1.kernel",
                        "range c1.stride",
                        "range s2.kernel",
                        "range s2.stride",
                        "range c3.channels",
                        "shape c3.kernel",
                        "range hidden[0].units",
                        "too-large hidden[1].units",
                        "count norm",
                        "range norm[0].epsilon",
                        "range norm[1].momentum");
    }

    /** With a padding of 40 the kernel of c3 fits, whatever the other numbers are. */
    @Test
    void whatDependsOnOneOfManyFaultsIsNotReported() {
        Source spec = Source.spec(
                "@LeNet(input = @Input(channels = 0, height = 28, width = 28), classes = 1, "
                        + "c1 = @LeNet.Conv(channels = 6, kernel = 0, stride = 0, padding = -1), "
                        + "c3 = @LeNet.Conv(channels = 16, kernel = 99))",
                "ManySpec");

        assertThat(reportedBySpec(SpecCompiler.javac().compile(spec)).get("ManySpec"))
                .containsExactlyInAnyOrder(
                        "range input.channels",
                        "range classes",
                        "range c1.kernel",
                        "range c1.stride",
                        "range c1.padding");
    }

    @Test
    void missingElementsHideNoOtherFault() {
        Source blocks = Source.spec(
                "@Vgg(blocks = {}, ratio = 0, hidden = {@Vgg.Hidden(units = 2147483647), @Vgg.Hidden(dropout = 2)})",
                "BlocksSpec");
        Source stages = Source.specWithStages(
                "@Network(input = @Input(channels = 65536, height = 65536, width = 65536))",
                "@MaxPool(padding = 3) void pool(); @Linear(units = 2147483647) void classes();",
                "StagesSpec extends Runnable");
        Source modules = Source.spec(
                "@Inception(input = @Input(channels = 1, height = 20, width = 20), stages = {@Inception.Stage(modules = {}),"
                        + " @Inception.Stage(modules = @Inception.Module(c1x1 = 1, reduce3x3 = 1, c3x3 = 1,"
                        + " reduce5x5 = 1, c5x5 = 1, pool = 1), pool = @Inception.Pool(kernel = 9, padding = 0))})",
                "ModulesSpec");

        Map<String, Set<String>> reported =
                reportedBySpec(SpecCompiler.javac().compile(blocks, named(stages), modules));

        assertThat(reported.get("BlocksSpec"))
                .containsExactlyInAnyOrder(
                        "count blocks", "range ratio", "too-large hidden[0].units", "range hidden[1].dropout");
        assertThat(reported.get("StagesSpec"))
                .containsExactlyInAnyOrder(
                        "stage-method ", "too-large input", "pool-padding pool.padding", "too-large classes.units");
        assertThat(reported.get("ModulesSpec"))
                .containsExactlyInAnyOrder("count stages[0].modules", "shape stages[1].pool[0].kernel");
    }

    /** In a file with the interface's name. */
    private static Source named(Source source) {
        return new Source(source.path().replaceFirst(" .*", ".java"), source.text());
    }

    private static List<String> differences(
            List<Source> specs, Map<String, Set<String>> expected, Map<String, Set<String>> reported) {
        return specs.stream()
                .map(spec -> {
                    String name = nameOf(spec.path());
                    Set<String> wanted = expected.getOrDefault(name, Set.of());
                    Set<String> found = reported.getOrDefault(name, Set.of());
                    return wanted.equals(found) ? "" : spec.text() + "expected " + wanted + "\nbut found " + found;
                })
                .filter(difference -> !difference.isEmpty())
                .toList();
    }

    private static Map<String, Set<String>> reportedBySpec(Result result) {
        Map<String, Set<String>> reported = new TreeMap<>();
        result.errors().forEach(error -> {
            String message = error.getMessage(Locale.ROOT);
            boolean isOurs = message.startsWith("[netwright:");
            boolean isNew = reported.computeIfAbsent(nameOf(error.getSource().getName()), name -> new TreeSet<>())
                    .add(
                            isOurs
                                    ? message.replaceFirst("(?s)^\\[netwright:(.*?)\\] (?:([^: ]*): )?.*", "$1 $2")
                                    : "javac");
            assertThat(isNew || !isOurs).as(message).isTrue();
        });
        return reported;
    }

    private static String nameOf(String path) {
        return path.replaceFirst(".*[/\\\\](\\w+)\\.java", "$1");
    }
}
