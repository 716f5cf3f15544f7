package dev.netwright.processor.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DataOutputStream#writeUTF} writes modified UTF-8, as class files have it, and refuses what exceeds a constant. */
final class TextBlocksTest {
    private static final String LINE = "stage6.10.se_fc1 features.6.10.block.2.fc1";

    @Test
    void aShortTextIsOneBlock() {
        assertThat(TextBlocks.of(List.of("torchvision", "    conv1 features.0.0")))
                .containsExactly(
                        "\"\"\"\n            torchvision\n                conv1 features.0.0\n            \"\"\"");
    }

    @Test
    void noLinesAreAnEmptyBlock() {
        assertThat(TextBlocks.of(List.of())).containsExactly("\"\"\"\n            \"\"\"");
    }

    /** In UTF-8 these characters have 1, 2, 3 and 4 bytes; in modified UTF-8 the last has 6. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4", "\u20ac", "\ud83d\ude00"})
    void eachBlockIsAsLongAsAConstantMayBe(String ending) throws IOException {
        List<String> lines = Collections.nCopies(9_000, LINE + ending.repeat(20));

        List<String> texts =
                TextBlocks.of(lines).stream().map(TextBlocksTest::text).toList();

        assertThat(String.join("", texts))
                .isEqualTo(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        assertThat(texts).hasSizeGreaterThan(5);
        for (String text : texts) {
            write(text);
        }
        for (String full : texts.subList(0, texts.size() - 1)) {
            assertThatThrownBy(() -> write(full + lines.get(0) + "\n")).isInstanceOf(UTFDataFormatException.class);
        }
    }

    /** A block's lines without quotes and indentation. */
    private static String text(String block) {
        List<String> lines = block.lines().toList();
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line.substring(12) + "\n")
                .collect(Collectors.joining());
    }

    private static void write(String text) throws IOException {
        new DataOutputStream(new ByteArrayOutputStream()).writeUTF(text);
    }
}
