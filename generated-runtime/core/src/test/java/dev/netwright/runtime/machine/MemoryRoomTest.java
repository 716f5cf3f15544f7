package dev.netwright.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system is a tree of files, so that any system can be simulated. */
class MemoryRoomTest {
    private static final long MEBI = 1 << 20;
    private static final long NO_LIMIT = 9223372036854771712L;
    private static final MemoryRoom.Heap SMALL_HEAP = new MemoryRoom.Heap(40 * MEBI, 60 * MEBI, 200 * MEBI);

    @TempDir
    private Path root;

    @BeforeEach
    void aMachineWithSixteenGibibytes() throws IOException {
        write("proc/meminfo", """
                MemTotal:       16777216 kB
                MemFree:         1048576 kB
                MemAvailable:   10485760 kB
                SwapTotal:       2097152 kB
                SwapFree:        1048576 kB
                CommitLimit:     8388608 kB
                Committed_AS:    8384512 kB
                """);
        write("proc/sys/vm/overcommit_memory", "0\n");
        write("proc/self/status", """
                VmSize:  3145728 kB
                VmData:   524288 kB
                """);
        limits("unlimited", "unlimited");
    }

    @AfterEach
    void forgetTheChoice() {
        System.clearProperty(MemoryRoom.PROPERTY);
    }

    @Test
    void withoutAnyLimitTheMachinesFreeMemoryIsWhatThereIs() {
        assertThat(MemoryLimits.below(root))
                .containsExactly(
                        new MemoryLimit("this machine", 18 * 1024 * MEBI, 7 * 1024 * MEBI, MemoryLimit.Kind.RESIDENT));
    }

    /** Its own group, and a tighter one above it; reclaimable memory isn't in use. */
    @Test
    void everyGroupOfVersion2Holds() throws IOException {
        write("proc/self/cgroup", "0::/jobs/seven\n");
        write(
                "proc/self/mountinfo",
                "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
        write("sys/fs/cgroup/jobs/memory.max", 600 * MEBI + "\n");
        write("sys/fs/cgroup/jobs/memory.current", 500 * MEBI + "\n");
        write(
                "sys/fs/cgroup/jobs/memory.stat",
                "anon 1\nfile_mapped " + 100 * MEBI + "\ninactive_file " + 150 * MEBI + "\nactive_file " + 50 * MEBI
                        + "\n");
        write("sys/fs/cgroup/jobs/seven/memory.max", "max\n");
        write("sys/fs/cgroup/jobs/seven/memory.current", "1\n");
        assertThat(MemoryLimits.below(root))
                .contains(new MemoryLimit("cgroup /jobs", 600 * MEBI, 400 * MEBI, MemoryLimit.Kind.RESIDENT));
        MemoryRoom room = MemoryRoom.tightest(MemoryLimits.below(root), SMALL_HEAP, true);
        // 200 are left; the heap may grow by 160 and its tables by 10.
        assertThat(room.bytes()).isZero();
        assertThat(MemoryRoom.tightest(MemoryLimits.below(root), SMALL_HEAP, false)
                        .bytes())
                .isEqualTo(30 * MEBI);
        assertThat(room.reason())
                .isEqualTo("cgroup /jobs has 600 MiB, of which 400 MiB are in use and 266 MiB are kept for the JVM,"
                        + " whose heap may grow to 200 MiB");
    }

    /** A container sees its own group as the root of what is mounted. */
    @Test
    void aGroupOfVersion1IsFoundBehindTheRootOfItsMount() throws IOException {
        write("proc/self/cgroup", "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n0::/\n");
        write("proc/self/mountinfo", """
                40 30 0:33 /docker/abc /sys/fs/cgroup/memory ro master:16 - cgroup cgroup rw,memory
                41 30 0:34 /docker/abc /sys/fs/cgroup/cpu ro master:17 - cgroup cgroup rw,cpu,cpuacct
                """);
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", 300 * MEBI + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", 90 * MEBI + "\n");
        write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file " + 10 * MEBI + "\n");
        assertThat(MemoryLimits.below(root))
                .contains(new MemoryLimit("cgroup /", 300 * MEBI, 80 * MEBI, MemoryLimit.Kind.RESIDENT));
    }

    @Test
    void version1sLargestNumberIsNoLimit() throws IOException {
        write("proc/self/cgroup", "5:memory:/\n");
        write("proc/self/mountinfo", "40 30 0:33 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", NO_LIMIT + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1\n");
        assertThat(MemoryLimits.below(root)).hasSize(1);
    }

    @Test
    void addressesAndDataOfTheProcessAreLimits() throws IOException {
        limits("4096000000", "1073741824");
        assertThat(MemoryLimits.below(root))
                .contains(
                        new MemoryLimit("ulimit -v", 4_096_000_000L, 3072 * MEBI, MemoryLimit.Kind.ADDRESSES),
                        new MemoryLimit("ulimit -d", 1024 * MEBI, 512 * MEBI, MemoryLimit.Kind.COMMITTED));
        // The heap's addresses are reserved from the start: 834 are left for anything else.
        List<MemoryLimit> addresses = MemoryLimits.below(root).stream()
                .filter(limit -> limit.kind() == MemoryLimit.Kind.ADDRESSES)
                .toList();
        assertThat(MemoryRoom.tightest(addresses, SMALL_HEAP, false).bytes()).isEqualTo(4_096_000_000L - 3072 * MEBI);
    }

    @Test
    void aMachineThatPromisesNoMoreThanItHasIsALimit() throws IOException {
        write("proc/sys/vm/overcommit_memory", "2\n");
        assertThat(MemoryLimits.below(root))
                .contains(new MemoryLimit(
                        "vm.overcommit_memory = 2 of this machine",
                        8192 * MEBI,
                        8188 * MEBI,
                        MemoryLimit.Kind.COMMITTED));
    }

    @Test
    void filesOfAnotherFormAreNoLimits() throws IOException {
        write("proc/self/cgroup", "nonsense\n0::/x\n");
        write("proc/self/mountinfo", "short\n30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/memory.max", "-3\n");
        write("proc/meminfo", "MemTotal: much\n");
        write("proc/self/limits", "Max address space\n");
        assertThat(MemoryLimits.below(root)).isEmpty();
    }

    /** The property replaces estimates, but not limits that the system enforces. */
    @Test
    void theChoiceReplacesWhatIsFoundOut() {
        System.setProperty(MemoryRoom.PROPERTY, "123");
        assertThat(MemoryRoom.forRun()).isEqualTo(new MemoryRoom(123, "-Dnetwright.memory says so"));
        System.setProperty(MemoryRoom.PROPERTY, "much");
        assertThatThrownBy(MemoryRoom::forRun)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dnetwright.memory must be a whole number of bytes, found 'much'");
    }

    @Test
    void anArrayThatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> MemoryRoom.require("the answers", 1L << 50))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageStartingWith("the answers take 1073741824 MiB of native memory, but ")
                .hasMessageContaining(" are available: ")
                .hasMessageEndingWith(
                        "; choose a smaller batch with Training.batch(...), close networks that are no longer used, give java a"
                                + " smaller -Xmx, or raise the limit");
    }

    private void limits(String addresses, String data) throws IOException {
        write("proc/self/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max cpu time              unlimited            unlimited            seconds
                Max data size             %-20s unlimited            bytes
                Max address space         %-20s unlimited            bytes
                """.formatted(data, addresses));
    }

    private void write(String file, String text) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
