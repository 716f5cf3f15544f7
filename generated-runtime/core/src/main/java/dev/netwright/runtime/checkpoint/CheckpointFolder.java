package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run's checkpoints: {@code last.safetensors}, {@code best.safetensors}, and {@code
 * not-finite.safetensors} if the run diverged. While it is open, no other process can save there.
 */
public final class CheckpointFolder implements AutoCloseable {
    private static final String LAST = "last.safetensors";
    private static final String BEST = "best.safetensors";
    private static final String ASIDE = "not-finite.safetensors";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lockFile;

    private CheckpointFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Opens a folder, creates it if it doesn't exist, and deletes temporary files of a killed run.
     *
     * @param folder the folder
     * @return the open folder, to be closed when the run ends
     * @throws FolderInUseException if another run saves there
     * @throws UncheckedIOException if the folder can't be created or written
     */
    public static CheckpointFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lockFile) == null) {
                lockFile.close();
                throw new FolderInUseException(folder);
            }
            removeStale(folder);
            return new CheckpointFolder(folder, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot save checkpoints in " + folder + ": " + FileFault.reason(folder, e)
                            + ". Choose a folder that you may write to.",
                    e);
        }
    }

    /**
     * The file of the newest checkpoint, which may not exist yet.
     *
     * @param folder the run's folder
     * @return the file
     */
    public static Path last(Path folder) {
        return folder.resolve(LAST);
    }

    /**
     * The file of the best checkpoint, which may not exist yet.
     *
     * @param folder the run's folder
     * @return the file
     */
    public static Path best(Path folder) {
        return folder.resolve(BEST);
    }

    /** {@return the file of the newest checkpoint} */
    public Path last() {
        return last(folder);
    }

    /** {@return the file of the best checkpoint} */
    public Path best() {
        return best(folder);
    }

    /** {@return the file of the checkpoint before a batch whose loss wasn't finite} */
    public Path aside() {
        return folder.resolve(ASIDE);
    }

    /** Releases the folder for other runs. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + folder.resolve(LOCK) + ": " + FileFault.reason(e), e);
        }
    }

    private static @Nullable FileLock locked(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // Another run of this JVM holds it.
        }
    }

    private static void removeStale(Path folder) throws IOException {
        for (String file : new String[] {LAST, BEST, ASIDE}) {
            try (DirectoryStream<Path> stale = Files.newDirectoryStream(folder, AtomicFile.temporaryOf(file) + "*")) {
                for (Path temporary : stale) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }
}
