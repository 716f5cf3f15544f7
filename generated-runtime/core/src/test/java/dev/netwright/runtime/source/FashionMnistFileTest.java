package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.runtime.data.PilFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FashionMnistFileTest {
    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");
    private static final int GZIP_HEADER = 10;

    /**
     * The MD5 sums are those of Fashion-MNIST's README. Debian's package has the same compressed data, but has taken the
     * name and the time out of the gzip header; with both put back, its files are the published ones.
     */
    @ParameterizedTest
    @CsvSource({
        "TRAIN_IMAGES, 1504176606, 8d4fb7e6c68d591d4c3dfef9ec88bf0d",
        "TRAIN_LABELS, 1504176606, 25c81989df183df01b3e8a0aad5dffbe",
        "TEST_IMAGES,  1504176627, bef4ecab320f06d8554ea6380940ec79",
        "TEST_LABELS,  1504176627, bb300cfdad3c16e7a12a480ee83cd310"
    })
    void lengthAndSha256AreThoseOfTheFileWithThePublishedMd5(FashionMnistFile file, int time, String md5)
            throws IOException, NoSuchAlgorithmException {
        Path installed = DEBIAN.resolve(file.gzipName());
        assumeThat(installed).as("the package dataset-fashion-mnist").exists();
        byte[] published = withNameAndTime(Files.readAllBytes(installed), file, time);
        byte[] digest = MessageDigest.getInstance("MD5").digest(published);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(md5);
        assertThat(file.publishedLength()).isEqualTo(published.length);
        assertThat(file.publishedSha256()).isEqualTo(PilFixture.sha256(published));
    }

    private static byte[] withNameAndTime(byte[] stripped, FashionMnistFile file, int time) {
        byte[] name = file.gzipName().replace(".gz", "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(stripped.length + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x1f, (byte) 0x8b, 8, 8})
                .putInt(time)
                .put(new byte[] {0, 3})
                .put(name)
                .put(stripped, GZIP_HEADER, stripped.length - GZIP_HEADER)
                .array();
    }
}
