package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Pictures PICTURES = new NumberedPictures(4);

    @Test
    void theNetworkSeesThePixelsDividedBy255() {
        float[] values = new float[5];
        PICTURES.read(3, values, 1);
        assertThat(values).containsExactly(0, 0, 0, 3 / 255f, 0);
        assertThat(PICTURES.preprocessing()).isEqualTo(new Preprocessing(new ImageFormat(3, 1, 1)));
    }

    @Test
    void picturesWithClassesAreADataset() {
        int[] classes = {1, 0, 1, 1};
        ImageDataset dataset = PICTURES.labelled(List.of("a", "b"), classes);
        classes[0] = 0;
        assertThat(dataset.size()).isEqualTo(4);
        assertThat(dataset.label(0)).isEqualTo(1);
        assertThat(dataset.labels()).containsExactly("a", "b");
        byte[] pixels = new byte[3];
        dataset.readPixels(2, pixels, 0);
        assertThat(pixels).containsExactly(0, 0, 2);
        assertThat(dataset.preprocessing()).contains(PICTURES.preprocessing());
        assertThatThrownBy(() -> dataset.label(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void classesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> PICTURES.labelled(List.of("a"), 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 4 pictures, but classes for 3");
        assertThatThrownBy(() -> PICTURES.labelled(List.of("a"), 0, 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class of picture 2 (number 2) lies in [0, 1), found 1");
    }
}
