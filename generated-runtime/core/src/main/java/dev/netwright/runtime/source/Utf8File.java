package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.picture.PictureDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files in UTF-8. A byte order mark at the beginning, which some editors write, is ignored. */
final class Utf8File {
    private static final int MAX_BYTES = 1 << 28;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8File() {}

    /**
     * Reads a file.
     *
     * @throws MalformedDataException if the file is too large for a text file
     * @throws UncheckedIOException if the file can't be read
     */
    static byte[] content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new MalformedDataException(
                        file.toString(), "a text of at most " + MAX_BYTES + " bytes", "more", "name a text file");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /**
     * Decodes a file's content.
     *
     * @throws MalformedDataException if it isn't UTF-8; the message names the line
     */
    static String text(Path file, byte[] content) {
        PictureDecoder.formatOf(content).ifPresent(format -> {
            throw new MalformedDataException(
                    file.toString(),
                    "a text file",
                    "a " + format + " picture",
                    "name the list of the pictures instead");
        });
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            throw new MalformedDataException(
                    file + ", line " + lineOf(content, bytes.position()),
                    "text in UTF-8",
                    String.format("byte 0x%02x", content[bytes.position()]),
                    "save the file as UTF-8");
        }
        String text = characters.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static int lineOf(byte[] content, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            if (content[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
