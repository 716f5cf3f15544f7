package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.training.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages list of options is the options' own; {@code -Dgolden.update=true} writes them anew. */
final class OptionTablesTest {
    private static final Path PAGE = Path.of("..", "docs", "training.md");
    private static final Path COMMAND_LINE = Path.of("..", "docs", "command-line.md");
    private static final Set<ResumePolicy> MAY_CHANGE =
            Set.of(ResumePolicy.RATES_MUST_EQUAL, ResumePolicy.IS_REPORTED, ResumePolicy.MAY_CHANGE);
    private static final String OPTIONS = """
            | method | command line | without it | range | what it does |
            |---|---|---|---|---|
            """;
    private static final String RESUMING = """
            | option | resumed with another |
            |---|---|
            """;

    @Test
    void thePageListsEveryOption() throws IOException {
        new GeneratedTable(PAGE, OPTIONS).assertRows(RunOptions.ALL.stream().map(OptionTablesTest::line));
    }

    @Test
    void thePageSaysOfEveryOptionWhatBecomesOfARunThatIsResumedWithAnother() throws IOException {
        new GeneratedTable(PAGE, RESUMING)
                .assertRows(Stream.concat(
                        Stream.of("| the network's spec | refused |\n"),
                        RunOptions.ALL.stream()
                                .flatMap(option -> option.rows().stream())
                                .map(row -> "| " + row.change() + " | "
                                        + row.outcome().text() + " |\n")));
    }

    @Test
    void theCommandLinesPageNamesTheOptionsThatMayChange() throws IOException {
        String page = Files.readString(COMMAND_LINE).replace('\n', ' ');
        String begin = "[what may change](training.md#what-may-change) is ";
        int from = page.indexOf(begin) + begin.length();
        List<String> named = Pattern.compile("--[a-z-]+")
                .matcher(page.substring(from, page.indexOf('.', from)))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(RunOptions.ALL.stream()
                        .filter(option -> MAY_CHANGE.contains(option.resume().policy()))
                        .flatMap(option -> option.words().flag().stream())
                        .toList());
    }

    @Test
    void theCommandLinesPageHasEveryOptionOfARun() throws IOException {
        assertThat(Files.readString(COMMAND_LINE))
                .contains(RunOptions.ALL.stream()
                        .flatMap(option -> option.words().flag().stream())
                        .toList());
    }

    private static String line(RunOption<?> option) {
        String methods =
                option.words().calls().stream().map(OptionTablesTest::code).collect(Collectors.joining(", "));
        String flag = Stream.of(option.words().flag(), option.words().label())
                .flatMap(word -> word.stream())
                .collect(Collectors.joining(" "));
        return Stream.of(
                        methods,
                        flag.isEmpty() ? "" : code(flag),
                        option.otherwise().words(),
                        option.codec().range().wording(),
                        option.words().help())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
