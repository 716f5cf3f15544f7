package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.MalformedDataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are found when pictures are listed, without decoding and by decoding. */
final class CheckedPicturesTest {
    private static final int TABLES = 0xdb;

    private final Path root;

    CheckedPicturesTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void write() throws IOException {
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        Files.write(root.resolve("0.jpg"), jpeg.toByteArray());
        Files.write(root.resolve("1.jpg"), withoutTables(jpeg.toByteArray()));
        Files.write(root.resolve("2.jpg"), jpeg.toByteArray());
    }

    /** Complete by its markers, but without quantization tables. */
    private static byte[] withoutTables(byte[] jpeg) {
        int begin = 2;
        while ((jpeg[begin + 1] & 0xff) != TABLES) {
            begin += 2 + length(jpeg, begin);
        }
        int end = begin;
        while ((jpeg[end + 1] & 0xff) == TABLES) {
            end += 2 + length(jpeg, end);
        }
        byte[] shorter = new byte[jpeg.length - (end - begin)];
        System.arraycopy(jpeg, 0, shorter, 0, begin);
        System.arraycopy(jpeg, end, shorter, begin, jpeg.length - end);
        return shorter;
    }

    private static int length(byte[] jpeg, int segment) {
        return ((jpeg[segment + 2] & 0xff) << Byte.SIZE) | (jpeg[segment + 3] & 0xff);
    }

    @Test
    void aLookAtTheFilesDoesNotDecodeThem() {
        PictureFiles looked = PictureFolder.at(root).checked().all();
        assertThat(looked.size()).isEqualTo(3);
        assertThatThrownBy(() -> looked.picture(1)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void decodingFindsWhatALookDoesNot() {
        assertThatThrownBy(() -> PictureFolder.at(root).checkedByDecoding().all())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("1.jpg: expected a valid JPEG picture")
                .hasMessageContaining("skipUnreadable()");
    }

    @Test
    void wholePicturesAreListedAsTheyAreWithoutALook() throws IOException {
        Files.delete(root.resolve("1.jpg"));
        PictureFiles decoded = PictureFolder.at(root).checkedByDecoding().all();
        assertThat(decoded.size()).isEqualTo(2);
        assertThat(decoded.skipped()).isEmpty();
        assertThat(decoded.name(1)).isEqualTo("2.jpg");
    }
}
