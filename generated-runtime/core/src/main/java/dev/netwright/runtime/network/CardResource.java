package dev.netwright.runtime.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the page about a network that the processor wrote beside its class. */
final class CardResource {
    private CardResource() {}

    /**
     * The page, if it is there.
     *
     * @param network full name of the generated class
     * @param own a class of the same class loader as the generated class
     */
    static Optional<String> of(String network, Class<?> own) {
        String resource = "/META-INF/netwright/" + network + ".html";
        try (InputStream file = own.getResourceAsStream(resource)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " must be readable", e);
        }
    }
}
