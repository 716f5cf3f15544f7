package dev.netwright.runtime.engine;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/** Explains why a native library on the class path can't be loaded, and how to fix it. */
public final class NativeLibraryFault {
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private NativeLibraryFault() {}

    /**
     * The innermost cause of an exception, which is what went wrong first.
     *
     * @param fault the exception
     * @return the first line of the cause's message, or its class's name if it has no message
     */
    public static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.isEmpty() ? innermost.getClass().getName() : line;
    }

    /**
     * How to make loading work: libraries are unpacked into a folder and loaded from there.
     *
     * @return the end of a sentence, which names the folder
     */
    public static String fix() {
        return "libraries are unpacked to " + cacheFolder() + ", which must be writable, allow programs to run (no"
                + " noexec) and have 300 MB free: set -D" + CACHE_PROPERTY
                + "=<folder> to one that is so; where ulimit -v is set, raise it or give java a smaller -Xmx";
    }

    /**
     * The folder into which JavaCPP unpacks libraries.
     *
     * @return its path, or "no folder" and the reason
     */
    public static String cacheFolder() {
        try {
            return Loader.getCacheDir().toString();
        } catch (IOException e) {
            return "no folder ("
                    + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).strip() + ")";
        }
    }
}
