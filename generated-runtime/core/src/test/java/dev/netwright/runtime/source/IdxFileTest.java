package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.PilFixture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
    private static final byte[] VALUES = PilFixture.pixels(9, 2 * 3 * 4);
    private static final byte[] WHOLE = Idx.images(2, 3, 4, VALUES);

    @TempDir
    Path folder;

    @Test
    void plainAndCompressedFilesReadAlikeWhateverTheirNames() throws IOException {
        Path plain = Files.write(folder.resolve("plain.gz"), WHOLE);
        Path compressed = Files.write(folder.resolve("compressed"), Idx.gzip(WHOLE));
        for (Path file : new Path[] {plain, compressed}) {
            IdxFile read = IdxFile.read(file, 3);
            assertThat(read.sizes()).containsExactly(2, 3, 4);
            assertThat(read.values()).isEqualTo(VALUES);
            assertThat(read.name()).isEqualTo(file.toString());
        }
    }

    @Test
    void aFileOfLabelsHasOneDimension() {
        IdxFile labels = IdxFile.parse("labels", Idx.labels(3, 1, 255), 1);
        assertThat(labels.sizes()).containsExactly(3);
        assertThat(labels.values()).containsExactly(3, 1, 255);
    }

    static Stream<Arguments> malformedPlain() {
        int[] sizes = {2, 3, 4};
        return Stream.of(
                malformed("empty", new byte[0], "a header of 16 bytes", "0 bytes"),
                malformed("truncated header", Arrays.copyOf(WHOLE, 15), "a header of 16 bytes", "15 bytes"),
                malformed("labels for images", Idx.labels(1, 2, 3, 4, 5, 6, 7, 8, 9), "0x00000803", "0x00000801"),
                malformed("bytes in two dimensions", Idx.file(0x0802, sizes, VALUES), "0x00000803", "0x00000802"),
                malformed("signed bytes", Idx.file(0x0903, sizes, VALUES), "0x00000803", "0x00000903"),
                malformed("little-endian", Idx.file(0x03080000, sizes, VALUES), "0x00000803", "0x03080000"),
                malformed("floats", Idx.file(0x0d03, sizes, VALUES), "0x00000803", "0x00000d03"),
                malformed(
                        "not IDX",
                        "<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII),
                        "0x00000803",
                        "0x3c21444f"),
                malformed("no pictures", Idx.images(0, 3, 4, new byte[0]), "from 1 up", "size 0 of dimension 0"),
                malformed("no columns", Idx.images(2, 3, 0, new byte[0]), "from 1 up", "size 0 of dimension 2"),
                malformed("negative size", Idx.images(2, -3, 4, VALUES), "from 1 up", "size -3 of dimension 1"),
                malformed("huge", Idx.images(1 << 30, 3, 4, VALUES), "at most 2^30", "size 3 of dimension 1"),
                malformed(
                        "overflow",
                        Idx.images(1 << 16, 1 << 16, 1 << 16, VALUES),
                        "at most 2^30",
                        "size 65536 of dimension 1"),
                malformed("a lie about the size", Idx.images(1 << 20, 32, 32, VALUES), "1073741824 values", "only 24"),
                malformed("a value short", Arrays.copyOf(WHOLE, WHOLE.length - 1), "24 values", "only 23"),
                malformed("a byte over", Arrays.copyOf(WHOLE, WHOLE.length + 1), "24 values", "more bytes after them"));
    }

    static Stream<Arguments> malformedCompressed() {
        byte[] gzip = Idx.gzip(WHOLE);
        return Stream.of(
                malformed("a compressed lie", Idx.gzip(Idx.images(1 << 20, 32, 32, VALUES)), "1073741824", "only 24"),
                malformed(
                        "a compressed byte over",
                        Idx.gzip(Arrays.copyOf(WHOLE, WHOLE.length + 1)),
                        "24 values",
                        "more bytes after them"),
                malformed("truncated gzip", Arrays.copyOf(gzip, gzip.length - 1), "a complete gzip file", "truncated"),
                malformed("gzip header only", Arrays.copyOf(gzip, 4), "a complete gzip file", "truncated"),
                malformed(
                        "gzip with bytes behind", Arrays.copyOf(gzip, gzip.length + 3), "nothing after", "more bytes"),
                malformed("two gzip files", joined(gzip, gzip), "24 values", "more bytes after them"),
                malformed("wrong checksum", changed(gzip, gzip.length - 6), "a complete gzip file", "damaged"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"malformedPlain", "malformedCompressed"})
    void malformedFilesAreRefusedWithWhatWasExpectedAndFound(
            String what, byte[] content, String expected, String found) {
        assertThatThrownBy(() -> IdxFile.parse("the-file", content, 3))
                .as(what)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("the-file: expected ")
                .hasMessageContaining(expected)
                .hasMessageContaining(found)
                .hasMessageEndingWith("download the file again");
    }

    @Test
    void aFileLongerThanAnyOfThemIsNotRead() throws IOException {
        Path file = folder.resolve("long");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((1L << 30) + 1);
        }
        assertThatThrownBy(() -> IdxFile.read(file, 3))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(file + ": expected at most 1073741824 bytes, found 1073741825 bytes; name an IDX file");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] gzip = Idx.gzip(WHOLE);
        for (byte[] file : new byte[][] {WHOLE, gzip}) {
            for (int length = 0; length < file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> IdxFile.parse("cut", cut, 3)).isInstanceOf(MalformedDataException.class);
            }
        }
    }

    @Test
    void damagedBytesAreRefusedOrHarmlessButNeverAnotherError() {
        byte[] gzip = Idx.gzip(WHOLE);
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = gzip.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                IdxFile read = IdxFile.parse("damaged", damaged, 3);
                assertThat(read.values()).isEqualTo(VALUES);
            } catch (MalformedDataException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(3000);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> IdxFile.read(absent, 3))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(absent.toString());
        assertThatThrownBy(() -> IdxFile.read(folder, 3))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
        assertThatCode(() -> IdxFile.parse("whole", WHOLE, 3)).doesNotThrowAnyException();
    }

    private static Arguments malformed(String what, byte[] content, String expected, String found) {
        return Arguments.of(what, content, expected, found);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] changed(byte[] content, int place) {
        byte[] changed = content.clone();
        changed[place] ^= 1;
        return changed;
    }
}
