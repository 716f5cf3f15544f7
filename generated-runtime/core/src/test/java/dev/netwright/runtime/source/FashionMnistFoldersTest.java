package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistFoldersTest {
    private static final FashionMnistFile IMAGES = FashionMnistFile.TEST_IMAGES;
    private static final FashionMnistFile LABELS = FashionMnistFile.TEST_LABELS;

    @TempDir
    Path root;

    private Path home;
    private Path installed;

    @BeforeEach
    void setUp() {
        home = root.resolve("home");
        installed = root.resolve("installed");
    }

    @Test
    void theCacheComesBeforeTheInstalledPackage() throws IOException {
        FashionMnistFolders folders = FashionMnistFolders.of(null, null, home, installed);
        put(installed, IMAGES, LABELS);
        assertThat(folders.find(IMAGES, LABELS)).isEqualTo(installed);
        Path cache = home.resolve(".cache/netwright/fashion-mnist");
        put(cache, IMAGES);
        assertThat(folders.find(IMAGES, LABELS)).as("half a set does not count").isEqualTo(installed);
        put(cache, LABELS);
        assertThat(folders.find(IMAGES, LABELS)).isEqualTo(cache);
    }

    @Test
    void theCacheHomeOfTheEnvironmentIsHonouredIfAbsolute() {
        Path cacheHome = root.resolve("caches").toAbsolutePath();
        assertThat(FashionMnistFolders.of(null, cacheHome.toString(), home, installed)
                        .cache())
                .isEqualTo(cacheHome.resolve("netwright/fashion-mnist"));
        for (String ignored : new String[] {"", "relative/caches"}) {
            assertThat(FashionMnistFolders.of(null, ignored, home, installed).cache())
                    .isEqualTo(home.resolve(".cache/netwright/fashion-mnist"));
        }
    }

    @Test
    void aNamedFolderIsTheOnlyOneLookedAt() throws IOException {
        Path named = root.resolve("named");
        put(installed, IMAGES, LABELS);
        FashionMnistFolders folders = FashionMnistFolders.of(named.toString(), null, home, installed);
        assertThatThrownBy(() -> folders.find(IMAGES, LABELS))
                .isInstanceOf(DatasetNotFoundException.class)
                .hasMessageContaining("in the given folder")
                .hasMessageContaining(named.toString())
                .hasMessageNotContaining(installed.toString());
        put(named, IMAGES, LABELS);
        assertThat(folders.find(IMAGES, LABELS)).isEqualTo(named);
    }

    @Test
    void whatIsMissingIsListedForEveryPlaceWithTheFixes() throws IOException {
        put(installed, IMAGES);
        FashionMnistFolders folders = FashionMnistFolders.of(null, null, home, installed);
        assertThatThrownBy(() -> folders.find(IMAGES, LABELS))
                .isInstanceOf(DatasetNotFoundException.class)
                .hasMessageContaining(
                        folders.cache() + " lacks t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz")
                .hasMessageContaining(installed + " lacks t10k-labels-idx1-ubyte.gz")
                .hasMessageContaining("download it, 31 MB to " + folders.cache() + ", with FashionMnist.download()")
                .hasMessageContaining("dataset-fashion-mnist")
                .hasMessageContaining("-Dnetwright.fashion-mnist=")
                .hasMessageContaining("bundledTrain()");
    }

    private static void put(Path folder, FashionMnistFile... files) throws IOException {
        Files.createDirectories(folder);
        for (FashionMnistFile file : files) {
            Files.createFile(folder.resolve(file.gzipName()));
        }
    }
}
