package dev.netwright.runtime.fault;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Fixes for file names that Java can't decode: it assumes the encoding of the locale. */
public final class FileNames {
    /** Java's replacement for bytes that it can't decode. */
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /**
     * Whether a listed file name contains characters that couldn't be decoded.
     *
     * @param name the file's name
     * @return true if it contains U+FFFD
     */
    public static boolean isGarbled(String name) {
        return name.indexOf(REPLACEMENT) >= 0;
    }

    /**
     * The fix for a rejected file name.
     *
     * @param name the file's name
     * @param otherwise the fix if the encoding isn't the reason
     * @return the fix, as a clause
     */
    public static String advice(String name, String otherwise) {
        boolean isAscii = name.chars().allMatch(character -> character < 0x80);
        return isAscii ? otherwise : advice();
    }

    /** {@return the fix for a file name that isn't in the encoding of file names} */
    public static String advice() {
        return areUtf8()
                ? "rename it in UTF-8"
                : "start java with the environment variable LC_ALL=C.UTF-8, or rename it in ASCII";
    }

    /** {@return Java's name for the encoding of file names} */
    public static String encoding() {
        return System.getProperty("sun.jnu.encoding", "an unknown encoding");
    }

    /** {@return whether the encoding of file names is UTF-8, so that it includes all characters} */
    public static boolean areUtf8() {
        try {
            return Charset.forName(encoding()).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
