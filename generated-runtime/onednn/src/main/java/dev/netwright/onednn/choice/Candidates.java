package dev.netwright.onednn.choice;

import dev.netwright.plan.onednn.CostTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive_desc_base;
import org.jspecify.annotations.Nullable;

/**
 * Ways of computing one primitive, each with its cost by {@link CostTable}: the cheapest of those that the library has is taken; of
 * equally cheap ones the first.
 *
 * @param <D> kind of the descriptions
 */
public final class Candidates<D extends primitive_desc_base> {
    /** Names a way to be preferred whatever it costs, to measure it. */
    static final String PROPERTY = "netwright.way";

    private final List<Candidate<D>> candidates = new ArrayList<>();
    private final List<Supplier<Optional<D>>> lastResorts = new ArrayList<>();

    /**
     * One of them.
     *
     * @param microseconds for the primitive and every change of layout that it needs
     * @param request a description of the library's code for it, or nothing if there is none
     */
    private record Candidate<D>(Way way, double microseconds, Supplier<Optional<D>> request) {
        boolean isPreferred() {
            return Candidates.isPreferred(way.name());
        }
    }

    /** Whether a way is to be taken whatever it costs. */
    public static boolean isPreferred(String way) {
        return way.equalsIgnoreCase(System.getProperty(PROPERTY));
    }

    /** Whether any way is to be taken whatever it costs, so that the table's own choice among others doesn't count. */
    public static boolean isAnyPreferred() {
        return System.getProperty(PROPERTY) != null;
    }

    /** Adds a way and its cost in microseconds. */
    public Candidates<D> or(Way way, double microseconds, Supplier<Optional<D>> request) {
        candidates.add(new Candidate<>(way, microseconds, request));
        return this;
    }

    /** Adds a request that leaves the library a choice, for when it has nothing of what the table knows. */
    public Candidates<D> orElse(Supplier<Optional<D>> request) {
        lastResorts.add(request);
        return this;
    }

    /**
     * The cheapest.
     *
     * @throws IllegalStateException if the library has no code at all
     */
    public D cheapest() {
        D slow = null;
        List<Candidate<D>> byCost = candidates.stream()
                .sorted(Comparator.<Candidate<D>>comparingInt(candidate -> candidate.isPreferred() ? 0 : 1)
                        .thenComparingDouble(Candidate::microseconds))
                .toList();
        for (Candidate<D> candidate : byCost) {
            D answer = candidate.request().get().orElse(null);
            if (answer != null && candidate.way().accepts(answer)) {
                return answer;
            }
            slow = faster(slow, answer);
        }
        for (Supplier<Optional<D>> request : lastResorts) {
            slow = faster(slow, request.get().orElse(null));
        }
        if (slow == null) {
            throw new IllegalStateException("oneDNN has no code for a primitive");
        }
        return slow;
    }

    /** Of two answers that nobody asked for the better kind of code. */
    private static <D extends primitive_desc_base> @Nullable D faster(@Nullable D first, @Nullable D second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return Code.of(second).isBetterThan(Code.of(first)) ? second : first;
    }
}
