package dev.netwright.commandline.doctor;

import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.engine.NativeLibraryFault;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.machine.MemoryRoom;
import dev.netwright.runtime.machine.NvidiaDriver;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.runtime.machine.ThreadCount;
import dev.netwright.runtime.network.KernelSets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Facts about this machine and class path.
 *
 * @param java version of the Java that runs
 * @param system its operating system and architecture, as Java names them
 * @param heapBytes the largest size of the heap, {@code -Xmx}
 * @param threads the threads that kernels use, and the processors that this process may use
 * @param memory the native memory that a run can allocate
 * @param libraries the folder that native libraries are unpacked to
 * @param engines a line for each engine on the class path, with its libraries
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
        List<String> engines,
        GpuFinding gpus,
        Kernels kernels) {
    /**
     * The kernels that a program would use.
     *
     * @param set the kernels; empty if no engine can compute
     * @param remark name, device and the reason for the choice; or why there are none
     */
    record Kernels(Optional<KernelSet> set, String remark) {
        /** Whether a program can compute at all. */
        boolean isPresent() {
            return set.isPresent();
        }
    }

    /**
     * Collects the facts, and starts the kernels as a program would.
     *
     * @param name the kernels' name; empty for the default choice
     */
    static Facts gathered(Engines engines, Optional<String> name) {
        return new Facts(
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory(),
                Processor.present(),
                ThreadCount.present(),
                MemoryRoom.forRun(),
                NativeLibraryFault.cacheFolder(),
                engines.findings(),
                NvidiaDriver.gpus(),
                started(() -> KernelSets.chosen(engines, name)));
    }

    /** Catches every failure, because the command exists to report failures. */
    static Kernels started(Supplier<Engines.Choice> kernels) {
        try {
            Engines.Choice choice = kernels.get();
            KernelSet started = choice.kernels();
            return new Kernels(
                    Optional.of(started), started.name() + " on " + started.device() + ": " + choice.reason());
        } catch (RuntimeException | LinkageError e) {
            return new Kernels(Optional.empty(), "none: " + e.getMessage());
        }
    }
}
