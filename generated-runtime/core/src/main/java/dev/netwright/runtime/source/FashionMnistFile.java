package dev.netwright.runtime.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The four files of Fashion-MNIST as its authors publish them. Each SHA-256 was computed from a file whose MD5 equals
 * that in their README.
 */
enum FashionMnistFile {
    TRAIN_IMAGES(
            "train-images-idx3-ubyte", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
    TRAIN_LABELS("train-labels-idx1-ubyte", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
    TEST_LABELS("t10k-labels-idx1-ubyte", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5");

    private final String plainName;
    private final int publishedLength;
    private final String publishedSha256;

    FashionMnistFile(String plainName, int publishedLength, String publishedSha256) {
        this.plainName = plainName;
        this.publishedLength = publishedLength;
        this.publishedSha256 = publishedSha256;
    }

    /** Name of the compressed file. */
    String gzipName() {
        return plainName + ".gz";
    }

    /** Length of the published compressed file in bytes. */
    int publishedLength() {
        return publishedLength;
    }

    /** SHA-256 of the published compressed file, in hexadecimal. */
    String publishedSha256() {
        return publishedSha256;
    }

    /** The file in a folder, compressed or, failing that, uncompressed. */
    Optional<Path> in(Path folder) {
        Path gzip = folder.resolve(gzipName());
        if (Files.isRegularFile(gzip)) {
            return Optional.of(gzip);
        }
        return Optional.of(folder.resolve(plainName)).filter(Files::isRegularFile);
    }
}
