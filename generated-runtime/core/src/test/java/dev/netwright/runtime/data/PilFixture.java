package dev.netwright.runtime.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Pillow's results from src/test/python/pil_fixtures.py, and the pixels that they were made from. */
public final class PilFixture {
    private PilFixture() {}

    /** The columns of each line of a fixture file, beside this class or named from the root of the class path. */
    public static List<String[]> lines(String name) {
        InputStream stream = Objects.requireNonNull(PilFixture.class.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The top bytes of a linear congruential generator's numbers. */
    public static byte[] pixels(int seed, int count) {
        byte[] pixels = new byte[count];
        int state = seed;
        for (int i = 0; i < count; i++) {
            state = state * 1664525 + 1013904223;
            pixels[i] = (byte) (state >> 24);
        }
        return pixels;
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
