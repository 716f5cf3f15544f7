package dev.netwright.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the system says of this process. */
final class ThisProcess {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private ThisProcess() {}

    /** Threads that OpenMP, on which the kernel sets for CPUs run, may use. */
    static int threads() {
        return threads(System.getenv(), Runtime.getRuntime().availableProcessors());
    }

    /** {@code OMP_NUM_THREADS}, of which only the first number counts outside of nested regions, or else one for each processor. */
    static int threads(Map<String, String> environment, int processors) {
        String first =
                environment.getOrDefault("OMP_NUM_THREADS", "").split(",", 2)[0].strip();
        return first.matches("[1-9]\\d{0,5}") ? Integer.parseInt(first) : processors;
    }

    /** The most memory that was ever resident, native libraries, heap and buffers alike; only Linux tells. */
    static OptionalDouble peakMebibytes() {
        try {
            return Files.isReadable(STATUS) ? peakMebibytes(Files.readAllLines(STATUS)) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble peakMebibytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                .mapToDouble(kibibytes -> Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE)
                .findFirst();
    }
}
