package dev.netwright.runtime.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor as the system describes it.
 *
 * @param name the brand, or the architecture if the system doesn't say more
 * @param instructions instruction sets among {@code avx2}, {@code fma} and AVX-512's foundation and vector lengths;
 *     empty if the system doesn't say
 */
public record Processor(String name, Optional<List<String>> instructions) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final List<String> REPORTED = List.of("avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512dq");
    private static final List<String> AVX512 = List.of("avx512f", "avx512bw", "avx512vl", "avx512dq");

    /**
     * This machine's processor. Only Linux says more than the architecture.
     *
     * @return the processor
     */
    public static Processor present() {
        try {
            return Files.isReadable(CPUINFO) ? of(Files.readAllLines(CPUINFO)) : unknown();
        } catch (IOException e) {
            return unknown();
        }
    }

    static Processor of(List<String> cpuinfo) {
        return new Processor(
                value(cpuinfo, "model name").orElse(System.getProperty("os.arch")),
                value(cpuinfo, "flags").map(flags -> {
                    List<String> all = List.of(flags.split(" ", -1));
                    return REPORTED.stream().filter(all::contains).toList();
                }));
    }

    private static Processor unknown() {
        return new Processor(System.getProperty("os.arch"), Optional.empty());
    }

    /**
     * Whether the processor has the AVX-512 instructions that oneDNN and ND4J need.
     *
     * @return empty if the system doesn't say
     */
    public Optional<Boolean> hasAvx512() {
        return instructions.map(found -> found.containsAll(AVX512));
    }

    /**
     * This machine's architecture and the widest vectors that libraries choose their code by; only Linux names the
     * vectors.
     *
     * @return such as {@code amd64 with avx2}
     */
    public static String presentVectors() {
        String architecture = System.getProperty("os.arch", "unknown");
        try (Stream<String> lines = Files.lines(CPUINFO)) {
            String flags =
                    lines.filter(line -> line.startsWith("flags")).findFirst().orElse("");
            return Stream.of("avx512f", "avx2", "avx")
                    .filter(flags::contains)
                    .findFirst()
                    .map(widest -> architecture + " with " + widest)
                    .orElse(architecture);
        } catch (IOException | UncheckedIOException e) {
            return architecture;
        }
    }

    private static Optional<String> value(List<String> cpuinfo, String key) {
        return cpuinfo.stream()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .flatMap(parts -> Stream.of(parts[1].strip()))
                .findFirst();
    }
}
