package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.MalformedDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {
    private static final List<String> COLUMNS = List.of("image", "label");

    @TempDir
    private Path folder;

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        CsvTable table = read("id,label,image,width\n7,oak,a.jpg,224\n8,elm,b.jpg,96\n");
        assertThat(table.rows())
                .extracting(CsvTable.Row::values)
                .containsExactly(List.of("a.jpg", "oak"), List.of("b.jpg", "elm"));
        assertThat(table.rows().get(1).where()).isEqualTo(file() + ", line 3");
    }

    @Test
    void quotesAByteOrderMarkWindowsLineEndsAndEmptyLinesAreRead() throws IOException {
        CsvTable table = read("\uFEFFimage,label\r\na.jpg,\"oak, red\"\r\n\r\n\"b \"\"1\"\".jpg\",\u6a61\r\n\r\n");
        assertThat(table.rows())
                .extracting(CsvTable.Row::values)
                .containsExactly(List.of("a.jpg", "oak, red"), List.of("b \"1\".jpg", "\u6a61"));
        assertThat(table.rows().get(1).where()).endsWith("line 4");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                of(
                        "an empty file",
                        "",
                        "",
                        "a header line with the names of the columns",
                        "an empty file",
                        "image,label"),
                of(
                        "empty lines",
                        "\n\n",
                        "",
                        "a header line with the names of the columns",
                        "an empty file",
                        "image,label"),
                of(
                        "a header alone",
                        "image,label\n",
                        "",
                        "a line for each picture",
                        "only the header line",
                        "list the pictures"),
                of(
                        "no header",
                        "a.jpg,oak\nb.jpg,elm\n",
                        ", line 1",
                        "the column 'image'",
                        "'a.jpg', 'oak'",
                        "the header line"),
                of(
                        "a column missing",
                        "image,species\na.jpg,oak\n",
                        ", line 1",
                        "'label'",
                        "'image', 'species'",
                        "name the columns"),
                of(
                        "a column in capitals",
                        "Image,label\na.jpg,oak\n",
                        ", line 1",
                        "'image'",
                        "'Image', 'label'",
                        "name the columns"),
                of(
                        "a column after a blank",
                        "image, label\na.jpg,oak\n",
                        ", line 1",
                        "'label'",
                        "'image', ' label'",
                        "name the columns"),
                of("semicolons", "image;label\na.jpg;oak\n", ", line 1", "'image'", "'image;label'", "commas between"),
                of(
                        "a column twice",
                        "image,label,image\na,oak,b\n",
                        ", line 1",
                        "one column 'image'",
                        "several",
                        "rename"),
                of(
                        "a field missing",
                        "image,label\na.jpg,oak\nb.jpg\n",
                        ", line 3",
                        "2 fields",
                        "1: 'b.jpg'",
                        "correct the line"),
                of(
                        "a field too many",
                        "image,label\na.jpg,oak,red\n",
                        ", line 2",
                        "2 fields",
                        "3: 'a.jpg', 'oak', 'red'",
                        "double quotes"),
                of(
                        "an empty label",
                        "image,label\na.jpg,\n",
                        ", line 2",
                        "a value in column 'label'",
                        "none",
                        "remove the line"),
                of(
                        "a blank label",
                        "image,label\na.jpg,  \n",
                        ", line 2",
                        "a value in column 'label'",
                        "none",
                        "remove the line"),
                of(
                        "an empty picture",
                        "image,label\n,oak\n",
                        ", line 2",
                        "a value in column 'image'",
                        "none",
                        "remove the line"),
                of(
                        "a quote left open",
                        "image,label\na.jpg,\"oak\nb.jpg,elm\n",
                        "",
                        "CSV",
                        "line 2",
                        "correct the quotes"),
                of("text behind a quote", "image,label\na.jpg,\"oak\"s\n", "", "CSV", "line 2", "correct the quotes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedFilesAreRefusedWithLineExpectedFoundAndFix(
            String what, String content, String line, String expected, String found, String fix) {
        assertThatThrownBy(() -> read(content))
                .as(what)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(file() + line + ": expected ")
                .hasMessageContaining(expected)
                .hasMessageContaining("found ")
                .hasMessageContaining(found)
                .hasMessageContaining(fix);
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLineAndByte() throws IOException {
        byte[] latin = "image,label\na.jpg,oak\nb.jpg,h\u00eatre\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file(), latin);
        assertThatThrownBy(() -> CsvTable.read(file(), COLUMNS))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(file() + ", line 3: expected text in UTF-8, found byte 0xea; save the file as UTF-8");
        for (byte[] content : new byte[][] {
            "image,label\na,b\n".getBytes(StandardCharsets.UTF_16),
            Arrays.copyOf(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, 3)
        }) {
            Files.write(file(), content);
            assertThatThrownBy(() -> CsvTable.read(file(), COLUMNS))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("text in UTF-8");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvTable.read(folder.resolve("absent.csv"), COLUMNS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent.csv could not be read");
        assertThatThrownBy(() -> CsvTable.read(folder, COLUMNS)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void randomDamageIsRefusedOrHarmlessButNeverAnotherError() {
        byte[] whole =
                "image,label\na.jpg,\"oak, red\"\nb.jpg,elm\nc.jpg,\"\u6a61\"\n".getBytes(StandardCharsets.UTF_8);
        byte[] troublesome = {'"', ',', '\n', '\r', 0, (byte) 0xff, (byte) 0xe6};
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = troublesome[random.nextInt(troublesome.length)];
            try {
                assertThat(CsvTable.parse(file(), damaged, COLUMNS).rows())
                        .allSatisfy(row -> assertThat(row.values()).hasSize(2));
            } catch (MalformedDataException e) {
                assertThat(e).hasMessageStartingWith(file().toString());
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 1990);
    }

    private static Arguments of(String what, String content, String line, String expected, String found, String fix) {
        return Arguments.of(what, content, line, expected, found, fix);
    }

    private Path file() {
        return folder.resolve("list.csv");
    }

    private CsvTable read(String content) throws IOException {
        Files.writeString(file(), content);
        return CsvTable.read(file(), COLUMNS);
    }
}
