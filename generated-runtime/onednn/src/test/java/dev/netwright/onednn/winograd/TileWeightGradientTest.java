package dev.netwright.onednn.winograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.onednn.step.Step;
import dev.netwright.plan.Arena;
import dev.netwright.plan.onednn.Tiling;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of the weights by minimal filtering against the formula in double precision, over as many tiles as the cost table asks for. */
@Tag("numeric")
class TileWeightGradientTest {
    /**
     * A gradient's error may be this many times that of a plain sum of floats; with kernels of 5x5 a little more, because their transform multiplies
     * by the points' fourth powers.
     */
    private static final double MOST_SPREADS = 3;

    private static final double MOST_SPREADS_OF_5X5 = 4;

    private final Random random = new Random(11);

    @ParameterizedTest
    @CsvSource({
        "3, 16, 32, 13, 11, 3, 1, 1",
        "1, 16, 16, 12, 12, 3, 1, 1",
        "5, 27, 13, 7, 9, 3, 0, 1",
        "60, 33, 18, 6, 5, 3, 2, 0",
        "70, 16, 16, 3, 3, 3, 1, 1",
        "2, 16, 24, 3, 57, 3, 1, 1",
        "12, 16, 32, 13, 11, 5, 2, 2",
        "30, 20, 17, 9, 8, 5, 0, 4"
    })
    void itIsThatOfTheFormulaAboutAsExactlyAsAPlainSum(
            int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        TileCase sizes = new TileCase(images, inputs, outputs, height, width, side, top, left);
        float[] x = sizes.input(random);
        float[] gradient = sizes.output(random);

        for (TileCase tiles : sizes.inAllTiles()) {
            assertIsAsExact(sizes, x, gradient, filtered(tiles, x, gradient));
        }
    }

    /** More tiles than are kept at once. */
    @Test
    void chunksAreAdded() {
        TileCase sizes = new TileCase(10, 128, 128, 72, 72, 3, 1, 1);
        assertThat(sizes.tiling().chunks()).isGreaterThan(1);
        float[] x = new float[10 * 128 * 72 * 72];
        float[] gradient = new float[x.length];
        // Sparse, so that the formula is quick: one pixel of every image and channel of the input.
        for (int plane = 0; plane < 10 * 128; plane++) {
            x[plane * 72 * 72 + random.nextInt(72 * 72)] = (float) random.nextGaussian();
        }
        System.arraycopy(TileCase.noise(random, gradient.length), 0, gradient, 0, gradient.length);

        assertIsCloseWherePixelsAre(sizes, x, gradient, filtered(sizes, x, gradient));
    }

    @Test
    void repeatedRunsAreBitIdentical() {
        TileCase sizes = new TileCase(9, 24, 40, 17, 15, 3, 1, 1);
        float[] x = sizes.input(random);
        float[] gradient = sizes.output(random);
        float[] once = filtered(sizes, x, gradient);

        for (int i = 0; i < 20; i++) {
            assertThat(filtered(sizes, x, gradient)).isEqualTo(once);
        }
    }

    private static void assertIsAsExact(TileCase sizes, float[] x, float[] gradient, float[] found) {
        double plainError = 0;
        double error = 0;
        for (int i = 0; i < found.length; i++) {
            int places = sizes.side() * sizes.side();
            int place = i % places;
            int input = i / places % sizes.inputs();
            int output = i / places / sizes.inputs();
            double sum = 0;
            float plain = 0;
            for (int image = 0; image < sizes.images(); image++) {
                for (int pixel = 0; pixel < sizes.rows() * sizes.columns(); pixel++) {
                    int y = pixel / sizes.columns() + place / sizes.side() - sizes.top();
                    int z = pixel % sizes.columns() + place % sizes.side() - sizes.left();
                    if (y < 0 || y >= sizes.height() || z < 0 || z >= sizes.width()) {
                        continue;
                    }
                    float value = x[((image * sizes.inputs() + input) * sizes.height() + y) * sizes.width() + z];
                    float g = gradient[(image * sizes.outputs() + output) * sizes.rows() * sizes.columns() + pixel];
                    sum += (double) value * g;
                    plain += value * g;
                }
            }
            plainError += Math.pow(plain - sum, 2);
            error += Math.pow(found[i] - sum, 2);
        }
        assertThat(Math.sqrt(error / found.length))
                .isLessThan((sizes.side() == 5 ? MOST_SPREADS_OF_5X5 : MOST_SPREADS)
                        * Math.sqrt(plainError / found.length));
    }

    private static void assertIsCloseWherePixelsAre(TileCase sizes, float[] x, float[] gradient, float[] found) {
        int map = sizes.height() * sizes.width();
        double[] exact = new double[found.length];
        for (int at = 0; at < x.length; at++) {
            if (x[at] == 0) {
                continue;
            }
            int input = at / map % sizes.inputs();
            int image = at / map / sizes.inputs();
            for (int place = 0; place < 9; place++) {
                int row = at % map / sizes.width() - place / 3 + 1;
                int column = at % sizes.width() - place % 3 + 1;
                if (row < 0 || row >= sizes.rows() || column < 0 || column >= sizes.columns()) {
                    continue;
                }
                for (int output = 0; output < sizes.outputs(); output++) {
                    float g = gradient[(image * sizes.outputs() + output) * map + row * sizes.columns() + column];
                    exact[(output * sizes.inputs() + input) * 9 + place] += (double) x[at] * g;
                }
            }
        }
        double error = 0;
        double size = 0;
        for (int i = 0; i < found.length; i++) {
            error += Math.pow(found[i] - exact[i], 2);
            size += exact[i] * exact[i];
        }
        assertThat(Math.sqrt(error / size)).isLessThan(1e-5);
    }

    private static float[] filtered(TileCase sizes, float[] x, float[] gradient) {
        try (NativeObjects objects = new NativeObjects()) {
            float[][] result = new float[1][];
            objects.collect(() -> result[0] = run(sizes, x, gradient));
            return result[0];
        }
    }

    private static float[] run(TileCase sizes, float[] x, float[] gradient) {
        Tiling tiling = sizes.tiling();
        TileCase.Own own = new TileCase.Own();
        Tensor source = own.tensor(sizes.inputLayout());
        Tensor outputs = own.tensor(sizes.outputLayout());
        Tensor target = own.tensor(sizes.weightLayout(false));
        Arena arena = new Arena(NativeBytes.ALIGNMENT);
        PlannedStep step = new TileWeightGradient(
                new Pass(0, arena),
                TileWeightProduct.of(tiling).orElseThrow(),
                source,
                outputs,
                target,
                sizes.border(),
                new SessionBuffers());
        long arenaBytes = arena.assign();
        try (NativeBytes scratch = NativeBytes.zeros("scratch", arenaBytes);
                NativeBytes values = NativeBytes.zeros("values", own.bytes())) {
            BindingMemory memory = BindingMemory.of(scratch, values);
            Reordering.fill(source, x, memory);
            Reordering.fill(outputs, gradient, memory);
            Step bound = step.bind(memory);
            bound.run();
            bound.run();
            return TileCase.read(target, memory);
        }
    }
}
