package dev.netwright.runtime.fault;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** What helps if a file's name can't be told: Java takes names to be in the encoding of the language settings. */
public final class FileNames {
    /** Stands for what could not be decoded. */
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** Whether a name, as the system lists it, has characters that its encoding here doesn't have. */
    public static boolean isGarbled(String name) {
        return name.indexOf(REPLACEMENT) >= 0;
    }

    /**
     * What helps if a name is refused.
     *
     * @param otherwise what does if its encoding isn't the reason
     */
    public static String advice(String name, String otherwise) {
        boolean isAscii = name.chars().allMatch(character -> character < 0x80);
        return isAscii ? otherwise : advice();
    }

    /** What helps if a name isn't in the encoding that names have here. */
    public static String advice() {
        return areUtf8()
                ? "rename it in UTF-8"
                : "start java with the environment variable LC_ALL=C.UTF-8, or rename it in ASCII";
    }

    /** The encoding that names have here, as Java calls it. */
    public static String encoding() {
        return System.getProperty("sun.jnu.encoding", "an unknown encoding");
    }

    /** Whether names with any characters can be told here. */
    public static boolean areUtf8() {
        try {
            return Charset.forName(encoding()).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
