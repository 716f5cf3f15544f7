package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.PilFixture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDatasetTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final byte[] PIXELS = PilFixture.pixels(3, 4 * 2 * 3);

    @TempDir
    Path folder;

    @Test
    void samplesHaveTheirPixelsAndLabels() throws IOException {
        ImageDataset dataset = dataset(2, 0, 1, 2);
        assertThat(dataset.size()).isEqualTo(4);
        assertThat(dataset.format()).isEqualTo(new ImageFormat(1, 2, 3));
        assertThat(dataset.labels()).isEqualTo(CLASSES);
        assertThat(dataset.label(0)).isEqualTo(2);
        assertThat(dataset.label(1)).isZero();
        byte[] pixels = new byte[8];
        dataset.readPixels(2, pixels, 1);
        float[] values = new float[8];
        dataset.read(2, values, 1);
        for (int i = 0; i < 6; i++) {
            assertThat(pixels[i + 1]).isEqualTo(PIXELS[12 + i]);
            assertThat(values[i + 1]).isEqualTo(Byte.toUnsignedInt(PIXELS[12 + i]) / 255f);
        }
    }

    @Test
    void aRangeIsAViewOfItsSamples() throws IOException {
        ImageDataset range = dataset(2, 0, 1, 2).range(1, 3);
        assertThat(range.size()).isEqualTo(2);
        assertThat(range.label(0)).isZero();
        assertThat(range.label(1)).isEqualTo(1);
        byte[] pixels = new byte[6];
        range.readPixels(1, pixels, 0);
        assertThat(pixels).containsExactly(Arrays.copyOfRange(PIXELS, 12, 18));
        assertThatThrownBy(() -> range.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> range.readPixels(-1, pixels, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rangesOutsideTheDatasetAreRefused() throws IOException {
        ImageDataset dataset = dataset(0, 0, 0, 0);
        assertThat(dataset.first(4).size()).isEqualTo(4);
        for (int count : new int[] {-1, 0, 5}) {
            assertThatThrownBy(() -> dataset.first(count))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("its 4 samples")
                    .hasMessageContaining("[0, " + count + ")");
        }
        assertThatThrownBy(() -> ((Dataset) dataset).range(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSampleBecomesAGreyPicture() throws IOException {
        BufferedImage picture = dataset(0, 1, 2, 0).picture(1);
        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(picture.getRaster().getSample(2, 1, 0)).isEqualTo(Byte.toUnsignedInt(PIXELS[11]));
    }

    @Test
    void samplesThatAreNotThereAreRefused() throws IOException {
        ImageDataset dataset = dataset(0, 1, 2, 0);
        for (int index : new int[] {-1, 4}) {
            assertThatThrownBy(() -> dataset.label(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> dataset.read(index, new float[6], 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> dataset.readPixels(index, new byte[6], 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> dataset.read(0, new float[5], 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aLabelWithoutAClassIsRefused() {
        assertThatThrownBy(() -> dataset(0, 1, 3, 0))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("labels: expected labels in [0, 3)")
                .hasMessageContaining("found 3 for picture 2");
        assertThatThrownBy(() -> dataset(0, 1, 255, 0)).hasMessageContaining("found 255 for picture 2");
    }

    @Test
    void labelFilesThatAreMalformedAreRefused() throws IOException {
        Path images = Files.write(folder.resolve("images"), Idx.images(4, 2, 3, PIXELS));
        byte[] whole = Idx.labels(0, 1, 2, 0);
        for (byte[] content : new byte[][] {
            {}, Arrays.copyOf(whole, 7), Arrays.copyOf(whole, 11), Arrays.copyOf(whole, 13), Idx.labels()
        }) {
            Path labels = Files.write(folder.resolve("labels"), content);
            assertThatThrownBy(() -> IdxDataset.read(images, labels, CLASSES))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageStartingWith(labels + ": expected ");
        }
    }

    @Test
    void filesOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> dataset(0, 1, 2))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("each of the 4 pictures of " + folder.resolve("images"))
                .hasMessageContaining("found 3 labels");
    }

    @Test
    void exchangedFilesAreRefused() throws IOException {
        dataset(0, 1, 2, 0);
        assertThatThrownBy(() -> IdxDataset.read(folder.resolve("labels"), folder.resolve("images"), CLASSES))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("labels: expected");
    }

    private ImageDataset dataset(int... labels) throws IOException {
        Path imagesFile = Files.write(folder.resolve("images"), Idx.images(4, 2, 3, PIXELS));
        Path labelsFile = Files.write(folder.resolve("labels"), Idx.labels(labels));
        return IdxDataset.read(imagesFile, labelsFile, CLASSES);
    }
}
