package dev.netwright.nd4j;

import dev.netwright.runtime.machine.ThreadCount;
import org.nd4j.linalg.factory.BaseNDArrayFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Gives every thread that calls kernels the same number of OpenMP threads. OpenMP keeps this number per calling thread.
 * ND4J sets it to the machine's number of cores, but only on the thread that loads ND4J; other threads have the
 * library's default, which follows the process's affinity. The libraries of ND4J and oneDNN share one OpenMP runtime.
 */
public final class KernelThreads {
    private static final ThreadLocal<Boolean> IS_SET = ThreadLocal.withInitial(() -> false);

    private KernelThreads() {}

    /** Sets the process's numbers once: of ND4J's own loops and of its BLAS. */
    static void start() {
        int threads = ThreadCount.present().threads();
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        if (Nd4j.factory() instanceof BaseNDArrayFactory factory) {
            factory.blas().setMaxThreads(threads);
        }
        enter();
    }

    /** Call it on a thread before the thread plans or calls kernels. */
    public static void enter() {
        if (!IS_SET.get()) {
            NativeOpsHolder.getInstance()
                    .getDeviceNativeOps()
                    .setOmpNumThreads(ThreadCount.present().threads());
            IS_SET.set(true);
        }
    }
}
