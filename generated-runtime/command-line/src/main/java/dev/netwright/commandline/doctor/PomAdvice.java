package dev.netwright.commandline.doctor;

import dev.netwright.runtime.machine.Gpu;
import dev.netwright.runtime.nd4j.CudaSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The properties for the POM of Netwright's README on a machine. */
final class PomAdvice {
    private PomAdvice() {}

    static List<String> lines(Facts facts) {
        Optional<String> platform = platform(facts.system());
        if (platform.isEmpty()) {
            return List.of("ND4J has no native library for " + facts.system() + ".");
        }
        List<String> lines = new ArrayList<>();
        lines.add("For the pom.xml of README on this machine:");
        lines.addAll(properties("nd4j-native", cpuClassifier(platform.get(), facts), platform.get()));
        if (facts.processor().hasAvx512().orElse(false)) {
            lines.add("Its CPU also runs the classifier " + platform.get()
                    + "-onednn-avx512, which ends the JVM on a CPU without AVX-512.");
        }
        facts.gpus().gpus().stream()
                .filter(gpu -> CudaSupport.runsOn(gpu.major(), gpu.minor()))
                .findFirst()
                .ifPresent(gpu -> lines.addAll(cuda(platform.get(), gpu)));
        return lines;
    }

    private static List<String> cuda(String platform, Gpu gpu) {
        List<String> lines = new ArrayList<>();
        lines.add("For the GPU " + gpu.name() + ", with CUDA 11.6 and cuDNN 8:");
        lines.addAll(properties("nd4j-cuda-11.6", platform + "-cudnn", platform));
        return lines;
    }

    private static List<String> properties(String backend, String classifier, String platform) {
        return List.of(
                "    <nd4j.backend>" + backend + "</nd4j.backend>",
                "    <nd4j.classifier>" + classifier + "</nd4j.classifier>",
                "    <onednn.classifier>" + platform + "</onednn.classifier>");
    }

    /** Only x86 has classifiers with oneDNN, which need AVX2; a CPU without AVX2 gets the plain classifier. */
    private static String cpuClassifier(String platform, Facts facts) {
        boolean lacksAvx2 = facts.processor()
                .instructions()
                .map(found -> !found.contains("avx2"))
                .orElse(false);
        return platform.endsWith("-x86_64") && !lacksAvx2 ? platform + "-onednn-avx2" : platform;
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
