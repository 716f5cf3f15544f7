package dev.netwright.runtime.picture;

import dev.netwright.runtime.data.PilFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The pictures that src/test/python/pil_decoding_fixtures.py made. */
public final class PillowPictures {
    private PillowPictures() {}

    /**
     * Pillow's result for a picture.
     *
     * @param greySha256 the SHA-256 of its luma
     * @param rgbSha256 the SHA-256 of its planes
     */
    public record Expectation(String name, int height, int width, String greySha256, String rgbSha256) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All pictures. */
    public static List<Expectation> all() {
        return PilFixture.lines("/dev/netwright/runtime/picture/pillow.txt").stream()
                .map(line -> new Expectation(
                        line[0], Integer.parseInt(line[1]), Integer.parseInt(line[2]), line[3], line[4]))
                .toList();
    }

    /** A picture's file. */
    public static byte[] content(String name) {
        try (InputStream stream = Objects.requireNonNull(PillowPictures.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
