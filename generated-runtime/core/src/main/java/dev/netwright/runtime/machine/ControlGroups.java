package dev.netwright.runtime.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The memory limits of this process's control groups, from its own group up to the root; all of them apply. Supports
 * both versions of Linux control groups, at the mount points listed in {@code mountinfo}.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">cgroup v2</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/memory.html">cgroup v1</a>
 */
final class ControlGroups {
    /** Version 1 writes the largest multiple of a page if there is no limit; no machine has as much memory. */
    private static final long NO_LIMIT = 1L << 60;

    private static final int MOUNT_ROOT = 3;
    private static final int MOUNT_POINT = 4;

    private final Path root;

    /** The control groups of a system whose files are below {@code root}. */
    ControlGroups(Path root) {
        this.root = root;
    }

    /** The files of one version: limit, usage, and reclaimable memory in {@code memory.stat}. */
    private enum Version {
        ONE("memory.limit_in_bytes", "memory.usage_in_bytes", "total_"),
        TWO("memory.max", "memory.current", "");

        private final String limit;
        private final String usage;
        private final String prefix;

        Version(String limit, String usage, String prefix) {
            this.limit = limit;
            this.usage = usage;
            this.prefix = prefix;
        }
    }

    /** A mounted hierarchy: its root, which a container sees as {@code /}, and its mount point. */
    private record Mount(Version version, String root, Path point) {}

    List<MemoryLimit> memoryLimits() {
        List<MemoryLimit> limits = new ArrayList<>();
        for (Mount mount : mounts()) {
            group(mount.version).ifPresent(group -> addLimits(mount, group, limits));
        }
        return limits;
    }

    private void addLimits(Mount mount, String group, List<MemoryLimit> limits) {
        Path folder = mount.point.resolve(relative(mount.root, group));
        if (!Files.isDirectory(folder)) {
            folder = mount.point;
        }
        while (folder != null && folder.startsWith(mount.point)) {
            limit(mount, folder).ifPresent(limits::add);
            folder = folder.getParent();
        }
    }

    /** A group's path below a mount whose root may be further down. */
    private static String relative(String mountRoot, String group) {
        String below =
                !mountRoot.equals("/") && group.startsWith(mountRoot) ? group.substring(mountRoot.length()) : group;
        return below.startsWith("/") ? below.substring(1) : below;
    }

    private Optional<MemoryLimit> limit(Mount mount, Path folder) {
        OptionalLong bytes = number(folder.resolve(mount.version.limit));
        OptionalLong usage = number(folder.resolve(mount.version.usage));
        if (bytes.isEmpty() || usage.isEmpty() || bytes.getAsLong() >= NO_LIMIT) {
            return Optional.empty();
        }
        long used = Math.max(0, usage.getAsLong() - reclaimable(mount.version, folder.resolve("memory.stat")));
        return Optional.of(new MemoryLimit(
                "cgroup /" + mount.point.relativize(folder), bytes.getAsLong(), used, MemoryLimit.Kind.RESIDENT));
    }

    /** The cache of files that no process has mapped; the kernel reclaims it before it kills a process. */
    private long reclaimable(Version version, Path file) {
        Map<String, Long> stat = lines(file).stream()
                .map(line -> line.split(" ", 2))
                .filter(pair -> pair.length == 2 && pair[1].matches("\\d{1,18}"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1]), (first, second) -> first));
        long cached = stat.getOrDefault(version.prefix + "inactive_file", 0L)
                + stat.getOrDefault(version.prefix + "active_file", 0L);
        long mapped = stat.getOrDefault(version == Version.ONE ? "total_mapped_file" : "file_mapped", 0L);
        return Math.max(0, cached - mapped);
    }

    /** The lines are {@code id parent device root point options... - type source options}. */
    private List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        for (String line : lines(root.resolve("proc/self/mountinfo"))) {
            String[] halves = line.split(" - ", 2);
            String[] before = halves[0].split(" ", -1);
            if (halves.length < 2 || before.length <= MOUNT_POINT) {
                continue;
            }
            Path point = root.resolve(before[MOUNT_POINT].substring(1));
            String[] after = halves[1].split(" ", -1);
            if (after[0].equals("cgroup2")) {
                mounts.add(new Mount(Version.TWO, before[MOUNT_ROOT], point));
            } else if (after[0].equals("cgroup")
                    && Stream.of(after[after.length - 1].split(",", -1)).anyMatch("memory"::equals)) {
                mounts.add(new Mount(Version.ONE, before[MOUNT_ROOT], point));
            }
        }
        return mounts;
    }

    /** The lines are {@code id:controllers:path}; version 2 has the id 0 and no controllers. */
    private Optional<String> group(Version version) {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .filter(parts -> version == Version.TWO
                        ? parts[0].equals("0") && parts[1].isEmpty()
                        : List.of(parts[1].split(",", -1)).contains("memory"))
                .map(parts -> parts[2])
                .findFirst();
    }

    private static OptionalLong number(Path file) {
        return lines(file).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,19}"))
                .mapToLong(Long::parseUnsignedLong)
                .map(value -> value < 0 ? Long.MAX_VALUE : value)
                .findFirst();
    }

    /** The file's lines; none if it doesn't exist or isn't readable. */
    static List<String> lines(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
