package dev.netwright.onednn.library;

import dev.netwright.runtime.machine.ThreadCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Gives every thread that calls oneDNN {@link ThreadCount#present} OpenMP threads. OpenMP keeps that number for each calling thread; where its
 * own default is the same, nothing is called.
 */
public final class KernelThreads {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed:";

    private static final ThreadLocal<Boolean> IS_SET = ThreadLocal.withInitial(() -> false);
    private static final boolean IS_DEFAULT = defaultOf(System.getenv(), allowedProcessors())
            .equals(OptionalInt.of(ThreadCount.present().threads()));

    /** How often each thread has left the team without joining it again. */
    private static final ThreadLocal<int[]> LEAVES = ThreadLocal.withInitial(() -> new int[1]);

    private KernelThreads() {}

    /** To be called on a thread before it plans or calls primitives. */
    public static void enter() {
        if (!IS_DEFAULT && !IS_SET.get()) {
            OpenMp.omp_set_num_threads(ThreadCount.present().threads());
            IS_SET.set(true);
        }
    }

    /** Whether {@link #leaveTeam} can be called: with several threads it needs JNA, whose library may have no folder to unpack to. */
    public static boolean canLeaveTeam() {
        return ThreadCount.present().threads() == 1 || isOpenMpLoaded();
    }

    private static boolean isOpenMpLoaded() {
        try {
            OpenMp.load();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Has this thread call primitives without OpenMP's other threads, until it has joined the team as often as it has left it. */
    public static void leaveTeam() {
        int[] leaves = LEAVES.get();
        if (leaves[0] == 0 && ThreadCount.present().threads() > 1) {
            OpenMp.omp_set_num_threads(1);
        }
        leaves[0]++;
    }

    /** Has this thread call primitives with OpenMP's other threads again, so that other libraries find OpenMP as it was. */
    public static void joinTeam() {
        int[] leaves = LEAVES.get();
        leaves[0]--;
        if (leaves[0] == 0 && ThreadCount.present().threads() > 1) {
            OpenMp.omp_set_num_threads(ThreadCount.present().threads());
        }
    }

    /** Does something that calls primitives without OpenMP's other threads. */
    public static void alone(Runnable work) {
        leaveTeam();
        try {
            work.run();
        } finally {
            joinTeam();
        }
    }

    /**
     * What OpenMP takes by itself: {@code OMP_NUM_THREADS}, of which the first number counts, else a thread for each processor of the
     * process's affinity, and {@code OMP_THREAD_LIMIT} at most. Control groups don't count.
     *
     * @param processors of the affinity; empty where the system doesn't say
     * @return empty if it isn't known
     */
    static OptionalInt defaultOf(Map<String, String> environment, OptionalInt processors) {
        OptionalInt asked =
                positive(environment.getOrDefault("OMP_NUM_THREADS", "").split(",", 2)[0]);
        OptionalInt threads = asked.isPresent() ? asked : processors;
        OptionalInt limit = positive(environment.getOrDefault("OMP_THREAD_LIMIT", ""));
        return threads.isPresent() && limit.isPresent()
                ? OptionalInt.of(Math.min(threads.getAsInt(), limit.getAsInt()))
                : threads;
    }

    private static OptionalInt positive(String text) {
        String number = text.strip();
        return number.matches("[1-9]\\d{0,5}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    /** Elsewhere than on Linux, OpenMP counts processors as Java does: there are no control groups. */
    private static OptionalInt allowedProcessors() {
        if (!Files.isReadable(STATUS)) {
            return OptionalInt.of(Runtime.getRuntime().availableProcessors());
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .mapToInt(line -> bits(line.substring(ALLOWED.length())))
                    .findFirst();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Bits of a mask as Linux writes it: hexadecimal words, separated by commas. */
    static int bits(String mask) {
        return mask.strip()
                .chars()
                .filter(digit -> digit != ',')
                .map(digit -> Integer.bitCount(Character.digit(digit, 16)))
                .sum();
    }
}
