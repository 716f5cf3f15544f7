package dev.netwright.runtime.runfolder;

import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Text in UTF-8 that takes a file's place as a whole, or not at all. */
final class TextFile {
    private TextFile() {}

    /**
     * Writes the text.
     *
     * @throws java.io.UncheckedIOException if it can't be written
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
