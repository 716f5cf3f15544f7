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
 * The places where Fashion-MNIST is looked for, in this order.
 *
 * @param named the folder that the user named; if there is one, no other is looked at
 * @param cache where a download goes
 * @param installed where a system's package puts it
 */
record FashionMnistFolders(Optional<Path> named, Path cache, Path installed) {
    /** The system property that names a folder. */
    static final String PROPERTY = "netwright.fashion-mnist";

    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

    /** The folders that this process's properties and environment lead to. */
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
     * @param cacheHome the value of XDG_CACHE_HOME; the XDG base directory specification has a relative one ignored
     */
    static FashionMnistFolders of(@Nullable String named, @Nullable String cacheHome, Path home, Path installed) {
        Path caches = Optional.ofNullable(cacheHome)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"));
        return new FashionMnistFolders(
                Optional.ofNullable(named).map(Path::of), caches.resolve("netwright/fashion-mnist"), installed);
    }

    /** Only this folder. */
    FashionMnistFolders only(Path folder) {
        return new FashionMnistFolders(Optional.of(folder), cache, installed);
    }

    /**
     * The first folder that has all the files.
     *
     * @throws DatasetNotFoundException if none has
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
                "Fashion-MNIST was not found" + (named.isPresent() ? " in the only folder that was named" : "") + ": "
                        + looked,
                Fix.of("get it, 31 MB into " + cache + ", by one call of ", Setting.DOWNLOAD),
                Fix.of("install the package dataset-fashion-mnist (Debian, Ubuntu)"),
                Fix.of("name a folder that has the files with -D" + PROPERTY + "=<folder>"),
                Fix.of("name it with ", Setting.DOWNLOADED),
                Fix.of("take ", Setting.BUNDLED, ", a tenth of the data that is always there"));
    }
}
