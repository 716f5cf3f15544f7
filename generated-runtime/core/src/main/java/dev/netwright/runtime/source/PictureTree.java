package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.FileNames;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The subfolders and pictures below a folder, in an order that depends only on their names. Links are followed within
 * the folder.
 *
 * @param passesOver whether links in a cycle, and pictures whose names can't be decoded, are ignored instead of
 *     reported
 */
record PictureTree(Path root, boolean passesOver) {
    /** The order of Python's strings. Java's differs for characters of two UTF-16 units. */
    static final Comparator<String> CODE_POINTS =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    /**
     * Includes formats that can't be decoded, because a dataset that silently lacks pictures would be worse than an
     * error.
     */
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "png", "bmp", "gif", "pgm", "ppm", "tif", "tiff", "webp");

    /** Position of a picture in the order: first by folder. */
    private record Place(String folder, String name) {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::folder, CODE_POINTS).thenComparing(Place::name, CODE_POINTS);

        String path() {
            return folder.isEmpty() ? name : folder + "/" + name;
        }
    }

    /** The names of the direct subfolders, sorted. */
    List<String> folders() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !isHidden(name))
                    .map(this::decoded)
                    .sorted(CODE_POINTS)
                    .toList();
        } catch (UncheckedIOException e) { // Thrown while the folder is being read.
            throw unlisted(root, Objects.requireNonNull(e.getCause(), "an UncheckedIOException has a cause"));
        } catch (IOException e) {
            throw unlisted(root, e);
        }
    }

    /**
     * Checks that a name could be decoded completely: otherwise the file wouldn't be found, or the class would get a
     * wrong name.
     */
    private String decoded(String name) {
        if (FileNames.isGarbled(name)) {
            throw new MalformedDataException(
                    root.toString(), "names in " + FileNames.encoding(), "'" + name + "'", FileNames.advice());
        }
        return name;
    }

    private static UncheckedIOException unlisted(Path folder, IOException reason) {
        return new UncheckedIOException(folder + " could not be listed: " + FileFault.reason(folder, reason), reason);
    }

    /**
     * The paths of all pictures in and below a folder, relative to the root and with slashes, sorted by folder and then
     * by name.
     *
     * @param folder path of a folder below the root; empty for the root itself
     */
    List<String> picturesBelow(String folder) {
        Path start = root.resolve(folder);
        List<Place> places = new ArrayList<>();
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(places));
        } catch (IOException e) {
            throw unlisted(start, e);
        }
        return places.stream().sorted(Place.ORDER).map(Place::path).toList();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Place> places;

        Visitor(List<Place> places) {
            this.places = places;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && isHidden(nameOf(folder))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Path real = folder.toRealPath();
            if (!real.startsWith(root)) {
                throw new MalformedDataException(
                        folder.toString(),
                        "a folder below " + root,
                        "a link to " + real,
                        "remove the link, or copy the pictures");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(file);
            return FileVisitResult.CONTINUE;
        }

        /** A link that can't be followed still counts as a picture if its name is that of a picture. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            if (reason instanceof FileSystemLoopException) {
                if (!passesOver) {
                    throw new MalformedDataException(
                            root.toString(),
                            "folders without a cycle",
                            "the link " + file,
                            Fix.of("remove the link"),
                            Fix.of("skip it with ", Setting.SKIP_UNREADABLE));
                }
            } else if (!Files.isSymbolicLink(file)) {
                throw reason;
            }
            add(file);
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file) {
            String name = nameOf(file);
            if (isHidden(name) || !isPicture(name)) {
                return;
            }
            Path folder = root.relativize(file).getParent();
            String place = folder == null ? "" : slashed(folder);
            Place found = new Place(place, name);
            if (!passesOver || !FileNames.areUtf8()) {
                decoded(found.path());
            }
            places.add(found);
        }
    }

    private static String slashed(Path folder) {
        List<String> elements = new ArrayList<>();
        folder.forEach(element -> elements.add(element.toString()));
        return String.join("/", elements);
    }

    private static String nameOf(Path path) {
        return path.getName(path.getNameCount() - 1).toString();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Whether a file is a picture by its extension. */
    static boolean isPicture(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
