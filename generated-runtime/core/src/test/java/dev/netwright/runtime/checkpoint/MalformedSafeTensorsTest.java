package dev.netwright.runtime.checkpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All known ways in which a safetensors file can be malformed, with the expected messages. */
class MalformedSafeTensorsTest {
    private static final byte[] NO_DATA = {};

    private final Path directory;

    MalformedSafeTensorsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lengths", "texts", "entries", "types", "shapes", "offsets", "layouts"})
    void refusesWithTheReason(byte[] bytes, List<String> reasons) {
        Path file = RawFile.write(directory.resolve("faulty.safetensors"), bytes);

        assertThatThrownBy(() -> SafeTensorsReader.open(file).close())
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageStartingWith("Weights file " + file + ": expected ")
                .hasMessageContaining(", but found ")
                .hasMessageContainingAll(reasons.toArray(String[]::new))
                .hasMessageEndingWith(".");
    }

    static Stream<Arguments> lengths() {
        byte[] empty = "{}".getBytes(UTF_8);
        return Stream.of(
                fault("empty file", NO_DATA, "found a file of 0 bytes"),
                fault("seven bytes", new byte[7], "found a file of 7 bytes"),
                fault(
                        "length only",
                        RawFile.withLength(2, NO_DATA, NO_DATA),
                        "the 0 bytes that follow it, but found 2"),
                fault("length 0", RawFile.withLength(0, empty, NO_DATA), "header length from 2 to the 2 bytes"),
                fault("length 1", RawFile.withLength(1, empty, NO_DATA), "but found 1."),
                fault("length past the end", RawFile.withLength(3, empty, NO_DATA), "but found 3. It is truncated"),
                fault("length 2^62", RawFile.withLength(1L << 62, empty, NO_DATA), "found 4611686018427387904"),
                fault("length 2^64 - 1", RawFile.withLength(-1, empty, NO_DATA), "found 18446744073709551615"),
                fault("torch.save's zip", "PK\3\4\0\0\10\10\0\0".getBytes(ISO_8859_1), "safetensors.torch.save_file"),
                fault(
                        "length one short of the JSON",
                        RawFile.withLength(1 + 2, "{} }".getBytes(UTF_8), NO_DATA),
                        "the file is too long"));
    }

    static Stream<Arguments> texts() {
        String tensor = "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        return Stream.of(
                header("array", "[]", "begins with '{', but found '[]'"),
                header("leading space", " {}", "begins with '{', but found ' {}'"),
                header("byte order mark", "\ufeff{}", "begins with '{'"),
                header("number", "1234", "begins with '{', but found '1234'"),
                fault("stray byte", RawFile.of("{\"\u00ff\":1}".getBytes(ISO_8859_1), NO_DATA), "not UTF-8"),
                fault("overlong slash", RawFile.of("{\"\u00c0\u00af\":1}".getBytes(ISO_8859_1), NO_DATA), "not UTF-8"),
                fault("UTF-16", RawFile.of("{}".getBytes(UTF_16LE), NO_DATA), "well-formed JSON"),
                header("cut short", "{" + tensor, "well-formed JSON, but found this fault: Unexpected end-of-input"),
                header("cut in a string", "{\"w", "Unexpected end-of-input"),
                header("comma at the end", "{" + tensor + ",}", "well-formed JSON"),
                header("single quotes", "{'w':1}", "well-formed JSON"),
                header("comment", "{/**/}", "well-formed JSON"),
                header("control character", "{\"a\nb\":1}", "well-formed JSON"),
                header("zero padding", "{}\0\0", "well-formed JSON"),
                header("second object", "{}{}", "nothing but spaces after the header's JSON object, but found '{'"),
                header("text after the object", "{} x", "well-formed JSON"),
                header(
                        "deep nesting",
                        "{\"w\":" + "[".repeat(100_000),
                        "tensor 'w' to be a JSON object, but found '['"),
                header("long name", "{\"" + "n".repeat(100_000) + "\":1}", "Name length"),
                header("same tensor twice", "{" + tensor + "," + tensor + "}", "Duplicate field 'w'"),
                header(
                        "same tensor in disguise",
                        "{" + tensor + "," + tensor.replace("w", "\\u0077") + "}",
                        "Duplicate field 'w'"));
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                header(
                        "metadata as text",
                        "{\"__metadata__\":\"x\"}",
                        "__metadata__ to be a JSON object, but found 'x'"),
                header(
                        "metadata null",
                        "{\"__metadata__\":null}",
                        "__metadata__ to be a JSON object, but found 'null'"),
                header("metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}", "Duplicate field '__metadata__'"),
                header("metadata key twice", "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", "Duplicate field 'a'"),
                header("number in metadata", "{\"__metadata__\":{\"a\":1}}", "entry 'a' to be a string, but found '1'"),
                header("null in metadata", "{\"__metadata__\":{\"a\":null}}", "entry 'a' to be a string"),
                header(
                        "object in metadata",
                        "{\"__metadata__\":{\"a\":{}}}",
                        "entry 'a' to be a string, but found '{'"),
                header("tensor as array", "{\"w\":[]}", "tensor 'w' to be a JSON object, but found '['"),
                header("tensor null", "{\"w\":null}", "tensor 'w' to be a JSON object"),
                header("empty tensor", "{\"w\":{}}", "in tensor 'w', but found no dtype"),
                header(
                        "no shape",
                        "{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,0]}}",
                        "in tensor 'w', but found no shape"),
                header(
                        "no offsets",
                        "{\"w\":{\"dtype\":\"F32\",\"shape\":[0]}}",
                        "in tensor 'w', but found no data_offsets"),
                header("unknown key", "{\"w\":{\"stride\":[1]}}", "in tensor 'w', but found the key 'stride'"),
                header("shape twice", "{\"w\":{\"shape\":[],\"shape\":[]}}", "Duplicate field 'shape'"),
                header("hostile name", "{\"\\u001b[2J\\u202e\":1}", "tensor '\ufffd[2J\ufffd' to be a JSON object"));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                tensor("dtype as number", "32", "[1]", "[0,4]", "dtype of tensor 'w' to be a string, but found '32'"),
                tensor(
                        "half precision",
                        "\"F16\"",
                        "[2]",
                        "[0,4]",
                        "to be of type F32",
                        "found type F16. Save it as tensor.float()"),
                tensor("double precision", "\"F64\"", "[1]", "[0,8]", "found type F64"),
                tensor("PyTorch's counter", "\"I64\"", "[]", "[0,8]", "found type I64", "num_batches_tracked"),
                tensor("unknown type", "\"F99\"", "[1]", "[0,4]", "type 'F99', which safetensors does not have"),
                tensor("lower-case type", "\"f32\"", "[1]", "[0,4]", "type 'f32', which safetensors does not have"));
    }

    static Stream<Arguments> shapes() {
        String whole = "shape of tensor 'w' to be an array of whole numbers from 0 to 2^63 - 1, but found ";
        return Stream.of(
                tensor("shape as number", "\"F32\"", "1", "[0,4]", whole + "'1'"),
                tensor("text in shape", "\"F32\"", "[\"1\"]", "[0,4]", whole + "'1'"),
                tensor("negative size", "\"F32\"", "[-1,-1]", "[0,4]", whole + "'-1'"),
                tensor("fraction", "\"F32\"", "[1.0]", "[0,4]", whole + "'1.0'"),
                tensor("exponent", "\"F32\"", "[1e0]", "[0,4]", whole + "'1e0'"),
                tensor("size 2^63", "\"F32\"", "[9223372036854775808]", "[0,4]", whole + "'9223372036854775808'"),
                tensor("nested shape", "\"F32\"", "[[1]]", "[0,4]", whole + "'['"),
                tensor("not a number", "\"F32\"", "[NaN]", "[0,4]", "well-formed JSON"),
                tensor("leading zero", "\"F32\"", "[01]", "[0,4]", "well-formed JSON"),
                tensor("product overflows", "\"F32\"", "[4294967296,4294967296]", "[0,0]", "of 2^63 bytes or more"),
                tensor("product overflows to 4", "\"F32\"", "[4611686018427387905]", "[0,4]", "of 2^63 bytes or more"),
                tensor("65 dimensions", "\"F32\"", "[1" + ",1".repeat(64) + "]", "[0,4]", "at most 64 numbers"));
    }

    static Stream<Arguments> offsets() {
        return Stream.of(
                tensor("offsets as text", "\"F32\"", "[1]", "\"0,4\"", "data_offsets of tensor 'w' to be an array"),
                tensor("one offset", "\"F32\"", "[1]", "[4]", "to be a begin and an end, but found 1 numbers"),
                tensor("three offsets", "\"F32\"", "[1]", "[0,4,4]", "to be a begin and an end, but found 3 numbers"),
                tensor(
                        "negative offset",
                        "\"F32\"",
                        "[1]",
                        "[-4,0]",
                        "data_offsets of tensor 'w' to be an array of whole"),
                tensor("end before begin", "\"F32\"", "[1]", "[4,0]", "found [4, 0], which span -4"),
                tensor("span too long", "\"F32\"", "[1]", "[0,8]", "span the 4 bytes of shape [1], but found [0, 8]"),
                tensor("span too short", "\"F32\"", "[2]", "[0,4]", "span the 8 bytes of shape [2], but found [0, 4]"),
                tensor("span for no values", "\"F32\"", "[0,7]", "[0,4]", "span the 0 bytes of shape [0, 7]"),
                tensor("span of a scalar", "\"F32\"", "[]", "[0,0]", "span the 4 bytes of shape []"));
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                layout(
                        "hole at the start",
                        "[4,8]",
                        "[8,12]",
                        3,
                        "'a' to begin at byte 0",
                        "a gap: it begins at byte 4"),
                layout("hole between", "[0,4]", "[8,12]", 3, "'b' to begin at byte 4", "a gap: it begins at byte 8"),
                layout("overlap", "[0,4]", "[2,6]", 2, "'b' to begin at byte 4", "an overlap: it begins at byte 2"),
                layout("same place", "[0,4]", "[0,4]", 1, "'b' to begin at byte 4", "an overlap: it begins at byte 0"),
                layout(
                        "data cut short",
                        "[0,4]",
                        "[4,8]",
                        1,
                        "expected 8 bytes of tensor data",
                        "found 4: the file is cut short"),
                layout(
                        "no data",
                        "[0,4]",
                        "[4,8]",
                        0,
                        "expected 8 bytes of tensor data",
                        "found 0: the file is cut short"),
                layout(
                        "data to spare",
                        "[0,4]",
                        "[4,8]",
                        3,
                        "expected 8 bytes of tensor data",
                        "found 12: the file is too long"),
                layout(
                        "far outside",
                        "[0,4]",
                        "[9223372036854775803,9223372036854775807]",
                        2,
                        "'b' to begin at byte 4",
                        "a gap"),
                fault("data but no tensors", RawFile.of("{}", 1f), "expected 0 bytes of tensor data"));
    }

    @Test
    void aHeaderOfMoreThan16MebibytesIsRefusedBeforeItIsRead() throws Exception {
        Path file = directory.resolve("long.safetensors");
        int limit = 16 * 1024 * 1024;

        writeZeros(file, limit + 1);
        assertThat(catchThrowable(() -> SafeTensorsReader.open(file)))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("a header of at most 16777216 bytes, but found one of 16777217")
                .hasMessageContaining("ReadLimits");

        writeZeros(file, limit);
        assertThat(catchThrowable(() -> SafeTensorsReader.open(file)))
                .as("at the limit it is read, and found to be no JSON")
                .hasMessageContaining("begins with '{'");
    }

    @Test
    void limitsOfTheCallersChoiceHold() {
        String json = "{\"__metadata__\":{\"k\":\"v\"},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}";
        Path file = RawFile.write(directory.resolve("limited.safetensors"), RawFile.of(json));

        SafeTensorsReader.open(file, new ReadLimits(json.length(), 2)).close();
        assertThatThrownBy(() -> SafeTensorsReader.open(file, new ReadLimits(json.length() - 1, 2)))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("a header of at most " + (json.length() - 1) + " bytes");
        assertThatThrownBy(() -> SafeTensorsReader.open(file, new ReadLimits(json.length(), 1)))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("at most 1 tensors and metadata entries, but found more");
    }

    @Test
    void entriesAreLimitedByDefault() {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{\"0\":\"\"");
        for (int i = 1; i <= 65_536; i++) {
            json.append(",\"").append(i).append("\":\"\"");
        }
        Path file = RawFile.write(
                directory.resolve("many.safetensors"),
                RawFile.of(json.append("}}").toString()));

        assertThatThrownBy(() -> SafeTensorsReader.open(file))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("at most 65536 tensors and metadata entries");
    }

    private static void writeZeros(Path file, long headerBytes) throws IOException {
        RawFile.write(file, RawFile.withLength(headerBytes, NO_DATA, NO_DATA));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Long.BYTES + headerBytes);
        }
    }

    /** A malformed file, and parts of the expected message. */
    private static Arguments fault(String name, byte[] bytes, String... reasons) {
        return arguments(named(name, bytes), List.of(reasons));
    }

    private static Arguments header(String name, String json, String... reasons) {
        return fault(name, RawFile.of(json, 1f), reasons);
    }

    private static Arguments tensor(String name, String type, String shape, String offsets, String... reasons) {
        String json = "{\"w\":{\"dtype\":" + type + ",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
        return fault(name, RawFile.of(json, 1f), reasons);
    }

    /** Two tensors of one value each, before this many values of data. */
    private static Arguments layout(String name, String first, String second, int values, String... reasons) {
        String json = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":" + first + "},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":" + second + "}}";
        return fault(name, RawFile.of(json, new float[values]), reasons);
    }
}
