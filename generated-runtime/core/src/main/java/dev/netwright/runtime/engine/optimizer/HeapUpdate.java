package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import dev.netwright.runtime.machine.ThreadCount;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A step over vectors in pieces on the heap. Each value is computed by itself, so results don't depend on the number of
 * threads. A step allocates nothing that grows with the vectors.
 */
public final class HeapUpdate implements VectorUpdate {
    private final DirectVector values;
    private final DirectVector gradients;
    private final List<DirectVector> states;
    private final float l2;
    private final Formula formula;
    private final PieceLoop pieces;

    private HeapUpdate(
            UpdateRule rule,
            double l2,
            DirectVector values,
            DirectVector gradients,
            List<DirectVector> states,
            int threads) {
        this.values = values;
        this.gradients = gradients;
        this.states = List.copyOf(states);
        this.l2 = (float) l2;
        formula = Formula.of(rule);
        pieces = new PieceLoop(values.length(), threads, Piece::new);
    }

    /**
     * Binds a rule's step, after {@code g = g + l2 p}, on as many threads as the process's kernels use. The gradients
     * don't change unless the rule is a {@link UpdateRule.Custom}.
     *
     * @param rule the optimizer's formula
     * @param l2 coupled weight decay, at least 0
     * @param length floats of the parameters
     * @param values the parameters
     * @param gradients as long as the parameters
     * @param states zeros: one vector of each kind, as long as the parameters, one after another
     * @return the step over these vectors
     * @throws IllegalArgumentException if a custom rule's vectors are too long for one buffer
     */
    public static VectorUpdate of(
            UpdateRule rule,
            double l2,
            long length,
            DirectVector.Memory values,
            DirectVector.Memory gradients,
            DirectVector.Memory states) {
        return of(
                rule,
                l2,
                length,
                values,
                gradients,
                states,
                ThreadCount.present().threads());
    }

    static VectorUpdate of(
            UpdateRule rule,
            double l2,
            long length,
            DirectVector.Memory values,
            DirectVector.Memory gradients,
            DirectVector.Memory states,
            int threads) {
        DirectVector p = DirectVector.of(length, values);
        DirectVector g = DirectVector.of(length, gradients);
        if (rule instanceof UpdateRule.Custom custom) {
            FloatBuffer kept = DirectVector.of(rule.states() * length, states).whole("the states of " + rule);
            return DecayedUpdate.of(custom, l2, p.whole("the parameters"), g.whole("the gradients"), kept);
        }
        List<DirectVector> parts = new ArrayList<>();
        for (int part = 0; part < rule.states(); part++) {
            long start = part * length;
            parts.add(DirectVector.of(length, (first, count) -> states.floats(start + first, count)));
        }
        return rule instanceof UpdateRule.Lamb lamb
                ? new LambUpdate(lamb, l2, p, g, parts, threads)
                : new HeapUpdate(rule, l2, p, g, parts, threads);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        formula.begin(learningRate, iteration + 1);
        pieces.run();
    }

    /** A piece of each vector. */
    private final class Piece implements PieceLoop.Work {
        private final float[] p = new float[PieceLoop.longestPiece(values.length())];
        private final float[] g = new float[PieceLoop.longestPiece(values.length())];
        private final float[][] s = new float[states.size()][PieceLoop.longestPiece(values.length())];

        @Override
        public void change(long first, int count) {
            values.read(first, p, count);
            gradients.read(first, g, count);
            for (int part = 0; part < s.length; part++) {
                states.get(part).read(first, s[part], count);
            }
            if (l2 != 0) {
                for (int i = 0; i < count; i++) {
                    g[i] += l2 * p[i];
                }
            }
            formula.apply(p, g, s, count);
            values.write(first, p, count);
            for (int part = 0; part < s.length; part++) {
                states.get(part).write(first, s[part], count);
            }
        }
    }
}
