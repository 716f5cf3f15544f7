package dev.netwright.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage at every byte of a file is detected or has no effect, and the only exception is a {@link WeightsException}.
 */
class DamagedFileTest {
    private final Path file;

    DamagedFileTest(@TempDir Path directory) {
        this.file = directory.resolve("damaged.safetensors");
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        byte[] whole = netwrightFile();
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            RawFile.write(file, damaged);

            assertThatThrownBy(() -> WeightsFile.read(file, SmallNetwork.EXPECTED))
                    .as("bit %d of %d", bit, whole.length * Byte.SIZE)
                    .isInstanceOf(WeightsException.class);
        }
    }

    /** A space of the padding may become a line feed, or a byte may become what it was. */
    @Test
    void randomDamageIsFoundOrWithoutEffect() throws Exception {
        byte[] whole = netwrightFile();
        LoadedWeights original = WeightsFile.read(file, SmallNetwork.EXPECTED);
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(damaged, original) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(4_500);
    }

    /** Such a file has no checksum, so changed values may load, but nothing else may happen. */
    @Test
    void damageToAFileOfAnotherProgramNeverCausesAnotherException() throws Exception {
        SafeTensorsWriter.write(
                file, Map.of("format", "pt"), SmallNetwork.weights().tensors());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            RawFile.write(file, damaged);
            try {
                LoadedWeights loaded = WeightsFile.read(file, SmallNetwork.EXPECTED);
                assertThat(loaded.metadata()).isEmpty();
            } catch (WeightsException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(2_500, 4_900);
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] whole = netwrightFile();
        for (int length = 0; length < whole.length; length++) {
            RawFile.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WeightsFile.read(file, SmallNetwork.EXPECTED))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(MalformedWeightsException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aFileWithAByteMoreIsRefused() throws Exception {
        byte[] whole = netwrightFile();
        RawFile.write(file, Arrays.copyOf(whole, whole.length + 1));

        assertThatThrownBy(() -> WeightsFile.read(file, SmallNetwork.EXPECTED))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("the file is too long");
    }

    private byte[] netwrightFile() throws Exception {
        WeightsFile.write(file, SmallNetwork.weights());
        return Files.readAllBytes(file);
    }

    /** Whether these bytes are rejected; if they aren't, they must have exactly the original's content. */
    private boolean isRefused(byte[] damaged, LoadedWeights original) {
        RawFile.write(file, damaged);
        LoadedWeights loaded;
        try {
            loaded = WeightsFile.read(file, SmallNetwork.EXPECTED);
        } catch (WeightsException e) {
            return true;
        }
        assertThat(loaded.metadata()).isEqualTo(original.metadata());
        assertThat(bits(loaded)).isEqualTo(bits(original));
        return false;
    }

    private static Map<String, String> bits(LoadedWeights weights) {
        Map<String, String> bits = new HashMap<>();
        weights.values().forEach((name, values) -> bits.put(name, HexFormat.of().formatHex(RawFile.bytes(values))));
        return bits;
    }
}
