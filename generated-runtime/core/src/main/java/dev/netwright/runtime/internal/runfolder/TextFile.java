package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Replaces a file atomically by UTF-8 text. */
final class TextFile {
    private TextFile() {}

    /**
     * Writes the text.
     *
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    static void replace(Path file, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        AtomicFile.replace(file, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
