package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.util.List;

/**
 * {@link UpdateRule.Lamb} for the values of one tensor. A first pass moves the moments and adds up the squares of the
 * parameters and of their directions; a second pass computes each direction again, from the moments, and goes along it.
 * Squares are added in double within each piece, and the pieces' sums in their order, so that results don't depend on
 * the number of threads.
 */
final class LambUpdate implements VectorUpdate {
    private final UpdateRule.Lamb rule;
    private final float l2;
    private final DirectVector values;
    private final DirectVector gradients;
    private final DirectVector firstMoments;
    private final DirectVector secondMoments;
    private final PieceLoop measuring;
    private final PieceLoop moving;
    private final double[] valueSquares;
    private final double[] directionSquares;
    private float firstCorrection;
    private float secondCorrection;
    private float rate;

    LambUpdate(
            UpdateRule.Lamb rule,
            double l2,
            DirectVector values,
            DirectVector gradients,
            List<DirectVector> states,
            int threads) {
        this.rule = rule;
        this.l2 = (float) l2;
        this.values = values;
        this.gradients = gradients;
        firstMoments = states.get(0);
        secondMoments = states.get(1);
        measuring = new PieceLoop(values.length(), threads, Measurement::new);
        moving = new PieceLoop(values.length(), threads, Move::new);
        int pieces = Math.toIntExact((values.length() + PieceLoop.PIECE - 1) / PieceLoop.PIECE);
        valueSquares = new double[pieces];
        directionSquares = new double[pieces];
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        firstCorrection = (float) (1 / (1 - Math.pow(rule.beta1(), iteration + 1)));
        secondCorrection = (float) (1 / (1 - Math.pow(rule.beta2(), iteration + 1)));
        measuring.run();
        rate = (float) (learningRate * UpdateRule.Lamb.trust(sum(valueSquares), sum(directionSquares)));
        moving.run();
    }

    private static double sum(double... squares) {
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return sum;
    }

    /** Leaves the direction in {@code u}. */
    private void direct(float[] p, float[] m, float[] v, float[] u, int count) {
        float epsilon = (float) rule.epsilon();
        float decay = (float) rule.decay();
        for (int i = 0; i < count; i++) {
            u[i] = firstCorrection * m[i] / ((float) Math.sqrt(secondCorrection * v[i]) + epsilon) + decay * p[i];
        }
    }

    private static double squares(float[] numbers, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) numbers[i] * numbers[i];
        }
        return sum;
    }

    /** The arrays of one thread. */
    private abstract class Piece implements PieceLoop.Work {
        final float[] p = new float[PieceLoop.longestPiece(values.length())];
        final float[] u = new float[PieceLoop.longestPiece(values.length())];
        final float[] m = new float[PieceLoop.longestPiece(values.length())];
        final float[] v = new float[PieceLoop.longestPiece(values.length())];

        void read(long first, int count) {
            values.read(first, p, count);
            firstMoments.read(first, m, count);
            secondMoments.read(first, v, count);
        }
    }

    private final class Measurement extends Piece {
        private final float[] g = new float[PieceLoop.longestPiece(values.length())];

        @Override
        public void change(long first, int count) {
            read(first, count);
            gradients.read(first, g, count);
            if (l2 != 0) {
                for (int i = 0; i < count; i++) {
                    g[i] += l2 * p[i];
                }
            }
            Moments.move(m, v, g, rule.beta1(), rule.beta2(), count);
            direct(p, m, v, u, count);
            int piece = (int) (first / PieceLoop.PIECE);
            valueSquares[piece] = squares(p, count);
            directionSquares[piece] = squares(u, count);
            firstMoments.write(first, m, count);
            secondMoments.write(first, v, count);
        }
    }

    private final class Move extends Piece {
        @Override
        public void change(long first, int count) {
            read(first, count);
            direct(p, m, v, u, count);
            for (int i = 0; i < count; i++) {
                p[i] -= rate * u[i];
            }
            values.write(first, p, count);
        }
    }
}
