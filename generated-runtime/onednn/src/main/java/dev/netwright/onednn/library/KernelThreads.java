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

    /** What OpenMP's number isn't known to be. */
    private static final int UNKNOWN = 0;

    private static final int INITIAL =
            defaultOf(System.getenv(), allowedProcessors()).orElse(UNKNOWN);

    /** The team that the calling thread has outside of tiles. */
    private static final ThreadLocal<Integer> TEAM = ThreadLocal.withInitial(() -> INITIAL);

    private KernelThreads() {}

    /** To be called on a thread before it plans or calls primitives. */
    public static void enter() {
        enter(ThreadCount.present().threads());
    }

    /** The same for primitives that are over before a second thread would have begun; only if {@link #canLeaveTeam}. */
    public static void enterAlone() {
        enter(1);
    }

    private static void enter(int threads) {
        if (TEAM.get() != threads) {
            OpenMp.omp_set_num_threads(threads);
            TEAM.set(threads);
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

    /** Has this thread call primitives without OpenMP's other threads, until {@link #joinTeam}. */
    public static void leaveTeam() {
        if (TEAM.get() != 1) {
            OpenMp.omp_set_num_threads(1);
        }
    }

    /** Has this thread call primitives with OpenMP's other threads again. */
    public static void joinTeam() {
        if (TEAM.get() != 1) {
            OpenMp.omp_set_num_threads(
                    TEAM.get() == UNKNOWN ? ThreadCount.present().threads() : TEAM.get());
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
