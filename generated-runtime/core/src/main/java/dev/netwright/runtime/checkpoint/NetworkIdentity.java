package dev.netwright.runtime.checkpoint;

import java.util.regex.Pattern;

/**
 * Which network some weights belong to.
 *
 * @param name the generated class's full name, for messages; two networks are the same if their fingerprints are
 * @param fingerprint SHA-256 of the spec, as 64 lower-case hexadecimal digits
 */
public record NetworkIdentity(String name, String fingerprint) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the fingerprint's form.
     *
     * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
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
