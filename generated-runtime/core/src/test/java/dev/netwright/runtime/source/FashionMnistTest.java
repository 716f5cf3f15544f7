package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.PilFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SHA-256 of all pixels of a bundled set is Python's
 * {@code hashlib.sha256(gzip.decompress(images.read_bytes())[16:]).hexdigest()}.
 */
class FashionMnistTest {
    @TempDir
    Path folder;

    @Test
    void theBundledSetsAreBalancedAndTheOnesThatTheScriptDrew() {
        checkBundled(
                FashionMnist.bundledTrain(), 600, "389425c558746db55b8dc45dcbc4bbac2eee176572dab03ede3dd0cc316e858f");
        checkBundled(
                FashionMnist.bundledTest(), 100, "fbb9ce6b0cfee77771ef5ec7f2b36759a1eaa6ce997a3a088c832c5a66a3bb04");
    }

    @Test
    void theClassesHaveTheirPublishedNames() {
        assertThat(FashionMnist.labels())
                .containsExactly(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot");
        assertThat(FashionMnist.bundledTest().labels()).isEqualTo(FashionMnist.labels());
    }

    @Test
    void aFolderMayHoldCompressedAndPlainFiles() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), Idx.images(2, 1, 2, new byte[] {1, 2, 3, 4}));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), Idx.gzip(Idx.labels(9, 3)));
        ImageDataset train = FashionMnist.train(folder);
        assertThat(train.size()).isEqualTo(2);
        assertThat(train.label(0)).isEqualTo(9);
    }

    @Test
    void trainAndTestReadTheirOwnFiles() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), Idx.images(2, 1, 1, new byte[2]));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), Idx.labels(1, 2));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), Idx.images(1, 1, 1, new byte[1]));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), Idx.labels(7));
        assertThat(FashionMnist.train(folder).size()).isEqualTo(2);
        assertThat(FashionMnist.test(folder).label(0)).isEqualTo(7);
    }

    @Test
    void aFolderWithoutTheFilesIsNamed() {
        assertThatThrownBy(() -> FashionMnist.test(folder))
                .isInstanceOf(DatasetNotFoundException.class)
                .hasMessageContaining(folder + " lacks t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz")
                .hasMessageContaining("FashionMnist.download()")
                .hasMessageContaining("bundledTrain()");
    }

    @Test
    void aLabelPastTheTenClassesIsRefused() throws IOException {
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), Idx.images(1, 1, 1, new byte[1]));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), Idx.labels(10));
        assertThatThrownBy(() -> FashionMnist.test(folder))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("labels in [0, 10), found 10");
    }

    private static void checkBundled(ImageDataset dataset, int perClass, String sha256) {
        assertThat(dataset.format()).isEqualTo(new ImageFormat(1, 28, 28));
        assertThat(dataset.size()).isEqualTo(10 * perClass);
        int[] counts = new int[10];
        byte[] pixels = new byte[dataset.size() * 784];
        for (int i = 0; i < dataset.size(); i++) {
            counts[dataset.label(i)]++;
            dataset.readPixels(i, pixels, i * 784);
        }
        assertThat(counts).containsOnly(perClass);
        assertThat(PilFixture.sha256(pixels)).isEqualTo(sha256);
    }
}
