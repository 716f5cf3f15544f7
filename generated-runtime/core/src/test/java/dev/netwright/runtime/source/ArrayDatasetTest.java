package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayDatasetTest {
    private static final ImageFormat FORMAT = new ImageFormat(3, 1, 2);
    private static final List<String> LABELS = List.of("a", "b");

    @Test
    void floatsAreTheValuesThatANetworkSees() {
        float[] values = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Dataset dataset = ArrayDataset.ofFloats(FORMAT, values, new int[] {1, 0}, LABELS);
        float[] read = new float[8];
        dataset.read(1, read, 1);
        assertThat(read).containsExactly(0, 5, 6, 7, 8, 9, 10, 0);
        assertThat(dataset.size()).isEqualTo(2);
        assertThat(dataset.label(0)).isEqualTo(1);
        assertThat(dataset.labels()).isEqualTo(LABELS);
        assertThat(dataset.format()).isEqualTo(FORMAT);
        assertThat(dataset.preprocessing()).isEmpty();
        assertThatThrownBy(() -> dataset.read(2, read, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> dataset.label(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bytesArePictures() {
        byte[] pixels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255};
        ImageDataset dataset = ArrayDataset.ofBytes(FORMAT, pixels, new int[] {1, 0}, LABELS);
        float[] read = new float[6];
        dataset.read(1, read, 0);
        assertThat(read).containsExactly(6 / 255f, 7 / 255f, 8 / 255f, 9 / 255f, 10 / 255f, 1);
        assertThat(dataset.picture(0).getRGB(1, 0)).isEqualTo(0xff010305);
        assertThat(dataset.preprocessing()).isPresent();
        assertThatThrownBy(() -> dataset.read(2, read, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> ArrayDataset.ofFloats(FORMAT, new float[11], new int[2], LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 pictures of 3x1x2 (one for each given target) must have 12 values, found 11");
        assertThatThrownBy(() -> ArrayDataset.ofBytes(FORMAT, new byte[13], new int[2], LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 bytes, found 13");
        assertThatThrownBy(() -> ArrayDataset.ofBytes(FORMAT, new byte[12], new int[] {0, 2}, LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class of picture 1 must be in [0, 2), found 2");
        assertThatThrownBy(() -> ArrayDataset.ofFloats(FORMAT, new float[0], new int[0], LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A dataset must have at least one picture, found none");
    }

    @Test
    void valuesThatAreNoNumbersAreRefusedWithTheirPlace() {
        float[] values = new float[12];
        values[8] = Float.NaN;
        assertThatThrownBy(() -> ArrayDataset.ofFloats(FORMAT, values, new int[2], LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The values of a picture must be finite, found NaN as value 2 of picture 1");
    }
}
