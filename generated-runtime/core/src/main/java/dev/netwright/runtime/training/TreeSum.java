package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.ParameterVector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sum of vectors that come one after the other in the same memory, added along a binary tree: the first half, then
 * the second, each summed in the same way, where a half is the largest power of two below the number of vectors. The
 * tree depends on the number alone. Whoever computes a whole subtree gets the same bits for it, so the vectors may come
 * from one process or from several. Memory: one vector for each level below the root.
 */
final class TreeSum implements AutoCloseable {
    private final ParameterVector arriving;
    private final List<ParameterVector> subtrees = new ArrayList<>();
    private int arrived;

    /**
     * A sum of at most so many vectors.
     *
     * @param arriving where each vector comes, and where the sum is at the end
     * @param most number of vectors, at least 1
     * @param memory allocates a vector
     */
    TreeSum(ParameterVector arriving, int most, Supplier<ParameterVector> memory) {
        this.arriving = arriving;
        try {
            for (int level = 0; level < levels(most); level++) {
                subtrees.add(memory.get());
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Number of vectors that a sum of {@code most} needs memory for. */
    static int levels(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most - 1);
    }

    /** Adds the vector that has come, times a factor. */
    void add(double factor) {
        double own = factor;
        int level = 0;
        for (int full = arrived; (full & 1) == 1; full >>= 1) {
            arriving.combine(own, 1, subtrees.get(level++));
            own = 1;
        }
        subtrees.get(level).combine(0, own, arriving);
        arrived++;
    }

    /** Adds the last vector, times a factor, and leaves the sum where the vectors came. The next one begins a new sum. */
    void end(double factor) {
        double own = factor;
        for (int level = 0; level < subtrees.size(); level++) {
            if ((arrived >> level & 1) == 1) {
                arriving.combine(own, 1, subtrees.get(level));
                own = 1;
            }
        }
        arrived = 0;
    }

    /** Forgets the vectors so far. */
    void clear() {
        arrived = 0;
    }

    @Override
    public void close() {
        subtrees.forEach(ParameterVector::close);
    }
}
