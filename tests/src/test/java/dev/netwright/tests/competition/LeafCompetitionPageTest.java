package dev.netwright.tests.competition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page's code is the example's, line by line, so that it compiles. */
class LeafCompetitionPageTest {
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void theCodeOfThePageIsThatOfTheExample() throws IOException {
        String source = withoutIndentation(Files.readString(
                Path.of("../examples/src/main/java/dev/netwright/examples/competition/LeafCompetition.java")));
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../docs/leaf-competition.md")))
                .results()
                .map((MatchResult block) -> withoutIndentation(block.group(1)))
                .toList();
        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(source).contains(block));
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
