package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.SmallNetwork.BIAS;
import static dev.netwright.runtime.checkpoint.SmallNetwork.EXPECTED;
import static dev.netwright.runtime.checkpoint.SmallNetwork.IDENTITY;
import static dev.netwright.runtime.checkpoint.SmallNetwork.MEAN;
import static dev.netwright.runtime.checkpoint.SmallNetwork.METADATA;
import static dev.netwright.runtime.checkpoint.SmallNetwork.WEIGHT;
import static dev.netwright.runtime.checkpoint.SmallNetwork.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsFileTest {
    private final Path directory;
    private final Path file;

    WeightsFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("small.safetensors");
    }

    @Test
    void whatIsWrittenIsRead() {
        WeightsFile.write(file, SmallNetwork.weights());

        LoadedWeights loaded = WeightsFile.read(file, EXPECTED);

        assertThat(loaded.metadata()).contains(METADATA);
        assertThat(loaded.values().keySet()).containsExactly(WEIGHT.name(), BIAS.name(), MEAN.name());
        assertThat(loaded.values().get(WEIGHT.name())).containsExactly(1.5f, -2f, 0f, 1e-30f);
        assertThat(loaded.values().get(BIAS.name())).containsExactly(0.25f, -0f);
        assertThat(loaded.values().get(MEAN.name())).containsExactly(3f, Float.MIN_VALUE);
    }

    /**
     * The checksum is made by:
     *
     * <pre>{@code
     * def crc32c(data):
     *     crc = 0xFFFFFFFF
     *     for byte in data:
     *         crc ^= byte
     *         for _ in range(8):
     *             crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
     *     return crc ^ 0xFFFFFFFF                                       # crc32c(b"123456789") == 0xE3069283
     * content = "".join(key + "\0" + metadata[key] + "\0" for key in sorted(metadata)).encode()   # all but crc32c
     * for name, values in (("stem.bias", (0.25, -0.0)), ("stem.norm.running_mean", (3, 2**-149)),
     *                      ("stem.weight", (1.5, -2, 0, 1e-30))):
     *     data = struct.pack("<%df" % len(values), *values)
     *     content += name.encode() + b"\0" + struct.pack("<I", crc32c(data))
     * "%08x" % crc32c(content)
     * }</pre>
     */
    @Test
    void theMetadataIsReadableByAnySafetensorsLibrary() {
        WeightsFile.write(file, SmallNetwork.weights());

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(reader.metadata())
                    .containsExactly(
                            Map.entry("author", "é"),
                            Map.entry("crc32c", "536cfe97"),
                            Map.entry("fingerprint", IDENTITY.fingerprint()),
                            Map.entry("format", "netwright"),
                            Map.entry("format_version", "1"),
                            Map.entry("input.mean", "[0.5]"),
                            Map.entry("labels", "[\"T-shirt\",\"Ankle \\\"boot\\\"\",\"包\"]"),
                            Map.entry("network", "com.example.Small"));
            assertThat(reader.tensors()).containsExactly(WEIGHT, BIAS, MEAN);
        }
    }

    @Test
    void theSameWeightsGiveTheSameBytes() throws Exception {
        WeightsFile.write(file, SmallNetwork.weights());
        Path other = directory.resolve("other.safetensors");
        WeightsFile.write(other, SmallNetwork.weights());

        assertThat(other).hasBinaryContent(Files.readAllBytes(file));
    }

    @Test
    void aFileOfPyTorchLoadsWithoutMetadata() {
        SafeTensorsWriter.write(
                file, Map.of("format", "pt"), reversed(SmallNetwork.weights().tensors()));

        LoadedWeights loaded = WeightsFile.read(file, EXPECTED);

        assertThat(loaded.metadata()).isEmpty();
        assertThat(loaded.values().keySet()).containsExactly(WEIGHT.name(), BIAS.name(), MEAN.name());
        assertThat(loaded.values().get(BIAS.name())).containsExactly(0.25f, -0f);
    }

    @Test
    void anotherProgramMayReorderTheTensorsOfAFileAndKeepItsMetadata() {
        WeightsFile.write(file, SmallNetwork.weights());
        SafeTensorsWriter.write(
                file, metadata(), reversed(SmallNetwork.weights().tensors()));

        assertThat(WeightsFile.read(file, EXPECTED).metadata()).contains(METADATA);
    }

    @Test
    void theOrderInWhichANetworkWritesItsTensorsIsFree() {
        WeightsFile.write(
                file,
                new Weights(IDENTITY, METADATA, reversed(SmallNetwork.weights().tensors())));

        assertThat(WeightsFile.read(file, EXPECTED).values().get(BIAS.name())).containsExactly(0.25f, -0f);
    }

    @Test
    void aNetworkThatWasOnlyRenamedKeepsItsWeights() {
        WeightsFile.write(file, SmallNetwork.weights());
        NetworkIdentity renamed = new NetworkIdentity("com.example.Renamed", IDENTITY.fingerprint());

        assertThat(WeightsFile.read(file, new ExpectedNetwork(renamed, EXPECTED.parameters()))
                        .metadata())
                .contains(METADATA);
    }

    @Test
    void theFirstTensorOfAnotherShapeIsNamedWithBothShapesAndTheFilesNetwork() {
        WeightsFile.write(file, SmallNetwork.weights());
        ExpectedNetwork wider = new ExpectedNetwork(
                new NetworkIdentity("com.example.Wider", "f".repeat(64)),
                List.of(WEIGHT, NamedShape.of("stem.bias", 3), NamedShape.of("stem.norm.running_mean", 3)));

        assertThatThrownBy(() -> WeightsFile.read(file, wider))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessage("Weights file " + file
                        + ": expected tensor 'stem.bias' of shape [3] for network com.example.Wider, but found shape"
                        + " [2], in weights of network 'com.example.Small'. Load it into that network, or read weights"
                        + " of com.example.Wider.");
    }

    @Test
    void sameSizeInAnotherShapeIsRefused() {
        SafeTensorsWriter.write(
                file,
                Map.of(),
                List.of(
                        entry(NamedShape.of("stem.weight", 2, 2), 1f, 2f, 3f, 4f),
                        entry(BIAS, 1f, 2f),
                        entry(MEAN, 1f, 2f)));

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("'stem.weight' of shape [2, 1, 1, 2]")
                .hasMessageContaining("found shape [2, 2], in weights that name no network")
                .hasMessageContaining("Save exactly this network's tensors");
    }

    @Test
    void aMissingTensorIsNamed() {
        SafeTensorsWriter.write(file, Map.of(), List.of(entry(WEIGHT, 1f, 2f, 3f, 4f), entry(MEAN, 1f, 2f)));

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("expected tensor 'stem.bias' of shape [2]")
                .hasMessageContaining("found no tensor of that name");
    }

    @Test
    void anUnknownTensorIsNamed() {
        List<TensorEntry> tensors = new ArrayList<>(SmallNetwork.weights().tensors());
        tensors.add(entry(NamedShape.of("head.weight", 1), 1f));
        SafeTensorsWriter.write(file, Map.of(), tensors);

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("only the 3 tensors of network com.example.Small")
                .hasMessageContaining("also 'head.weight' of shape [1]");
    }

    @Test
    void anotherFingerprintIsRefusedThoughTheTensorsAreTheSame() {
        WeightsFile.write(file, SmallNetwork.weights());
        NetworkIdentity strided = new NetworkIdentity("com.example.Strided", "f".repeat(64));

        assertThatThrownBy(() -> WeightsFile.read(file, new ExpectedNetwork(strided, EXPECTED.parameters())))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("expected fingerprint " + "f".repeat(64) + " of network com.example.Strided")
                .hasMessageContaining("found fingerprint " + IDENTITY.fingerprint() + " of network 'com.example.Small'")
                .hasMessageContaining("Compare the two specs");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefusedOnReading(float value) {
        SafeTensorsWriter.write(
                file, Map.of(), SmallNetwork.weights(1f, 1f, value, 1f).tensors());

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("finite values in tensor 'stem.weight', but found " + value + " at index 2");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteNeverReplaceAGoodFile(float value) throws Exception {
        WeightsFile.write(file, SmallNetwork.weights());
        byte[] good = Files.readAllBytes(file);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightsFile.write(file, SmallNetwork.weights(1f, value, 1f, 1f)))
                .withMessageContaining(file + " was not written")
                .withMessageContaining("'stem.weight', but found " + value + " at index 1");

        assertThat(file).hasBinaryContent(good);
        assertThat(directory).isDirectoryNotContaining("glob:**tmp*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format_version", "network", "fingerprint", "labels", "crc32c"})
    void aMissingMetadataEntryIsNamed(String key) {
        WeightsFile.write(file, SmallNetwork.weights());
        SortedMap<String, String> incomplete = metadata();
        incomplete.remove(key);
        SafeTensorsWriter.write(file, incomplete, SmallNetwork.weights().tensors());

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("the metadata entry '" + key + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format_version | 2        | format_version 1, but found format_version '2'",
                "format_version | 1.0      | format_version 1, but found format_version '1.0'",
                "fingerprint    | 0123     | fingerprint to be 64 lower-case hexadecimal digits, but found '0123'",
                "labels         | boot     | 'labels' to be a JSON array of strings, but found 'boot'",
                "labels         | \"boot\" | 'labels' to be a JSON array of strings",
                "labels         | {}       | 'labels' to be a JSON array of strings",
                "labels         | [1]      | 'labels' to be a JSON array of strings",
                "labels         | [[]]     | 'labels' to be a JSON array of strings",
                "labels         | [null]   | 'labels' to be a JSON array of strings",
                "labels         | [\"a\"   | 'labels' to be a JSON array of strings",
                "labels         | [] []    | 'labels' to be a JSON array of strings",
                "labels         | ``       | 'labels' to be a JSON array of strings, but found ''",
                "labels         | []       | checksum crc32c",
                "network        | x        | checksum crc32c",
                "author         | e        | checksum crc32c",
                "crc32c         | 00000000 | checksum crc32c '00000000', but found '536cfe97'",
            })
    void aDamagedMetadataEntryIsNamed(String key, String value, String reason) {
        WeightsFile.write(file, SmallNetwork.weights());
        SortedMap<String, String> damaged = metadata();
        damaged.put(key, value);
        SafeTensorsWriter.write(file, damaged, SmallNetwork.weights().tensors());

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void valuesChangedBehindTheChecksumAreRefused() {
        WeightsFile.write(file, SmallNetwork.weights());
        SafeTensorsWriter.write(
                file, metadata(), SmallNetwork.weights(1.5f, -2f, -0f, 1e-30f).tensors());

        assertThatThrownBy(() -> WeightsFile.read(file, EXPECTED))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("checksum crc32c")
                .hasMessageContaining("save it without metadata");
    }

    @Test
    void callersKeysMayNotBeNetwrightsOwn() {
        for (String key : List.of("format", "format_version", "network", "fingerprint", "labels", "crc32c")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WeightsMetadata(List.of(), Map.of(key, "x")))
                    .withMessageContaining("Metadata key '" + key + "'");
        }
    }

    @Test
    void networksRefuseMalformedFingerprintsAndRepeatedNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkIdentity("com.example.Small", "F".repeat(64)))
                .withMessageContaining("64 lower-case hexadecimal digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedNetwork(IDENTITY, List.of(BIAS, MEAN, BIAS)))
                .withMessageContaining("two parameters named 'stem.bias'");
    }

    private SortedMap<String, String> metadata() {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            return new TreeMap<>(reader.metadata());
        }
    }

    private static List<TensorEntry> reversed(List<TensorEntry> tensors) {
        List<TensorEntry> reversed = new ArrayList<>(tensors);
        Collections.reverse(reversed);
        return reversed;
    }
}
