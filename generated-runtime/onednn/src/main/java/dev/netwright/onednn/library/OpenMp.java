package dev.netwright.onednn.library;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/** The one function of OpenMP that is needed and that no JavaCPP preset has. Calls allocate nothing. */
final class OpenMp {
    static {
        OneDnn.loaded();
        Native.register(OpenMp.class, library());
    }

    private OpenMp() {}

    /** Throws a {@link LinkageError} unless the function can be called. */
    static void load() {
        // The class's initialization does it.
    }

    /** How many threads work on whatever the calling thread starts. */
    @SuppressWarnings("checkstyle:MethodName") // JNA looks the function up by this name.
    static native void omp_set_num_threads(int threads);

    /** The OpenMP runtime that oneDNN was linked with, which is loaded already. */
    private static NativeLibrary library() {
        String platform = Loader.getPlatform().toLowerCase(Locale.ROOT);
        if (platform.startsWith("linux")) {
            return NativeLibrary.getInstance("libgomp.so.1");
        }
        return NativeLibrary.getInstance(platform.startsWith("mac") ? "libiomp5.dylib" : "vcomp140");
    }
}
