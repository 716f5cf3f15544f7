package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Replaces a file atomically, so that neither a crash nor a full disk leaves a partial file. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the whole content.
         *
         * @param channel an empty file, at its start
         * @throws IOException if the content can't be written
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a temporary file in the same directory, syncs it to disk, and renames it. On any failure the temporary
     * file is deleted and an existing file stays unchanged.
     *
     * @param file the file to create or replace
     * @param content writes the file's content
     * @throws UncheckedIOException if the file can't be written; the message names the file, the reason and the fix
     */
    public static void replace(Path file, Content content) {
        try {
            Path directory = writableDirectoryOf(file);
            String random =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            Path temporary = directory.resolve(temporaryOf(String.valueOf(file.getFileName())) + random);
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                try (channel) {
                    content.writeTo(channel);
                    channel.force(true);
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException | Error e) {
                delete(temporary, e);
                throw e;
            }
            forceRename(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write " + file + ": " + FileFault.reason(file, e) + ". " + fix(e), e);
        }
    }

    /** Prefix of the names of a file's temporary files. */
    static String temporaryOf(String file) {
        return "." + file + ".tmp-";
    }

    private static Path writableDirectoryOf(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory, not a file");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(String.valueOf(directory), null, "no such directory");
        }
        if (!Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
        return directory;
    }

    private static String fix(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "Create the directory first, or choose another.";
        }
        if (cause instanceof AccessDeniedException) {
            return "Choose a directory that you may write to.";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "The thread was interrupted: write from another thread.";
        }
        return "Choose another path, and check that the disk has room.";
    }

    private static void delete(Path temporary, Throwable reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Without this a power failure can undo the rename. */
    private static void forceRename(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a directory, and some network file systems cannot force one; the file itself is safe,
            // so there is nothing to report.
        }
    }
}
