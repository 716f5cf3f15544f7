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
 * The folder of one run's checkpoints, {@code last.safetensors} and {@code best.safetensors}, and {@code not-finite.safetensors} of a run that went wrong. While it is open no other process saves there.
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
     * Opens a folder, which is made if there is none, and removes what a run that was killed while it saved has left.
     *
     * @throws FolderInUseException if another run saves there
     * @throws UncheckedIOException if it can't be made or written to
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

    /** The newest checkpoint's file, whether there is one or not. */
    public static Path last(Path folder) {
        return folder.resolve(LAST);
    }

    /** The file of the checkpoint with the best value, whether there is one or not. */
    public static Path best(Path folder) {
        return folder.resolve(BEST);
    }

    /** The newest checkpoint's file. */
    public Path last() {
        return last(folder);
    }

    /** The file of the checkpoint with the best value. */
    public Path best() {
        return best(folder);
    }

    /** The file of the checkpoint before a batch whose loss wasn't finite. */
    public Path aside() {
        return folder.resolve(ASIDE);
    }

    /** Lets other runs save there. */
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
            return null; // This JVM's own.
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
