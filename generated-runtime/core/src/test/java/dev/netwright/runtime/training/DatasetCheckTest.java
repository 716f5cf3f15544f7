package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.source.FashionMnist;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetCheckTest {
    private static final Dataset GREY_28_TEN_CLASSES = FashionMnist.bundledTest();

    @Test
    void suitableImagesPass() {
        assertThatCode(() -> DatasetCheck.require("Net", Shape.image(1, 28, 28), 10, GREY_28_TEN_CLASSES))
                .doesNotThrowAnyException();
    }

    @Test
    void channelsAreACaseForTheSpec() {
        assertThatThrownBy(() -> DatasetCheck.require("Net", Shape.image(3, 28, 28), 10, GREY_28_TEN_CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Net takes images of 3x28x28, found 1 channels in the data;"
                        + " declare input = @Input(channels = 1, ...) in its spec");
    }

    @Test
    void sizesAreACaseForResizing() {
        assertThatThrownBy(() -> DatasetCheck.require("Net", Shape.image(1, 96, 64), 10, GREY_28_TEN_CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Net takes images of 1x96x64, found 28x28 in the data; call resize(96, 64) on it");
    }

    @Test
    void anEmptyDataSetIsNamedAsSuch() {
        Dataset empty = new Dataset() {
            @Override
            public int size() {
                return 0;
            }

            @Override
            public ImageFormat format() {
                return GREY_28_TEN_CLASSES.format();
            }

            @Override
            public List<String> labels() {
                return GREY_28_TEN_CLASSES.labels();
            }

            @Override
            public int label(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public void read(int index, float[] target, int offset) {
                throw new IndexOutOfBoundsException(index);
            }
        };
        assertThatThrownBy(() -> DatasetCheck.require("Net", Shape.image(1, 28, 28), 10, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Net needs at least 1 image, found an empty data set; give it images");
    }

    @Test
    void classesAreACaseForTheSpec() {
        assertThatThrownBy(() -> DatasetCheck.require("Net", Shape.image(1, 28, 28), 1000, GREY_28_TEN_CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Net has 1000 classes, found 10 in the data; declare classes = 10 in its spec");
    }
}
