package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.ParameterVector;
import dev.netwright.runtime.machine.ThreadCount;

/** A vector in the process's own memory, combined with others in pieces on the heap. */
public final class HeapVector implements ParameterVector {
    private final DirectVector vector;
    private final Runnable onChange;
    private final Runnable onClose;
    private final PieceLoop pieces;
    private DirectVector other;
    private boolean approaches;
    private float own;
    private float factor;

    private HeapVector(DirectVector vector, Runnable onChange, Runnable onClose, int threads) {
        this.vector = vector;
        this.onChange = onChange;
        this.onClose = onClose;
        other = vector;
        pieces = new PieceLoop(vector.length(), threads, Piece::new);
    }

    /**
     * A vector over memory, computed by as many threads as the process's kernels use.
     *
     * @param length floats of the vector
     * @param memory at least as long
     * @param onChange called after each change
     * @param onClose frees the memory, if the vector owns it
     * @return the vector
     */
    public static HeapVector of(long length, DirectVector.Memory memory, Runnable onChange, Runnable onClose) {
        return new HeapVector(
                DirectVector.of(length, memory),
                onChange,
                onClose,
                ThreadCount.present().threads());
    }

    @Override
    public void combine(double ownFactor, double otherFactor, ParameterVector added) {
        run(added, false, ownFactor, otherFactor);
    }

    @Override
    public void approach(ParameterVector target, double share) {
        run(target, true, 1, share);
    }

    private void run(ParameterVector with, boolean isApproach, double ownFactor, double otherFactor) {
        if (!(with instanceof HeapVector known) || known.vector.length() != vector.length()) {
            throw new IllegalArgumentException(
                    "expected a vector of " + vector.length() + " floats of the same kernels, found " + with);
        }
        other = known.vector;
        approaches = isApproach;
        own = (float) ownFactor;
        factor = (float) otherFactor;
        pieces.run();
        onChange.run();
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public String toString() {
        return "a vector of " + vector.length() + " floats";
    }

    /** A piece of both vectors. */
    private final class Piece implements PieceLoop.Work {
        private final float[] x = new float[PieceLoop.longestPiece(vector.length())];
        private final float[] y = new float[PieceLoop.longestPiece(vector.length())];

        @Override
        public void change(long first, int count) {
            other.read(first, y, count);
            if (own == 0) {
                replace(count);
            } else {
                vector.read(first, x, count);
                if (approaches) {
                    step(count);
                } else {
                    add(count);
                }
            }
            vector.write(first, x, count);
        }

        private void replace(int count) {
            for (int i = 0; i < count; i++) {
                x[i] = factor * y[i];
            }
        }

        private void step(int count) {
            for (int i = 0; i < count; i++) {
                x[i] += factor * (y[i] - x[i]);
            }
        }

        private void add(int count) {
            for (int i = 0; i < count; i++) {
                x[i] = own * x[i] + factor * y[i];
            }
        }
    }
}
