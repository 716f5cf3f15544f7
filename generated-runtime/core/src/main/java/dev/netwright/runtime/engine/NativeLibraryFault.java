package dev.netwright.runtime.engine;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/** Why a native library that is on the class path can't be loaded, and what helps. */
public final class NativeLibraryFault {
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private NativeLibraryFault() {}

    /** The innermost exception, which is the first that went wrong, in a line. */
    public static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.isEmpty() ? innermost.getClass().getName() : line;
    }

    /** What to do about it: libraries are unpacked into a folder before they are loaded from there. */
    public static String fix() {
        return "libraries are unpacked to " + cacheFolder() + ", which must be writable, allow programs to run (no"
                + " noexec) and have 300 MB free: set -D" + CACHE_PROPERTY
                + "=<folder> to one that is so; where ulimit -v is set, raise it or give java a smaller -Xmx";
    }

    /** Where JavaCPP unpacks libraries, or why it can't. */
    public static String cacheFolder() {
        try {
            return Loader.getCacheDir().toString();
        } catch (IOException e) {
            return "no folder ("
                    + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).strip() + ")";
        }
    }
}
