package dev.netwright.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that a converting reader turns into float32, written byte by byte. */
class ConvertedTypesTest {
    @TempDir
    private Path folder;

    /** {@code struct.pack('<e', x)}: zero, -zero, the smallest, the largest below the normals, the smallest normal, 1, -2, 65504, infinity. */
    @Test
    void halfPrecisionIsExact() {
        assertThat(read("F16", 0x0000, 0x8000, 0x0001, 0x03ff, 0x0400, 0x3c00, 0xc000, 0x7bff, 0xfc00))
                .containsExactly(
                        0f, -0f, 5.9604645e-8f, 6.097555e-5f, 6.1035156e-5f, 1f, -2f, 65504f, Float.NEGATIVE_INFINITY);
        assertThat(read("F16", 0x7e00)).containsExactly(Float.NaN);
    }

    @Test
    void brainFloatsAreTheUpperHalfOfFloat32() {
        assertThat(read("BF16", 0x3f80, 0xc049, 0x0001)).containsExactly(1f, -3.140625f, 0x1p-133f);
    }

    @Test
    void doublesAreRoundedAndWholeNumbersCounted() {
        ByteBuffer doubles = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1)
                .putDouble(1e300);
        assertThat(read("F64", 2, doubles.array())).containsExactly(0.1f, Float.POSITIVE_INFINITY);
        ByteBuffer counter =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1251);
        assertThat(read("I64", 1, counter.array())).containsExactly(1251f);
    }

    @Test
    void tensorsLongerThanABufferAreReadToTheirEnd() {
        int count = 100_000;
        ByteBuffer data = ByteBuffer.allocate(count * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            data.putShort((short) (i % 0x7c00));
        }
        float[] values = read("F16", count, data.array());
        assertThat(values[0x3c00]).isEqualTo(1);
        assertThat(values[count - 1]).isEqualTo(values[(count - 1) % 0x7c00]);
    }

    @Test
    void otherTypesAreRefusedByNameAndOurOwnFilesStayFloat32() {
        Path small = file("I8", 1, new byte[1]);
        assertThatThrownBy(() -> SafeTensorsReader.openConverting(small).close())
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContainingAll("to be of type BF16 or F16 or F32 or F64 or I64", "found type I8");
        Path half = file("F16", 1, new byte[2]);
        assertThatThrownBy(() -> SafeTensorsReader.open(half).close())
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContainingAll("F32, the only one that Netwright computes in", "found type F16");
    }

    @Test
    void countersAreWrittenBeforeTensorsAndReadAsZero() {
        Path file = folder.resolve("counted.safetensors");
        TensorEntry weight = new TensorEntry(NamedShape.of("weight", 2), target -> target[1] = 3);
        SafeTensorsWriter.write(file, Map.of(), List.of("count"), List.of(weight));

        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            float[] count = {1};
            reader.read("count", count);
            float[] values = new float[2];
            reader.read("weight", values);
            assertThat(count).containsExactly(0);
            assertThat(values).containsExactly(0, 3);
        }
    }

    private float[] read(String type, int... halves) {
        ByteBuffer data = ByteBuffer.allocate(halves.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : halves) {
            data.putShort((short) half);
        }
        return read(type, halves.length, data.array());
    }

    private float[] read(String type, int count, byte[] data) {
        float[] values = new float[count];
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file(type, count, data))) {
            reader.read("w", values);
        }
        return values;
    }

    private Path file(String type, int count, byte[] data) {
        String header = "{\"w\":{\"dtype\":\"" + type + "\",\"shape\":[" + count + "],\"data_offsets\":[0,"
                + data.length + "]}}";
        return RawFile.write(
                folder.resolve(type + ".safetensors"), RawFile.of(header.getBytes(StandardCharsets.UTF_8), data));
    }
}
