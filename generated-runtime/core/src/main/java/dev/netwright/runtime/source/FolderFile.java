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
 * Opens files below a folder without following links, so that a file that was there when it was listed, and has been replaced
 * by a link since, doesn't lead out of it.
 *
 * @param root without links
 */
record FolderFile(Path root, Path file) {
    /**
     * Opens it. Where the system can open each folder on the way from the one before, nothing that is replaced meanwhile is
     * followed; elsewhere the path is looked at again once the file is open.
     *
     * @throws IOException if it can't be opened, or a link is on the way
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
        return new FileSystemException(
                file.toString(), null, "it was replaced by a link since it was listed, which isn't followed");
    }
}
