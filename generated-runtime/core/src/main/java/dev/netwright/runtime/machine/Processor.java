package dev.netwright.runtime.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the system says of the processor.
 *
 * @param name its brand, or the architecture where the system doesn't tell
 * @param instructions those of {@code avx2}, {@code fma} and AVX-512's foundation and vector lengths that it has; absent where the system
 *     doesn't tell
 */
public record Processor(String name, Optional<List<String>> instructions) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final List<String> TOLD = List.of("avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512dq");
    private static final List<String> AVX512 = List.of("avx512f", "avx512bw", "avx512vl", "avx512dq");

    /** This machine's; only Linux tells more than the architecture. */
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
                    return TOLD.stream().filter(all::contains).toList();
                }));
    }

    private static Processor unknown() {
        return new Processor(System.getProperty("os.arch"), Optional.empty());
    }

    /** Whether it has all that oneDNN's and ND4J's AVX-512 code needs; empty where the system doesn't tell. */
    public Optional<Boolean> hasAvx512() {
        return instructions.map(found -> found.containsAll(AVX512));
    }

    /** This machine's architecture and, where Linux names them, the widest vectors that libraries choose their code by. */
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
