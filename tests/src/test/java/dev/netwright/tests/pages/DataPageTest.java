package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.source.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/data.md}: its first block has the imports, each other one is what a method may hold. */
final class DataPageTest {
    private static final Path PAGE = Path.of("..", "docs", "data.md");

    @TempDir
    private Path folder;

    @Test
    void everyBlockCompilesAsItStands() throws IOException {
        assertThat(PageCode.of(PAGE).compiled(folder)).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void theErrorsAreThoseThatAUserSees() throws IOException {
        String page = Files.readString(PAGE);
        Path root = Files.createDirectory(folder.resolve("classify-leaves"));
        Path csv = Files.writeString(root.resolve("train.csv"), "image,label\nimages/0.jpg,oak\nimages/1.jpg\n");
        assertThat(page).contains(message(root, () -> PictureFolder.at(root).labelledBy(csv)));

        Path picture = Files.createDirectory(root.resolve("images")).resolve("7.jpg");
        byte[] content = new byte[1344];
        // A comment of more bytes than there are.
        System.arraycopy(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfe, (byte) 0xff}, 0, content, 0, 5);
        Files.write(picture, content);
        assertThat(page)
                .contains(message(root, () -> PictureFolder.at(root).all().picture(0)));
    }

    private static String message(Path root, Runnable mistake) throws IOException {
        try {
            mistake.run();
        } catch (MalformedDataException e) {
            return String.valueOf(e.getMessage())
                    .replace(root.toRealPath().toString(), "classify-leaves")
                    .replace(root.toString(), "classify-leaves")
                    .replace('\\', '/');
        }
        throw new AssertionError("no error");
    }
}
