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
 * What was found.
 *
 * @param java version of the Java that runs
 * @param system its operating system and architecture, as Java names them
 * @param heapBytes the most that the heap may take
 * @param threads that kernels use, and the processors that this process may use
 * @param memory the native memory that a run may take
 * @param libraries the folder that native libraries are unpacked to
 * @param nd4jVersion absent if ND4J's jars say nothing
 * @param nd4jCpu classifiers of nd4j-native on the class path
 * @param nd4jCuda classifiers of nd4j-cuda on the class path
 * @param oneDnnVersion absent if there is no oneDNN
 * @param oneDnn classifiers of oneDNN on the class path
 * @param kernels what a program would compute with
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
     * What a program would compute with.
     *
     * @param set none if nothing could compute
     * @param remark name and device, and why they aren't the fastest; or why there are none
     */
    record Kernels(Optional<KernelSet> set, String remark) {
        /** Whether it could compute at all. */
        boolean isThere() {
            return set.isPresent();
        }
    }

    /** Asks the system, and starts the kernels as a program would. */
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
