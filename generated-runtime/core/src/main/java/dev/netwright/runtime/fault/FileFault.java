package dev.netwright.runtime.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Describes I/O failures in words; the messages of Java's file exceptions are only file names. */
public final class FileFault {
    private FileFault() {}

    /**
     * The reason for a failure, for a message that names a file.
     *
     * @param file the file that the message names
     * @param fault the exception
     * @return the reason; it also names the exception's file if that is another one
     */
    public static String reason(Path file, IOException fault) {
        boolean isOther = fault instanceof FileSystemException named
                && named.getFile() != null
                && !named.getFile().equals(file.toString());
        return isOther ? ((FileSystemException) fault).getFile() + ": " + reason(fault) : reason(fault);
    }

    /**
     * The reason for a failure, for a message that names the file.
     *
     * @param fault the exception
     * @return the reason
     */
    public static String reason(IOException fault) {
        if (fault instanceof FileSystemLoopException) {
            return "the symbolic links form a cycle";
        }
        if (fault instanceof FileSystemException named) {
            if (named.getReason() != null) {
                return named.getReason();
            }
            if (fault instanceof NoSuchFileException) {
                return "no such file";
            }
            if (fault instanceof AccessDeniedException) {
                return "permission denied";
            }
            if (fault instanceof NotDirectoryException) {
                return "not a folder";
            }
            if (fault instanceof FileAlreadyExistsException) {
                return "a file of that name exists";
            }
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
