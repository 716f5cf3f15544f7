package dev.netwright.commandline.doctor;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.machine.MemoryRoom;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.machine.NvidiaDriver;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.runtime.machine.ThreadCount;
import dev.netwright.runtime.nd4j.NativeLibraryFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Facts about this machine and class path.
 *
 * @param java version of the running Java
 * @param system operating system and architecture by Java's names
 * @param heapBytes largest size of the heap
 * @param threads number of threads that kernels use, and of processors available to this process
 * @param memory native memory available to a run
 * @param libraries folder that native libraries are unpacked to
 * @param nd4jVersion version of ND4J; empty if its jars don't say
 * @param nd4jCpu classifiers of nd4j-native on the class path
 * @param nd4jCuda classifiers of nd4j-cuda on the class path
 * @param oneDnnVersion version of oneDNN; empty if it isn't on the class path
 * @param oneDnn classifiers of oneDNN on the class path
 * @param kernels the kernels that a program would use
 */
record Facts(
        String java,
        String system,
        long heapBytes,
        Processor processor,
        ThreadCount threads,
        MemoryRoom memory,
        String libraries,
        Optional<String> nd4jVersion,
        List<String> nd4jCpu,
        List<String> nd4jCuda,
        Optional<String> oneDnnVersion,
        List<String> oneDnn,
        GpuFinding gpus,
        Kernels kernels) {
    /**
     * The kernels that a program would use.
     *
     * @param set the kernel set; empty if there is none
     * @param remark name and device, and why faster kernels aren't used; or why there are none
     */
    record Kernels(Optional<KernelSet> set, String remark) {
        /** Whether there are usable kernels. */
        boolean isThere() {
            return set.isPresent();
        }
    }

    /** Collects the facts, and starts the kernels as a program would. */
    static Facts gathered(Supplier<KernelSet> kernels) {
        NativeJars jars = NativeJars.onClassPath();
        return new Facts(
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory(),
                Processor.present(),
                ThreadCount.present(),
                MemoryRoom.forRun(),
                NativeLibraryFault.cacheFolder(),
                jars.version("org.nd4j", "nd4j-api"),
                jars.nd4jCpu(),
                jars.nd4jCuda(),
                jars.version("org.bytedeco", "dnnl"),
                jars.oneDnn(),
                NvidiaDriver.gpus(),
                started(kernels));
    }

    private static Kernels started(Supplier<KernelSet> kernels) {
        try {
            KernelSet started = kernels.get();
            String remark = started.name() + " on " + started.device();
            return new Kernels(
                    Optional.of(started),
                    started.fallbackReason()
                            .map(reason -> remark + "; " + reason)
                            .orElse(remark));
        } catch (RuntimeException | LinkageError e) {
            return new Kernels(Optional.empty(), "none: " + e.getMessage());
        }
    }
}
