package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final ImageDataset THREE =
            new MemoryImages(new ImageFormat(1, 1, 1), new byte[] {10}, new byte[] {20}, new byte[] {30});

    @Test
    void samplesComeInTheOrderOfTheirIndicesAsOftenAsTheyAreNamed() {
        int[] indices = {2, 0, 2};
        ImageDataset chosen = THREE.select(indices);
        indices[0] = 1;
        assertThat(chosen.size()).isEqualTo(3);
        assertThat(List.of(pixel(chosen, 0), pixel(chosen, 1), pixel(chosen, 2)))
                .containsExactly(30, 10, 30);
        assertThat(pixel(chosen.select(1).resize(1), 0)).isEqualTo(10);
        assertThat(pixel(((Pictures) THREE).select(1).resize(1), 0)).isEqualTo(20);
        float[] value = new float[1];
        ((Dataset) THREE).select(1).read(0, value, 0);
        assertThat(value).containsExactly(20 / 255f);
    }

    @Test
    void samplesThatAreNotThereAreRefusedWhenTheyAreChosen() {
        List<BiFunction<ImageDataset, int[], Object>> selections = List.of(
                ImageDataset::select, (all, i) -> ((Dataset) all).select(i), (all, i) -> ((Pictures) all).select(i));
        for (BiFunction<ImageDataset, int[], Object> selection : selections) {
            assertThatThrownBy(() -> selection.apply(THREE, new int[] {0, 3}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A selection of this dataset can have samples 0 to 2, found 3");
            assertThatThrownBy(() -> selection.apply(THREE, new int[] {-1}))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> selection.apply(THREE, new int[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A selection of this dataset must have at least one of its 3 samples, found none");
        }
    }

    private static int pixel(ImageDataset images, int index) {
        byte[] pixel = new byte[1];
        images.readPixels(index, pixel, 0);
        return Byte.toUnsignedInt(pixel[0]);
    }
}
