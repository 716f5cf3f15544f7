package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.picture.PictureDecoder;
import dev.netwright.runtime.picture.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Decodes files. Each is read whole and closed before it is decoded. */
record PictureFileReader(PictureDecoder decoder) {
    /**
     * The picture in a file.
     *
     * @throws MalformedDataException if it can't be decoded
     * @throws UncheckedIOException if the file can't be read
     */
    BufferedImage read(Path file) {
        try {
            return decoded(file);
        } catch (UnreadablePictureException e) {
            MalformedDataException malformed = new MalformedDataException(
                    file.toString(),
                    e.expected(),
                    e.found(),
                    Fix.of("replace or remove the file"),
                    Fix.of("leave such pictures out with ", Setting.SKIP_UNREADABLE));
            malformed.initCause(e);
            throw malformed;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /** Why a file can't be read; empty if it can. */
    Optional<String> faultOf(Path file) {
        try {
            decoded(file);
            return Optional.empty();
        } catch (UnreadablePictureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of("expected a readable file, found " + FileFault.reason(e));
        }
    }

    private BufferedImage decoded(Path file) throws IOException, UnreadablePictureException {
        try (InputStream stream = Files.newInputStream(file)) {
            return decoder.decode(stream);
        }
    }
}
