package dev.netwright.tests.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.source.IdxDataset;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers of files from outside, given sound files with random faults: each is read, or refused by the exception that the reader's
 * documentation names and by no other, in memory that the file's length bounds whatever the file says. {@code -Dfuzz.inputs=1000000}
 * draws more than continuous integration does; {@code -Dfuzz.seed} draws others.
 */
class ReaderFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 11);

    /** What reading a file of about a kilobyte may allocate: no length that the file claims reaches the allocator. */
    private static final long MOST_BYTES = 4 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    /** Reads one file to its end. */
    @FunctionalInterface
    private interface Reader {
        void read(Path file) throws IOException;
    }

    @Test
    void damagedSafetensorsAreReadOrRefused() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        List<TensorEntry> tensors = List.of(
                new TensorEntry(NamedShape.of("stem.weight", 4, 3, 2, 2), target -> Arrays.fill(target, 1.5f)),
                new TensorEntry(NamedShape.of("stem.bias", 4), target -> Arrays.fill(target, 0.25f)),
                new TensorEntry(NamedShape.of("head.weight", 3, 4), target -> Arrays.fill(target, -2f)));
        SafeTensorsWriter.write(file, Map.of("format", "pt", "labels", "[\"oak\",\"elm\"]"), tensors);
        fuzz(file, MalformedWeightsException.class, damaged -> {
            try (SafeTensorsReader reader = SafeTensorsReader.open(damaged)) {
                for (NamedShape tensor : reader.tensors()) {
                    reader.read(tensor.name(), tensor.newArray());
                }
            }
        });
    }

    @Test
    void damagedIdxFilesAreReadOrRefused() throws IOException {
        Path labels = RawFiles.write(folder, "labels", RawFiles.idx(0x0801, 3, 3));
        Path images = RawFiles.write(folder, "images", RawFiles.idx(0x0803, 3 * 12 * 12, 3, 12, 12));
        fuzz(images, MalformedDataException.class, damaged -> consume(damaged, labels));
        fuzz(labels, MalformedDataException.class, damaged -> consume(images, damaged));
    }

    @Test
    void damagedCompressedIdxFilesAreReadOrRefused() throws IOException {
        Path labels = RawFiles.write(folder, "labels", RawFiles.idx(0x0801, 3, 3));
        byte[] images = RawFiles.idx(0x0803, 3 * 12 * 12, 3, 12, 12);
        new SplittableRandom(SEED).nextBytes(images); // Which gives deflate something to do ...
        System.arraycopy(RawFiles.idx(0x0803, 0, 3, 12, 12), 0, images, 0, 16); // ... behind a header as it must be.
        Path compressed = RawFiles.write(folder, "images.gz", RawFiles.gzip(images));
        fuzz(compressed, MalformedDataException.class, damaged -> consume(damaged, labels));
    }

    @Test
    void damagedListsAreReadOrRefused() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        StringBuilder lines = new StringBuilder("image,label,weight\r\n");
        for (int i = 0; i < 8; i++) {
            RawFiles.write(pictures, i + ".png", "not looked at when it is listed");
            lines.append(i).append(".png,\"quercus, rubra ").append(i % 3).append("\",0.5\r\n");
        }
        Path csv = RawFiles.write(folder, "train.csv", lines.toString());
        fuzz(csv, MalformedDataException.class, damaged -> {
            LabelledPictureFiles files = PictureFolder.at(pictures).labelledBy(damaged);
            assertThat(files.size()).isPositive();
            for (int i = 0; i < files.size(); i++) {
                assertThat(files.file(i).startsWith(pictures.toRealPath())).isTrue();
            }
        });
    }

    private static void consume(Path images, Path labels) {
        ImageDataset data = IdxDataset.read(images, labels, List.of("a", "b"));
        for (int i = 0; i < data.size(); i++) {
            data.readPixels(i, new byte[data.format().values()], 0);
            assertThat(data.label(i)).isBetween(0, 1);
        }
    }

    private void fuzz(Path whole, Class<? extends RuntimeException> documented, Reader reader) throws IOException {
        byte[] sound = Files.readAllBytes(whole);
        reader.read(whole);
        SplittableRandom random = new SplittableRandom(SEED);
        Mutations mutations = new Mutations(random);
        Path damaged = folder.resolve("damaged");
        int refused = 0;
        for (int input = 0; input < INPUTS; input++) {
            byte[] content = mutations.of(sound);
            // Some file systems flush a file that is truncated and written again, which takes milliseconds.
            Files.deleteIfExists(damaged);
            Files.write(damaged, content);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                reader.read(damaged);
            } catch (RuntimeException e) {
                refused++;
                assertThat(e).as(() -> described(content)).isInstanceOf(documented);
                assertThat(e).as(() -> described(content)).hasMessageContaining(String.valueOf(damaged.getParent()));
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(() -> "bytes allocated for " + described(content))
                    .isLessThan(MOST_BYTES);
        }
        assertThat(refused).as("refused of " + INPUTS).isBetween(INPUTS / 4, INPUTS);
    }

    private static String described(byte[] content) {
        return content.length + " bytes " + HexFormat.of().formatHex(content, 0, Math.min(content.length, 2_000)) + " "
                + new String(content, 0, Math.min(content.length, 2_000), StandardCharsets.ISO_8859_1);
    }
}
