package dev.netwright.commandline.doctor;

import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.runtime.machine.CudaSupport;
import dev.netwright.runtime.machine.Gpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Describes the facts and their consequences, one line each.
 *
 * @param planned memory of a network's training, if requested
 */
record Diagnosis(Facts facts, Optional<PlannedMemory> planned) {
    private static final double GIBI = 1 << 30;

    /** Whether a program can compute here, and the network fits. */
    boolean isHealthy() {
        return facts.kernels().isPresent() && planned.map(this::fits).orElse(true);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "Java", facts.java() + ", " + facts.system() + "; heap of at most " + gibibytes(facts.heapBytes())));
        lines.add(line("CPU", cpu()));
        lines.add(line(
                "memory",
                gibibytes(facts.memory().bytes())
                        + " available for native memory (set by -Dnetwright.memory=<bytes>): "
                        + facts.memory().reason()));
        facts.engines().forEach(engine -> lines.add(line("engine", engine)));
        lines.add(line(
                "unpacked", "native libraries in " + facts.libraries() + " (set by -Dorg.bytedeco.javacpp.cachedir)"));
        lines.add(line("kernels", facts.kernels().remark()));
        lines.add(line("GPU", gpus()));
        planned.ifPresent(memory -> lines.add(line("plan", plan(memory))));
        return lines;
    }

    private String cpu() {
        return facts.processor().name() + ", " + facts.threads().processors() + " processors, "
                + facts.threads().threads() + " threads for kernels ("
                + facts.threads().source() + "); "
                + facts.threads().oversubscription(1).map(text -> text + "; ").orElse("")
                + facts.processor()
                        .instructions()
                        .map(found -> String.join(" ", found))
                        .orElse("instruction sets unknown");
    }

    private String gpus() {
        if (facts.gpus().gpus().isEmpty()) {
            return "none: " + facts.gpus().remark();
        }
        return facts.gpus().gpus().stream().map(Diagnosis::gpu).collect(Collectors.joining("; "));
    }

    private static String gpu(Gpu gpu) {
        String verdict = CudaSupport.runsOn(gpu.major(), gpu.minor())
                ? "ND4J's CUDA library runs on it; Netwright's CUDA path has not been run on a GPU yet"
                : "ND4J's CUDA library runs on " + CudaSupport.CAPABILITIES + " only, so not on it";
        return gpu.name() + ", compute capability " + gpu.computeCapability() + ", " + gpu.mebibytes() + " MiB, driver "
                + gpu.driver() + ": " + verdict;
    }

    private String plan(PlannedMemory memory) {
        String needed = memory.type().structure().name() + " with Adam and a batch of " + memory.batch() + " takes "
                + gibibytes(memory.referenceBytes()) + " on " + OneDnnReference.NAME + "; "
                + (facts.kernels().isPresent()
                        ? "with the kernels above " + gibibytes(memory.bytes()) + ", which "
                        : "that ");
        long largest = memory.largestBatch(facts.memory().bytes());
        return needed
                + (fits(memory) ? "fits" : "does not fit")
                + (largest == 0 ? ", and no batch does" : "; a batch of about " + largest + " would be the largest");
    }

    private boolean fits(PlannedMemory memory) {
        return memory.bytes() <= facts.memory().bytes();
    }

    private static String line(String subject, String text) {
        return String.format(Locale.ROOT, "%-8s %s", subject, text);
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
    }
}
