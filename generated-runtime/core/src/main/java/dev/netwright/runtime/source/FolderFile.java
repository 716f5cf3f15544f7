package dev.netwright.runtime.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Opens files below a folder without following links. A file that has been replaced by a link since it was listed
 * therefore can't lead out of the folder.
 *
 * @param root the folder, without links in its path
 */
record FolderFile(Path root, Path file) {
    /**
     * Opens the file. If the system can open each folder relative to its parent, no replaced folder is followed;
     * otherwise the path is checked again after the file has been opened.
     *
     * @throws IOException if the file can't be opened, or its path contains a link
     */
    InputStream open() throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            return folder instanceof SecureDirectoryStream<Path> secure
                    ? Channels.newInputStream(open(secure, root.relativize(file)))
                    : checked();
        } catch (IOException e) {
            throw isReplaced() ? replaced() : e;
        }
    }

    private static SeekableByteChannel open(SecureDirectoryStream<Path> folder, Path below) throws IOException {
        if (below.getNameCount() == 1) {
            return folder.newByteChannel(below, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }
        try (SecureDirectoryStream<Path> next =
                folder.newDirectoryStream(below.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            return open(next, below.subpath(1, below.getNameCount()));
        }
    }

    private InputStream checked() throws IOException {
        InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        try {
            if (!file.toRealPath().equals(file)) {
                throw replaced();
            }
            return stream;
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private boolean isReplaced() {
        for (Path part = file; part != null && !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                return true;
            }
        }
        return false;
    }

    private FileSystemException replaced() {
        return new FileSystemException(file.toString(), null, "it has been replaced by a link, which isn't followed");
    }
}
