package dev.netwright.runtime.source;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Fashion-MNIST: 60,000 training and 10,000 test pictures of articles of clothing, grey, 28x28, in ten balanced
 * classes. H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning
 * Algorithms", arXiv:1708.07747, 2017.
 *
 * <pre>{@code
 * ImageDataset train = FashionMnist.train().resize(224);
 * }</pre>
 *
 * <p>{@link #train()} and {@link #test()} search only the folder in the system property {@code
 * netwright.fashion-mnist}, if it is set. Otherwise they search the user's cache ({@code $XDG_CACHE_HOME} or {@code
 * ~/.cache}, folder {@code netwright/fashion-mnist}), and then {@code /usr/share/datasets/fashion-mnist}, where
 * Debian's and Ubuntu's package dataset-fashion-mnist installs it. Nothing is downloaded except by {@link #download()}.
 * Files are found by name; MNIST's files have the same names.
 */
public final class FashionMnist {
    private static final List<String> LABELS = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
    private static final URI PUBLISHED =
            URI.create("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FashionMnist() {}

    /** {@return the names of the ten classes} */
    public static List<String> labels() {
        return LABELS;
    }

    /**
     * The 60,000 training pictures, from the first folder that has them.
     *
     * @return the dataset
     * @throws DatasetNotFoundException if no folder has the files; the message lists the folders and the fixes
     * @throws MalformedDataException if a file is damaged
     */
    public static ImageDataset train() {
        return train(FashionMnistFolders.ofThisProcess());
    }

    /**
     * The 60,000 training pictures from a folder.
     *
     * @param folder folder with the files, compressed or not
     * @return the dataset
     * @throws DatasetNotFoundException if the folder doesn't have the files
     * @throws MalformedDataException if a file is damaged
     */
    public static ImageDataset train(Path folder) {
        return train(FashionMnistFolders.ofThisProcess().only(folder));
    }

    /**
     * The 10,000 test pictures, from the first folder that has them.
     *
     * @return the dataset
     * @throws DatasetNotFoundException if no folder has the files; the message lists the folders and the fixes
     * @throws MalformedDataException if a file is damaged
     */
    public static ImageDataset test() {
        return test(FashionMnistFolders.ofThisProcess());
    }

    /**
     * The 10,000 test pictures from a folder.
     *
     * @param folder folder with the files, compressed or not
     * @return the dataset
     * @throws DatasetNotFoundException if the folder doesn't have the files
     * @throws MalformedDataException if a file is damaged
     */
    public static ImageDataset test(Path folder) {
        return test(FashionMnistFolders.ofThisProcess().only(folder));
    }

    /**
     * A tenth of the training pictures, 600 of each class, included in this library.
     *
     * @return the dataset
     */
    public static ImageDataset bundledTrain() {
        return bundled(FashionMnistFile.TRAIN_IMAGES, FashionMnistFile.TRAIN_LABELS);
    }

    /**
     * A tenth of the test pictures, 100 of each class, included in this library.
     *
     * @return the dataset
     */
    public static ImageDataset bundledTest() {
        return bundled(FashionMnistFile.TEST_IMAGES, FashionMnistFile.TEST_LABELS);
    }

    /**
     * Downloads the four files (31 MB) from the authors' repository to the user's cache, where {@link #train()} and
     * {@link #test()} find them. Valid existing files are kept. Each file is verified by its published checksum.
     *
     * @return the folder
     * @throws MalformedDataException if the server sends another file
     * @throws UncheckedIOException if the server can't be reached, or a file can't be written
     */
    public static Path download() {
        return download(PUBLISHED, FashionMnistFolders.ofThisProcess().cache());
    }

    /**
     * Downloads the four files from a mirror to any folder; see {@link #download()}.
     *
     * @param mirror HTTP or HTTPS address of a folder with the four published files
     * @param folder the folder; created if it doesn't exist
     * @return the folder
     * @throws MalformedDataException if the server sends another file
     * @throws UncheckedIOException if the server can't be reached, or a file can't be written
     */
    public static Path download(URI mirror, Path folder) {
        String base = mirror.toString().endsWith("/") ? mirror.toString() : mirror + "/";
        for (FashionMnistFile file : FashionMnistFile.values()) {
            new VerifiedDownload(
                            URI.create(base + file.gzipName()),
                            folder,
                            file.gzipName(),
                            file.publishedLength(),
                            file.publishedSha256())
                    .fetch(PATIENCE);
        }
        return folder;
    }

    private static ImageDataset train(FashionMnistFolders folders) {
        return read(folders, FashionMnistFile.TRAIN_IMAGES, FashionMnistFile.TRAIN_LABELS);
    }

    private static ImageDataset test(FashionMnistFolders folders) {
        return read(folders, FashionMnistFile.TEST_IMAGES, FashionMnistFile.TEST_LABELS);
    }

    private static ImageDataset read(FashionMnistFolders folders, FashionMnistFile images, FashionMnistFile labels) {
        Path folder = folders.find(images, labels);
        return IdxDataset.read(
                images.in(folder).orElseThrow(), labels.in(folder).orElseThrow(), LABELS);
    }

    private static ImageDataset bundled(FashionMnistFile images, FashionMnistFile labels) {
        return IdxDataset.of(resource(images, 3), resource(labels, 1), LABELS);
    }

    private static IdxFile resource(FashionMnistFile file, int dimensions) {
        String name = "fashion-mnist/" + file.gzipName();
        try (InputStream stream = FashionMnist.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(
                        "not on the class path; check that the jar of netwright-runtime is complete");
            }
            return IdxFile.parse("bundled " + name, stream.readAllBytes(), dimensions);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled " + name + " could not be read: " + FileFault.reason(e), e);
        }
    }
}
