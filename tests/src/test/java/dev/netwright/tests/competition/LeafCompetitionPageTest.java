package dev.netwright.tests.competition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's code is the example's, but for spaces, so that it compiles. */
class LeafCompetitionPageTest {
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void theCodeOfThePageIsThatOfTheExample() throws IOException {
        String source = withoutSpaces(Files.readString(
                Path.of("../examples/src/main/java/dev/netwright/examples/competition/LeafCompetition.java")));
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../docs/leaf-competition.md")))
                .results()
                .map((MatchResult block) -> withoutSpaces(block.group(1)))
                .toList();
        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(source).contains(block));
    }

    /** A formatter breaks the example's lines elsewhere than a page does. */
    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
