package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A download whose length and SHA-256 are known. The file gets its name only when it is complete and verified. At most
 * one byte more than its length is read.
 *
 * @param source HTTP or HTTPS address; the checksum guarantees the content in either case
 * @param folder target folder; created if it doesn't exist
 * @param name name of the file in the folder
 * @param length length in bytes
 * @param sha256 checksum in lowercase hexadecimal
 */
record VerifiedDownload(URI source, Path folder, String name, int length, String sha256) {
    /**
     * Downloads the file, unless the valid file already exists.
     *
     * @param patience longest time to wait for the connection and for each part of the content
     * @throws MalformedDataException if the server sends another file
     * @throws UncheckedIOException if the server can't be reached or refuses, or the file can't be written
     */
    void fetch(Duration patience) {
        Path target = folder.resolve(name);
        try {
            if (Files.isRegularFile(target) && Files.size(target) == length && isRight(Files.newInputStream(target))) {
                return;
            }
            Files.createDirectories(folder);
            Path part = folder.resolve(name + "." + UUID.randomUUID() + ".part");
            try {
                copyTo(part, patience);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    source + " could not be downloaded to " + target + " (" + FileFault.reason(e)
                            + "); check the network and any proxy"
                            + " (https.proxyHost), or download the file in another way and put it there",
                    e);
        }
    }

    /**
     * Uses HttpURLConnection, because its timeout applies to each read of the content; that of the newer client ends
     * with the headers.
     */
    private void copyTo(Path part, Duration patience) throws IOException {
        URLConnection connection = source.toURL().openConnection();
        if (!(connection instanceof HttpURLConnection http)) {
            throw new IOException("not an address of scheme http or https");
        }
        http.setConnectTimeout(Math.toIntExact(patience.toMillis()));
        http.setReadTimeout(Math.toIntExact(patience.toMillis()));
        try {
            if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the server answered with status " + http.getResponseCode());
            }
            try (DigestInputStream content = new DigestInputStream(http.getInputStream(), newSha256());
                    OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                copyAndCheck(content, file);
            }
        } finally {
            http.disconnect();
        }
    }

    private void copyAndCheck(DigestInputStream content, OutputStream file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int remaining = length;
        while (remaining > 0) {
            int read = content.read(buffer, 0, Math.min(buffer.length, remaining));
            if (read < 0) {
                throw refused(length + " bytes", "only " + (length - remaining));
            }
            file.write(buffer, 0, read);
            remaining -= read;
        }
        if (content.read() >= 0) {
            throw refused(length + " bytes", "more");
        }
        String found = hexDigest(content);
        if (!found.equals(sha256)) {
            throw refused("a file of SHA-256 " + sha256, found);
        }
    }

    private boolean isRight(InputStream stream) throws IOException {
        try (DigestInputStream content = new DigestInputStream(stream, newSha256())) {
            content.transferTo(OutputStream.nullOutputStream());
            return hexDigest(content).equals(sha256);
        }
    }

    private static String hexDigest(DigestInputStream content) {
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    private MalformedDataException refused(String expected, String found) {
        return new MalformedDataException(
                source.toString(), expected, found, "nothing was saved; try again or use another mirror");
    }
}
