package dev.netwright.runtime.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the memory limits of this process: control groups, resource limits, and the machine's available memory. */
final class MemoryLimits {
    private static final long KIBI = 1024;
    private static final int SOFT_LIMIT = 0;

    private final Path root;

    private MemoryLimits(Path root) {
        this.root = root;
    }

    /** The limits of this process. */
    static List<MemoryLimit> present() {
        List<MemoryLimit> limits = below(Path.of("/"));
        return limits.isEmpty() ? withoutFiles() : limits;
    }

    /** The limits in the Linux files below {@code root}; empty if there are no such files. */
    static List<MemoryLimit> below(Path root) {
        MemoryLimits system = new MemoryLimits(root);
        List<MemoryLimit> limits = new ArrayList<>(new ControlGroups(root).memoryLimits());
        system.machine().ifPresent(limits::add);
        system.commitLimit().ifPresent(limits::add);
        system.resource("Max address space", "ulimit -v", "VmSize", MemoryLimit.Kind.ADDRESSES)
                .ifPresent(limits::add);
        system.resource("Max data size", "ulimit -d", "VmData", MemoryLimit.Kind.COMMITTED)
                .ifPresent(limits::add);
        return limits;
    }

    private Optional<MemoryLimit> machine() {
        Path file = root.resolve("proc/meminfo");
        OptionalLong total = kibibytes(file, "MemTotal");
        OptionalLong available = kibibytes(file, "MemAvailable");
        if (total.isEmpty() || available.isEmpty()) {
            return Optional.empty();
        }
        long swap = kibibytes(file, "SwapTotal").orElse(0);
        long freeSwap = kibibytes(file, "SwapFree").orElse(0);
        long all = total.getAsLong() + swap;
        return Optional.of(new MemoryLimit(
                "this machine", all, all - available.getAsLong() - freeSwap, MemoryLimit.Kind.RESIDENT));
    }

    /** The limit of a machine that doesn't overcommit: {@code vm.overcommit_memory = 2}. */
    private Optional<MemoryLimit> commitLimit() {
        boolean isStrict = ControlGroups.lines(root.resolve("proc/sys/vm/overcommit_memory")).stream()
                .anyMatch(line -> line.strip().equals("2"));
        Path file = root.resolve("proc/meminfo");
        OptionalLong limit = kibibytes(file, "CommitLimit");
        OptionalLong committed = kibibytes(file, "Committed_AS");
        return isStrict && limit.isPresent() && committed.isPresent()
                ? Optional.of(new MemoryLimit(
                        "vm.overcommit_memory = 2 of this machine",
                        limit.getAsLong(),
                        committed.getAsLong(),
                        MemoryLimit.Kind.COMMITTED))
                : Optional.empty();
    }

    private Optional<MemoryLimit> resource(String row, String name, String use, MemoryLimit.Kind kind) {
        Optional<Long> bytes = ControlGroups.lines(root.resolve("proc/self/limits")).stream()
                .filter(line -> line.startsWith(row))
                .map(line -> line.substring(row.length()).strip().split("\\s+", -1)[SOFT_LIMIT])
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
        OptionalLong used = kibibytes(root.resolve("proc/self/status"), use);
        return bytes.isPresent() && used.isPresent()
                ? Optional.of(new MemoryLimit(name, bytes.get(), used.getAsLong(), kind))
                : Optional.empty();
    }

    /** The lines are {@code key: number kB}. */
    private static OptionalLong kibibytes(Path file, String key) {
        return ControlGroups.lines(file).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).replaceAll("\\D", ""))
                .filter(number -> !number.isEmpty())
                .mapToLong(number -> Long.parseLong(number) * KIBI)
                .findFirst();
    }

    /** On other systems Java knows the machine's total memory, but not how much of it is available. */
    private static List<MemoryLimit> withoutFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? List.of(new MemoryLimit("this machine", system.getTotalMemorySize(), 0, MemoryLimit.Kind.RESIDENT))
                : List.of();
    }
}
