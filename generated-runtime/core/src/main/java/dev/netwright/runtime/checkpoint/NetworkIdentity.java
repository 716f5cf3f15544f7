package dev.netwright.runtime.checkpoint;

import java.util.regex.Pattern;

/**
 * Identifies the network that weights belong to. Two networks are the same if their fingerprints are equal.
 *
 * @param name full name of the generated class, for messages
 * @param fingerprint SHA-256 of the spec, as 64 lowercase hexadecimal digits
 */
public record NetworkIdentity(String name, String fingerprint) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the fingerprint's form.
     *
     * @param name full name of the generated class, for messages
     * @param fingerprint SHA-256 of the spec, as 64 lowercase hexadecimal digits
     * @throws IllegalArgumentException if it isn't 64 lowercase hexadecimal digits
     */
    public NetworkIdentity {
        if (!isFingerprint(fingerprint)) {
            throw new IllegalArgumentException("Fingerprint of network " + name
                    + " must be 64 lower-case hexadecimal digits, not '" + fingerprint + "'");
        }
    }

    static boolean isFingerprint(String text) {
        return SHA256.matcher(text).matches();
    }
}
