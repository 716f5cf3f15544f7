package dev.netwright.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.source.PictureFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Picture files are closed: a thousand epochs open them thousands of times. */
@Tag("slow")
class OpenFilesTest {
    private static final File OPEN = new File("/proc/self/fd");
    private static final int EPOCHS = 1_000;

    /** What the JVM may open by itself meanwhile, such as a library's jar: far fewer than an epoch's files. */
    private static final int NOISE = 3;

    @TempDir
    private Path folder;

    @Test
    void aThousandEpochsLeaveNoFileOpen() throws IOException {
        assumeTrue(OPEN.isDirectory(), "/proc/self/fd");
        ImageDataset images = pictures();
        try (BatchLoader loader = BatchLoader.shuffled(images, 4, 1)) {
            read(loader, 0, 10);
            int before = openFiles();
            read(loader, 10, EPOCHS);
            assertThat(openFiles()).isLessThanOrEqualTo(before + NOISE);
        }
    }

    /** A file that can't be decoded is closed as well. */
    @Test
    void picturesThatFailAreClosedToo() throws IOException {
        assumeTrue(OPEN.isDirectory(), "/proc/self/fd");
        for (String kind : List.of("png", "jpg", "bmp")) {
            Files.write(folder.resolve("a." + kind), new byte[] {1, 2, 3});
        }
        PictureFolder skipping = PictureFolder.at(folder).skipUnreadable();
        ImageIO.write(
                FashionMnist.bundledTest().picture(0),
                "png",
                folder.resolve("whole.png").toFile());
        assertThat(skipping.all().skipped()).hasSize(3);
        int before = openFiles();
        for (int i = 0; i < 100; i++) {
            assertThat(skipping.all().size()).isEqualTo(1);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(before + NOISE);
    }

    private ImageDataset pictures() throws IOException {
        List<String> formats = List.of("png", "jpg", "bmp");
        for (int i = 0; i < 9; i++) {
            Path of = Files.createDirectories(folder.resolve("class" + i % 2));
            String format = formats.get(i % formats.size());
            assertThat(ImageIO.write(
                            FashionMnist.bundledTest().picture(i),
                            format,
                            of.resolve(i + "." + format).toFile()))
                    .isTrue();
        }
        return PictureFolder.at(folder).labelledByFolder().grey().resize(8);
    }

    private static void read(BatchLoader loader, int from, int to) {
        for (int epoch = from; epoch < to; epoch++) {
            int seen = 0;
            for (Batch batch : loader.epoch(epoch)) {
                seen += batch.size();
            }
            assertThat(seen).isEqualTo(9);
        }
    }

    private static int openFiles() {
        return Objects.requireNonNull(OPEN.list()).length;
    }
}
