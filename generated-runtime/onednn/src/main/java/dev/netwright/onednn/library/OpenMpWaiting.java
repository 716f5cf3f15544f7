package dev.netwright.onednn.library;

import com.sun.jna.NativeLibrary;
import dev.netwright.runtime.machine.ThreadCount;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * How long OpenMP's threads look for more work before they sleep. GNU's runtime lets them spin for milliseconds, in which they take the
 * processor from the threads that transform tiles; a tenth of a millisecond is enough between two primitives. The runtime reads
 * this once, when it is loaded.
 */
final class OpenMpWaiting {
    private static final String SPINS = "GOMP_SPINCOUNT";

    /** About a tenth of a millisecond. */
    private static final String FEW_SPINS = "10000";

    private OpenMpWaiting() {}

    /** To be called before the library is loaded. A user's own setting stays. */
    static void shorten() {
        if (isToBeShortened(System.getenv(), Loader.getPlatform())
                && ThreadCount.present().threads() > 1) {
            set();
        }
    }

    private static void set() {
        try {
            NativeLibrary.getProcess().getFunction("setenv").invokeInt(new Object[] {SPINS, FEW_SPINS, 0});
        } catch (LinkageError e) {
            // Without JNA there are no threads of tiles either, so that nothing is in the way of OpenMP's.
        }
    }

    /** Whether it is GNU's runtime, and nobody has set how it waits. */
    static boolean isToBeShortened(Map<String, String> environment, String platform) {
        return platform.startsWith("linux")
                && !environment.containsKey(SPINS)
                && !environment.containsKey("OMP_WAIT_POLICY")
                && WinogradRule.isAllowed();
    }
}
