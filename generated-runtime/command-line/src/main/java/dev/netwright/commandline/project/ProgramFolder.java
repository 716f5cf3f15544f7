package dev.netwright.commandline.project;

import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A missing or empty folder that becomes a program's. All files are written below a folder of their own first and then
 * moved to their places, so that a full disk leaves nothing behind.
 */
public final class ProgramFolder {
    private static final String STAGING = ".netwright-new";
    private static final int NAMED = 3;

    private final Path folder;
    /** What this object created, the deepest first. */
    private final Deque<Path> created = new ArrayDeque<>();

    private ProgramFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A folder to write into.
     *
     * @param folder a missing or empty folder
     * @return the folder, checked and not yet created
     * @throws IllegalArgumentException if there is something in it, or in its place, or it can't be read
     */
    public static ProgramFolder at(Path folder) {
        if (Files.isDirectory(folder)) {
            requireEmpty(folder);
        } else if (Files.exists(folder)) {
            throw new IllegalArgumentException(
                    "FOLDER must be a missing or empty folder, found the file " + folder + "; name another folder");
        }
        return new ProgramFolder(folder);
    }

    private static void requireEmpty(Path folder) {
        List<String> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "FOLDER: " + folder + " can't be read: " + FileFault.reason(folder, e) + "; name another folder",
                    e);
        }
        if (!found.isEmpty()) {
            String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
            throw new IllegalArgumentException("FOLDER must be empty, found "
                    + found.stream().limit(NAMED).collect(Collectors.joining(", ")) + more + " in " + folder
                    + "; name a new folder");
        }
    }

    /**
     * Writes all files, or none.
     *
     * @param files texts by their paths below the folder, with slashes
     * @throws IllegalArgumentException if one can't be written; whatever was created is deleted again
     */
    public void write(Map<String, String> files) {
        try {
            create(folder.toAbsolutePath().normalize());
            Path staging = Files.createDirectory(folder.resolve(STAGING));
            created.push(staging);
            Set<Path> places = new LinkedHashSet<>();
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = staging.resolve(file.getKey());
                Files.createDirectories(
                        Objects.requireNonNull(target.getParent(), "the target lies in the staging folder"));
                Files.writeString(target, file.getValue());
                places.add(staging.relativize(target).getName(0));
            }
            for (Path place : places) {
                Files.move(staging.resolve(place), folder.resolve(place), StandardCopyOption.ATOMIC_MOVE);
                created.push(folder.resolve(place));
            }
            Files.delete(staging);
        } catch (IOException e) {
            deleteCreated(e);
            throw new IllegalArgumentException(
                    "FOLDER: nothing can be written into " + folder + ": " + FileFault.reason(folder, e)
                            + "; name another folder",
                    e);
        }
    }

    private void create(Path missing) throws IOException {
        if (Files.isDirectory(missing)) {
            return;
        }
        Path parent = missing.getParent();
        if (parent != null) {
            create(parent);
        }
        Files.createDirectory(missing);
        created.push(missing);
    }

    /** Failures here don't hide the reason, and the user sees what is left. */
    private void deleteCreated(IOException reason) {
        for (Path path : created) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
