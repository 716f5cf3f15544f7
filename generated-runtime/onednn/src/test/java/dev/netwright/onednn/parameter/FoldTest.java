package dev.netwright.onednn.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights with a norm's factors in them give the weights back bit by bit, or say that they can't. */
final class FoldTest {
    private static final int ROWS = 8;
    private static final int ROW = 1001;

    private final Random random = new Random(7);

    @Test
    void weightsOfAllSizesComeBackBitByBit() {
        for (int round = 0; round < 200; round++) {
            float[] factors = values(ROWS, 20);
            float[] weights = values(ROWS * ROW, 20);

            assertThat(broughtBack(weights, factors)).as("round " + round).isEqualTo(weights);
        }
    }

    @Test
    void weightsBesidePowersOfTwoComeBackBitByBit() {
        float[] factors = values(ROWS, 3);
        float[] weights = new float[ROWS * ROW];
        for (int i = 0; i < weights.length; i++) {
            float power = Math.scalb(random.nextBoolean() ? 1f : -1f, random.nextInt(40) - 20);
            weights[i] = i % 3 == 0 ? power : i % 3 == 1 ? Math.nextUp(power) : Math.nextDown(power);
        }

        assertThat(broughtBack(weights, factors)).isEqualTo(weights);
    }

    @Test
    void zerosOfBothSignsComeBack() {
        float[] weights = {0f, -0f, 1, -1};
        Fold fold = new Fold(new float[] {2, -3}, 2);
        float[] values = weights.clone();

        fold.apply(0, values);
        fold.undo(0, values);

        assertThat(fold.isExact()).isTrue();
        assertThat(values).usingComparator(FoldTest::compareBits).isEqualTo(weights);
    }

    @Test
    void piecesOfRowsComeBackByOtherPieces() {
        float[] factors = values(ROWS, 3);
        float[] weights = values(ROWS * ROW, 3);
        Fold fold = new Fold(factors, ROW);
        float[] values = new float[weights.length];
        for (int row = 0; row < ROWS; row += 2) {
            float[] piece = java.util.Arrays.copyOfRange(weights, row * ROW, (row + 2) * ROW);
            fold.apply(row, piece);
            System.arraycopy(piece, 0, values, row * ROW, piece.length);
        }

        fold.undo(0, values);

        assertThat(values).isEqualTo(weights);
    }

    @Test
    void aFactorOfZeroOrAVanishingProductIsNotExact() {
        Fold zero = new Fold(new float[] {0}, 1);
        zero.apply(0, new float[] {1});
        Fold vanishing = new Fold(new float[] {1e-30f}, 1);
        vanishing.apply(0, new float[] {1.2345678e-12f});

        assertThat(zero.isExact()).isFalse();
        assertThat(vanishing.isExact()).isFalse();
    }

    private static float[] broughtBack(float[] weights, float... factors) {
        Fold fold = new Fold(factors, weights.length / factors.length);
        float[] values = weights.clone();
        fold.apply(0, values);
        assertThat(fold.isExact()).isTrue();
        fold.undo(0, values);
        return values;
    }

    private static int compareBits(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Float.floatToRawIntBits(a[i]) != Float.floatToRawIntBits(b[i])) {
                return 1;
            }
        }
        return 0;
    }

    private float[] values(int count, int exponents) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.scalb(2 * random.nextFloat() - 1, random.nextInt(2 * exponents + 1) - exponents);
        }
        return values;
    }
}
