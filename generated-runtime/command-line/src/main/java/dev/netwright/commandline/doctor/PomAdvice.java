package dev.netwright.commandline.doctor;

import dev.netwright.runtime.engine.Release;
import dev.netwright.runtime.machine.CudaSupport;
import dev.netwright.runtime.machine.Gpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dependency with the engine for a machine. */
final class PomAdvice {
    private static final String CPU = "netwright-cpu";
    private static final String ND4J_CPU = "netwright-nd4j-cpu";
    private static final String GPU = "netwright-gpu";

    private PomAdvice() {}

    static List<String> lines(Facts facts) {
        Optional<String> platform = platform(facts.system());
        if (platform.isEmpty()) {
            return List.of("No engine has a native library for " + facts.system() + ".");
        }
        List<String> lines = new ArrayList<>();
        String artifact = lacksAvx2(facts) ? ND4J_CPU : CPU;
        lines.add("The engine for this machine, in a pom.xml:");
        lines.addAll(dependency(artifact));
        lines.add("and with Gradle:");
        lines.add("    runtimeOnly 'dev.netwright:" + artifact + "-" + platform.get() + ":" + Release.VERSION + "'");
        facts.gpus().gpus().stream()
                .filter(gpu -> CudaSupport.runsOn(gpu.major(), gpu.minor()))
                .findFirst()
                .ifPresent(gpu -> lines.addAll(cuda(gpu)));
        return lines;
    }

    private static List<String> cuda(Gpu gpu) {
        List<String> lines = new ArrayList<>();
        lines.add("For its " + gpu.name() + ", with CUDA 11.6 and cuDNN 8:");
        lines.addAll(dependency(GPU));
        return lines;
    }

    private static List<String> dependency(String artifact) {
        return List.of(
                "    <dependency>",
                "      <groupId>dev.netwright</groupId> <artifactId>" + artifact + "</artifactId> <version>"
                        + Release.VERSION + "</version>" + " <type>pom</type>",
                "    </dependency>");
    }

    /** oneDNN's kernels need AVX2, which a CPU has unless the system says otherwise. */
    private static boolean lacksAvx2(Facts facts) {
        return facts.processor()
                .instructions()
                .map(found -> !found.contains("avx2"))
                .orElse(false);
    }

    private static Optional<String> platform(String system) {
        String known = system.toLowerCase(Locale.ROOT);
        String bits = known.contains("aarch64") || known.contains("arm64")
                ? "arm64"
                : known.contains("amd64") || known.contains("x86_64") ? "x86_64" : "";
        if (bits.isEmpty()) {
            return Optional.empty();
        }
        if (known.startsWith("linux")) {
            return Optional.of("linux-" + bits);
        }
        if (known.startsWith("mac")) {
            return Optional.of("macosx-" + bits);
        }
        return known.startsWith("windows") && bits.equals("x86_64") ? Optional.of("windows-x86_64") : Optional.empty();
    }
}
