package dev.netwright.runtime.source;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which Fashion-MNIST is searched, in this order.
 *
 * @param named the user's folder; if there is one, no other is searched
 * @param cache folder for downloads
 * @param installed folder of the system's package
 */
record FashionMnistFolders(Optional<Path> named, Path cache, Path installed) {
    /** The system property with the user's folder. */
    static final String PROPERTY = "netwright.fashion-mnist";

    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

    /** The folders by this process's properties and environment. */
    static FashionMnistFolders ofThisProcess() {
        return of(
                System.getProperty(PROPERTY),
                System.getenv("XDG_CACHE_HOME"),
                Path.of(System.getProperty("user.home")),
                DEBIAN);
    }

    /**
     * The folders for these settings.
     *
     * @param named the value of {@link #PROPERTY}
     * @param cacheHome the value of XDG_CACHE_HOME; a relative one is ignored, as the XDG base directory specification
     *     requires
     */
    static FashionMnistFolders of(@Nullable String named, @Nullable String cacheHome, Path home, Path installed) {
        Path caches = Optional.ofNullable(cacheHome)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"));
        return new FashionMnistFolders(
                Optional.ofNullable(named).map(Path::of), caches.resolve("netwright/fashion-mnist"), installed);
    }

    /** This folder only. */
    FashionMnistFolders only(Path folder) {
        return new FashionMnistFolders(Optional.of(folder), cache, installed);
    }

    /**
     * The first folder that has all the files.
     *
     * @throws DatasetNotFoundException if there is none
     */
    Path find(FashionMnistFile... files) {
        List<Path> folders = named.map(List::of).orElseGet(() -> List.of(cache, installed));
        return folders.stream()
                .filter(folder ->
                        Stream.of(files).allMatch(file -> file.in(folder).isPresent()))
                .findFirst()
                .orElseThrow(() -> notFound(folders, files));
    }

    private DatasetNotFoundException notFound(List<Path> folders, FashionMnistFile... files) {
        String looked = folders.stream()
                .map(folder -> folder.toAbsolutePath() + " lacks "
                        + Stream.of(files)
                                .filter(file -> file.in(folder).isEmpty())
                                .map(FashionMnistFile::gzipName)
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", "));
        return new DatasetNotFoundException(
                "Fashion-MNIST was not found" + (named.isPresent() ? " in the given folder" : "") + ": " + looked,
                Fix.of("download it, 31 MB to " + cache + ", with ", Setting.DOWNLOAD),
                Fix.of("install the package dataset-fashion-mnist (Debian, Ubuntu)"),
                Fix.of("set the folder of the files with -D" + PROPERTY + "=<folder>"),
                Fix.of("set the folder with ", Setting.DOWNLOADED),
                Fix.of("use ", Setting.BUNDLED, ", a tenth of the data that is always available"));
    }
}
