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
 * <p>{@link #train()} and {@link #test()} look in the folder that the system property {@code netwright.fashion-mnist}
 * names, and nowhere else if it is set; else in the user's cache ({@code $XDG_CACHE_HOME} or {@code ~/.cache}, folder
 * {@code netwright/fashion-mnist}), then in {@code /usr/share/datasets/fashion-mnist}, where the package
 * dataset-fashion-mnist of Debian and Ubuntu puts it. Nothing is downloaded unless {@link #download()} is called. The
 * files are known by their names, which are also those of MNIST.
 */
public final class FashionMnist {
    private static final List<String> LABELS = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
    private static final URI PUBLISHED =
            URI.create("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FashionMnist() {}

    /** The names of the ten classes. */
    public static List<String> labels() {
        return LABELS;
    }

    /**
     * The 60,000 training pictures, from the first place that has them.
     *
     * @throws DatasetNotFoundException if none has; the message lists the places and the cures
     * @throws MalformedDataException if a file is damaged
     */
    public static ImageDataset train() {
        return train(FashionMnistFolders.ofThisProcess());
    }

    /** The training pictures in a folder, their files compressed or not; else as {@link #train()}. */
    public static ImageDataset train(Path folder) {
        return train(FashionMnistFolders.ofThisProcess().only(folder));
    }

    /** The 10,000 test pictures; else as {@link #train()}. */
    public static ImageDataset test() {
        return test(FashionMnistFolders.ofThisProcess());
    }

    /** The test pictures in a folder, their files compressed or not; else as {@link #train()}. */
    public static ImageDataset test(Path folder) {
        return test(FashionMnistFolders.ofThisProcess().only(folder));
    }

    /** A tenth of the training pictures, 600 of each class, which this library carries. */
    public static ImageDataset bundledTrain() {
        return bundled(FashionMnistFile.TRAIN_IMAGES, FashionMnistFile.TRAIN_LABELS);
    }

    /** A tenth of the test pictures, 100 of each class, which this library carries. */
    public static ImageDataset bundledTest() {
        return bundled(FashionMnistFile.TEST_IMAGES, FashionMnistFile.TEST_LABELS);
    }

    /**
     * Downloads the four files (31 MB) from their authors' repository into the user's cache, where {@link #train()} and
     * {@link #test()} look. A file that is there and right is kept. Each is checked against its published checksum.
     *
     * @return the folder
     * @throws MalformedDataException if what arrives is not the published file
     * @throws UncheckedIOException if a server cannot be reached or a file not be written
     */
    public static Path download() {
        return download(PUBLISHED, FashionMnistFolders.ofThisProcess().cache());
    }

    /**
     * Downloads from another place, into another folder; else as {@link #download()}.
     *
     * @param mirror the address of a folder, http or https, that has the four published files
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
                throw new FileNotFoundException("not on the class path; is the jar of netwright-runtime whole?");
            }
            return IdxFile.parse("bundled " + name, stream.readAllBytes(), dimensions);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled " + name + " could not be read: " + FileFault.reason(e), e);
        }
    }
}
