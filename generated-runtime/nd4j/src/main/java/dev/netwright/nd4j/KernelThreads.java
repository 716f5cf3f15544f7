package dev.netwright.nd4j;

import dev.netwright.runtime.machine.ThreadCount;
import org.nd4j.linalg.factory.BaseNDArrayFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Gives every thread that calls kernels the same number of OpenMP threads. OpenMP keeps that number for each calling thread: ND4J sets it,
 * by the machine's cores, on the thread that happens to load it, and all others have the library's default, by the process's affinity. ND4J's and
 * oneDNN's libraries share one OpenMP runtime.
 */
public final class KernelThreads {
    private static final ThreadLocal<Boolean> IS_SET = ThreadLocal.withInitial(() -> false);

    private KernelThreads() {}

    /** What is set once for the process: ND4J's own loops, and the BLAS beside it. */
    static void start() {
        int threads = ThreadCount.present().threads();
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        if (Nd4j.factory() instanceof BaseNDArrayFactory factory) {
            factory.blas().setMaxThreads(threads);
        }
        enter();
    }

    /** To be called on a thread before it plans or calls kernels. */
    public static void enter() {
        if (!IS_SET.get()) {
            NativeOpsHolder.getInstance()
                    .getDeviceNativeOps()
                    .setOmpNumThreads(ThreadCount.present().threads());
            IS_SET.set(true);
        }
    }
}
