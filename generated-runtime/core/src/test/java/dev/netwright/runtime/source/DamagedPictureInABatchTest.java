package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.DataLoadingException;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.data.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of pictures in batches, read by several threads. */
class DamagedPictureInABatchTest {
    private static final int COUNT = 24;
    private static final int DAMAGED = 13;

    private final Path root;

    DamagedPictureInABatchTest(@TempDir Path root) {
        this.root = root;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theErrorNamesTheSampleAndItsFile(int workers) throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file(DAMAGED));
        Files.write(file(DAMAGED), Arrays.copyOf(whole, whole.length / 2));
        try (BatchLoader loader =
                BatchLoader.open(pictures(), Loading.forEvaluation(5).workers(workers))) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            batches.next();
            batches.next();
            assertThatThrownBy(batches::next)
                    .isInstanceOf(DataLoadingException.class)
                    .hasCauseInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("Sample 13, of batch 2")
                    .hasMessageContaining(file(DAMAGED).toString());
        }
    }

    @Test
    void severalThreadsDecodeWhatOneDecodes() throws IOException {
        write();
        try (BatchLoader one =
                        BatchLoader.open(pictures(), Loading.forTraining(5, 1).workers(1));
                BatchLoader several =
                        BatchLoader.open(pictures(), Loading.forTraining(5, 1).workers(4))) {
            Iterator<Batch> expected = one.epoch(0).iterator();
            for (Batch batch : several.epoch(0)) {
                Batch same = expected.next();
                assertThat(batch.size()).isEqualTo(same.size());
                int values = batch.size() * 28 * 28;
                assertThat(Arrays.mismatch(batch.images(), 0, values, same.images(), 0, values))
                        .isEqualTo(-1);
                assertThat(Arrays.mismatch(batch.labels(), 0, batch.size(), same.labels(), 0, batch.size()))
                        .isEqualTo(-1);
            }
        }
    }

    private void write() throws IOException {
        ImageDataset garments = FashionMnist.bundledTest();
        for (int index = 0; index < COUNT; index++) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(garments.picture(index), "png", png);
            Files.createDirectories(file(index).getParent());
            Files.write(file(index), png.toByteArray());
        }
    }

    /** Classes follow each other, so that the order of files is that of their numbers. */
    private Path file(int index) {
        return root.resolve("class-" + index / 8).resolve(String.format("%02d.png", index));
    }

    private ImageDataset pictures() {
        return PictureFolder.at(root).labelledByFolder().grey().resize(28);
    }
}
