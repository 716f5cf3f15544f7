package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.SmallNetwork.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
    private final Path directory;
    private final Path file;

    SafeTensorsTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("small.safetensors");
    }

    /**
     * Made by, and read back by {@code safetensors.numpy.load} of safetensors 0.8.0:
     *
     * <pre>{@code
     * header = json.dumps({"__metadata__": {"a": "é\n", "b": "2"},
     *     "w": {"dtype": "F32", "shape": [1, 2], "data_offsets": [0, 8]},
     *     "s": {"dtype": "F32", "shape": [], "data_offsets": [8, 12]},
     *     "none": {"dtype": "F32", "shape": [0, 3], "data_offsets": [12, 12]}},
     *     separators=(",", ":"), ensure_ascii=False).encode()
     * header += b" " * (-(8 + len(header)) % 64)
     * (struct.pack("<Q", len(header)) + header + struct.pack("<3f", 1, -2.5, 0.5)).hex()
     * }</pre>
     */
    @Test
    void writesExactlyTheseBytes() throws Exception {
        SafeTensorsWriter.write(
                file,
                Map.of("b", "2", "a", "é\n"),
                List.of(
                        entry(NamedShape.of("w", 1, 2), 1f, -2.5f),
                        entry(NamedShape.of("s"), 0.5f),
                        entry(NamedShape.of("none", 0, 3))));

        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo("f8000000000000007b225f5f6d657461646174615f5f223a7b2261223a22c3a95c6e222c2262223a"
                        + "2232227d2c2277223a7b226474797065223a22463332222c227368617065223a5b312c325d2c2264"
                        + "6174615f6f666673657473223a5b302c385d7d2c2273223a7b226474797065223a22463332222c22"
                        + "7368617065223a5b5d2c22646174615f6f666673657473223a5b382c31325d7d2c226e6f6e65223a"
                        + "7b226474797065223a22463332222c227368617065223a5b302c335d2c22646174615f6f66667365"
                        + "7473223a5b31322c31325d7d7d202020202020202020202020202020202020202020202020202020"
                        + "202020202020202020202020202020200000803f000020c00000003f");
    }

    /**
     * Made by:
     *
     * <pre>{@code
     * from safetensors.numpy import save                      # safetensors 0.8.0
     * save({"fc.weight": np.array([[1, -2.5], [3, 0]], np.float32), "fc.bias": np.array([0.5, -0.25], np.float32),
     *       "scale": np.array(2, np.float32)}, metadata={"format": "pt"}).hex()
     * }</pre>
     */
    @Test
    void readsWhatTheFormatsOwnLibraryWrote() {
        String hex = "d8000000000000007b225f5f6d657461646174615f5f223a7b22666f726d6174223a227074227d2c"
                + "2266632e62696173223a7b226474797065223a22463332222c227368617065223a5b325d2c226461"
                + "74615f6f666673657473223a5b302c385d7d2c2266632e776569676874223a7b226474797065223a"
                + "22463332222c227368617065223a5b322c325d2c22646174615f6f666673657473223a5b382c3234"
                + "5d7d2c227363616c65223a7b226474797065223a22463332222c227368617065223a5b5d2c226461"
                + "74615f6f666673657473223a5b32342c32385d7d7d2020200000003f000080be0000803f000020c0"
                + "000040400000000000000040";
        RawFile.write(file, HexFormat.of().parseHex(hex));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(reader.metadata()).containsExactly(Map.entry("format", "pt"));
            assertThat(reader.tensors())
                    .containsExactly(
                            NamedShape.of("fc.bias", 2), NamedShape.of("fc.weight", 2, 2), NamedShape.of("scale"));
            assertThat(values(reader, "fc.weight")).containsExactly(1f, -2.5f, 3f, 0f);
            assertThat(values(reader, "fc.bias")).containsExactly(0.5f, -0.25f);
            assertThat(values(reader, "scale")).containsExactly(2f);
        }
    }

    @Test
    void keepsEveryBitOfTensorsLargerThanAChunk() {
        Random random = new Random(42);
        List<float[]> written = new ArrayList<>();
        List<TensorEntry> entries = new ArrayList<>();
        for (int size : new int[] {1, 16_383, 16_384, 16_385, 100_001}) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = Float.intBitsToFloat(random.nextInt());
            }
            written.add(values);
            entries.add(entry(NamedShape.of("t" + size, size), values));
        }
        SafeTensorsWriter.write(file, Map.of(), entries);

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(reader.metadata()).isEmpty();
            assertThat(reader.tensors())
                    .isEqualTo(entries.stream().map(TensorEntry::tensor).toList());
            for (float[] values : written) {
                assertThat(RawFile.bytes(values(reader, "t" + values.length))).isEqualTo(RawFile.bytes(values));
            }
        }
    }

    @Test
    void dataBeginsAtAMultipleOf64BytesWhateverTheHeadersLength() throws Exception {
        for (int length = 1; length <= 64; length++) {
            SafeTensorsWriter.write(file, Map.of("key", "v".repeat(length)), List.of(entry(NamedShape.of("w", 1), 1f)));
            byte[] bytes = Files.readAllBytes(file);
            long headerBytes =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            assertThat((Long.BYTES + headerBytes) % 64).isZero();
            assertThat(bytes.length).isEqualTo(Long.BYTES + headerBytes + Float.BYTES);
        }
    }

    @Test
    void sourcesAreAskedOnceEachInOrderWithAZeroedArray() {
        List<String> asked = new ArrayList<>();
        TensorSource source = target -> {
            assertThat(target).containsOnly(0f);
            asked.add("size " + target.length);
        };
        SafeTensorsWriter.write(
                file,
                Map.of(),
                List.of(
                        new TensorEntry(NamedShape.of("b", 3), source),
                        new TensorEntry(NamedShape.of("a", 2, 2), source)));

        assertThat(asked).containsExactly("size 3", "size 4");
    }

    @Test
    void aTensorMayLieAnywhereInTheData() {
        RawFile.write(
                file,
                RawFile.of(
                        "{\"late\":{\"data_offsets\":[4,8],\"dtype\":\"F32\",\"shape\":[1]},"
                                + "\"empty\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]},"
                                + "\"early\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} \n",
                        1f,
                        2f));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(values(reader, "early")).containsExactly(1f);
            assertThat(values(reader, "late")).containsExactly(2f);
            assertThat(values(reader, "empty")).isEmpty();
        }
    }

    @Test
    void readingRefusesUnknownNamesAndArraysOfAnotherLength() {
        SafeTensorsWriter.write(file, Map.of(), List.of(entry(NamedShape.of("w", 2), 1f, 2f)));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reader.read("v", new float[2]))
                    .withMessageContaining("has no tensor 'v'")
                    .withMessageContaining("tensors()");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reader.read("w", new float[3]))
                    .withMessageContaining("has 2 values in tensor 'w'")
                    .withMessageContaining("array of 3");
        }
    }

    @Test
    void aFileCutShortWhileOpenIsRefused() throws Exception {
        SafeTensorsWriter.write(file, Map.of(), List.of(entry(NamedShape.of("w", 2), 1f, 2f)));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            byte[] whole = Files.readAllBytes(file);
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole.length - 1L);
            }
            assertThatThrownBy(() -> reader.read("w", new float[2]))
                    .isInstanceOf(MalformedWeightsException.class)
                    .hasMessageContaining("its end at byte " + (whole.length - 1));
        }
    }

    @Test
    void readingNamesAMissingFileAndADirectory() {
        assertThatThrownBy(() -> SafeTensorsReader.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file + ": no such file")
                .hasMessageContaining("Check the path");
        assertThatThrownBy(() -> SafeTensorsReader.open(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory + ": not a regular file");
    }

    @Test
    void writingRefusesNamesTheFormatCannotHold() {
        TensorEntry tensor = entry(NamedShape.of("w", 1), 1f);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensorsWriter.write(file, Map.of(), List.of(tensor, tensor)))
                .withMessageContaining("'w' is taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SafeTensorsWriter.write(file, Map.of(), List.of(entry(NamedShape.of("__metadata__", 1), 1f))))
                .withMessageContaining("'__metadata__' is taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensorsWriter.write(file, Map.of("key", "\ud800"), List.of(tensor)))
                .withMessageContaining("unpaired surrogate");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shapesRefuseNegativeSizesAndOverflow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedShape.of("w", 2, -1))
                .withMessageContaining("'w' has shape [2, -1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedShape.of("w", 1L << 31, 1L << 30))
                .withMessageContaining("2^63 bytes");
        NamedShape huge = NamedShape.of("w", 1L << 31);
        assertThatIllegalArgumentException().isThrownBy(huge::newArray).withMessageContaining("Java array");
        assertThat(huge.elementCount()).isEqualTo(2_147_483_648L);
    }

    private static float[] values(SafeTensorsReader reader, String name) {
        NamedShape tensor = reader.tensors().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        float[] values = tensor.newArray();
        reader.read(name, values);
        return values;
    }
}
