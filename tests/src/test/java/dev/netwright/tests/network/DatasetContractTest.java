package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.source.FashionMnist;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network keeps of the data it learned. */
class DatasetContractTest {
    private static final ImageDataset IMAGES = FashionMnist.bundledTrain().first(32);

    /** Pictures whose values no preprocessing gives: shifted, and with the classes' names in an order of its own. */
    private record Shifted(List<String> labels) implements Dataset {
        @Override
        public int size() {
            return IMAGES.size();
        }

        @Override
        public ImageFormat format() {
            return IMAGES.format();
        }

        @Override
        public int label(int index) {
            return IMAGES.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            IMAGES.read(index, target, offset);
            for (int i = 0; i < format().values(); i++) {
                target[offset + i] -= 0.5f;
            }
        }
    }

    @Test
    void aNetworkOfOtherValuesThanPicturesRefusesPicturesBeforeAndAfterLoading(@TempDir Path folder) {
        Path file = folder.resolve("shifted.safetensors");
        Dataset data = new Shifted(IMAGES.labels());
        try (LeNet28 network = LeNet28.train(data, Networks.training())) {
            network.save(file);
            assertRefusesPictures(network);
        }
        try (LeNet28 loaded = LeNet28.load(file)) {
            assertRefusesPictures(loaded);
            assertThat(loaded.evaluate(data).images()).isEqualTo(IMAGES.size());
        }
    }

    private static void assertRefusesPictures(LeNet28 network) {
        assertThatThrownBy(() -> network.predict(IMAGES.picture(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("values that no preprocessing of pictures gives");
    }
}
