package dev.netwright.runtime.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What went wrong with a file, in words: Java's exceptions say it by their names alone. */
public final class FileFault {
    private FileFault() {}

    /** The reason, for a sentence that names the file; with the file that it is about, if that is another. */
    public static String reason(Path file, IOException fault) {
        boolean isOther = fault instanceof FileSystemException named
                && named.getFile() != null
                && !named.getFile().equals(file.toString());
        return isOther ? ((FileSystemException) fault).getFile() + ": " + reason(fault) : reason(fault);
    }

    /** The reason, for a sentence that names the file. */
    public static String reason(IOException fault) {
        if (fault instanceof FileSystemLoopException) {
            return "links lead in a circle";
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
                return "there is a file of that name";
            }
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
