package dev.netwright.onednn.winograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onednn.library.Layout;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimal filtering in tiles against the formula in double precision. */
@Tag("numeric")
class TileConvolutionTest {
    /** A convolution's error may be this many times that of a plain sum of floats. */
    private static final double MOST_SPREADS = 3;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({
        "1, 16, 16, 12, 12, 3, 1, 1",
        "3, 16, 32, 13, 11, 3, 1, 1",
        "5, 27, 13, 7, 9, 3, 0, 1",
        "2, 33, 18, 6, 5, 3, 2, 0",
        "70, 16, 16, 3, 3, 3, 1, 1",
        "4, 64, 48, 24, 24, 3, 1, 1",
        "2, 16, 24, 3, 57, 3, 1, 1",
        "3, 16, 32, 13, 11, 5, 2, 2",
        "2, 20, 17, 9, 8, 5, 0, 4"
    })
    void outputsAreThoseOfTheFormulaAsExactlyAsAPlainSumTimesThree(
            int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        TileCase sizes = new TileCase(images, inputs, outputs, height, width, side, top, left);
        float[] x = TileCase.noise(random, images * inputs * height * width);
        float[] weights = TileCase.noise(random, outputs * inputs * side * side);
        float[] bias = TileCase.noise(random, outputs);

        for (TileCase tiles : sizes.inAllTiles()) {
            assertIsAsExact(
                    sizes, x, weights, bias, filtered(tiles, x, weights, Optional.of(bias), false), MOST_SPREADS);
        }
    }

    /** Nobody asks for these: their plain sums have few terms, and a tile's border rounds as its inside does. */
    @ParameterizedTest
    @CsvSource({"1, 8, 8, 3, 3, 3, 0, 0", "1, 16, 16, 1, 1, 3, 1, 1", "40, 16, 16, 2, 3, 5, 2, 2"})
    void mapsSmallerThanTheKernelAreRightThoughLessExact(
            int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        TileCase sizes = new TileCase(images, inputs, outputs, height, width, side, top, left);
        float[] x = TileCase.noise(random, images * inputs * height * width);
        float[] weights = TileCase.noise(random, outputs * inputs * side * side);

        for (TileCase tiles : sizes.inAllTiles()) {
            assertIsAsExact(
                    sizes,
                    x,
                    weights,
                    new float[outputs],
                    filtered(tiles, x, weights, Optional.empty(), false),
                    3 * MOST_SPREADS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 16, 32, 13, 11, 3, 1, 1",
        "5, 27, 13, 7, 9, 3, 0, 1",
        "2, 33, 18, 6, 5, 3, 2, 0",
        "3, 16, 32, 13, 11, 5, 2, 2",
        "2, 20, 17, 9, 8, 5, 0, 4"
    })
    void theGradientOfTheInputIsTheConvolutionWithTurnedWeights(
            int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        TileCase sizes = new TileCase(images, inputs, outputs, height, width, side, top, left);
        TileCase gradient = sizes.reversed();
        float[] g = TileCase.noise(random, images * outputs * sizes.rows() * sizes.columns());
        float[] weights = TileCase.noise(random, outputs * inputs * side * side);

        for (TileCase tiles : gradient.inAllTiles()) {
            assertIsAsExact(
                    gradient,
                    g,
                    turned(sizes, weights),
                    new float[inputs],
                    filtered(tiles, g, weights, Optional.empty(), true),
                    MOST_SPREADS);
        }
    }

    @Test
    void aRectifierFollowsTheBias() {
        TileCase sizes = new TileCase(2, 16, 16, 10, 9, 3, 1, 1);
        float[] x = TileCase.noise(random, 2 * 16 * 10 * 9);
        float[] weights = TileCase.noise(random, 16 * 16 * 9);
        float[] bias = TileCase.noise(random, 16);
        float[] plain = filtered(sizes, x, weights, Optional.of(bias), false);
        float[] rectified = new Filtering(sizes, false, true).of(x, weights, Optional.of(bias), Optional.empty());

        for (int i = 0; i < plain.length; i++) {
            assertThat(rectified[i]).isEqualTo(Math.max(plain[i], 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 16, 16, 10, 9, 3, 1, 1", "5, 27, 13, 7, 9, 3, 0, 1", "2, 20, 17, 9, 8, 5, 0, 4"})
    void whatTheTargetHoldsIsAddedBeforeTheRectifier(
            int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        TileCase sizes = new TileCase(images, inputs, outputs, height, width, side, top, left);
        float[] x = sizes.input(random);
        float[] weights = sizes.weights(random);
        float[] bias = TileCase.noise(random, outputs);
        float[] held = sizes.output(random);
        float[] plain = filtered(sizes, x, weights, Optional.of(bias), false);
        float[] sum = new Filtering(sizes, false, false).of(x, weights, Optional.of(bias), Optional.of(held));
        float[] rectified = new Filtering(sizes, false, true).of(x, weights, Optional.of(bias), Optional.of(held));

        for (int i = 0; i < plain.length; i++) {
            assertThat(sum[i]).isEqualTo(plain[i] + held[i]);
            assertThat(rectified[i]).isEqualTo(Math.max(plain[i] + held[i], 0));
        }
    }

    @Test
    void aChannelThatIsNotANumberStaysOneAndLeavesOtherImagesAlone() {
        TileCase sizes = new TileCase(3, 16, 16, 8, 8, 3, 1, 1);
        float[] x = TileCase.noise(random, 3 * 16 * 8 * 8);
        float[] weights = TileCase.noise(random, 16 * 16 * 9);
        Filtering filtering = new Filtering(sizes, false, true);
        float[] clean = filtering.of(x, weights, Optional.empty(), Optional.empty());
        x[16 * 8 * 8] = Float.NaN;
        float[] faulty = filtering.of(x, weights, Optional.empty(), Optional.empty());

        int image = 16 * 8 * 8;
        assertThat(faulty[image]).isNaN();
        for (int i = 0; i < image; i++) {
            assertThat(faulty[i]).isEqualTo(clean[i]);
            assertThat(faulty[2 * image + i]).isEqualTo(clean[2 * image + i]);
        }
    }

    @Test
    void repeatedRunsAreBitIdentical() {
        TileCase sizes = new TileCase(9, 24, 40, 17, 15, 3, 1, 1);
        float[] x = TileCase.noise(random, 9 * 24 * 17 * 15);
        float[] weights = TileCase.noise(random, 40 * 24 * 9);
        float[] once = filtered(sizes, x, weights, Optional.empty(), false);

        for (int i = 0; i < 20; i++) {
            assertThat(filtered(sizes, x, weights, Optional.empty(), false)).isEqualTo(once);
        }
    }

    /** Whoever ends a program within a larger one interrupts its threads and waits for them. */
    @Test
    void aThreadThatIsInterruptedEndsAndAnotherTakesItsPlace() throws Exception {
        TileCase sizes = new TileCase(9, 24, 40, 17, 15, 3, 1, 1);
        float[] x = sizes.input(random);
        float[] weights = sizes.weights(random);
        float[] once = filtered(sizes, x, weights, Optional.empty(), false);
        for (Thread thread : threadsOfTiles()) {
            thread.interrupt();
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }

        assertThat(filtered(sizes, x, weights, Optional.empty(), false)).isEqualTo(once);
        assertThat(threadsOfTiles()).hasSize(TileThreads.count() - 1);
    }

    private static List<Thread> threadsOfTiles() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("netwright-tiles-"))
                .toList();
    }

    @Test
    void eightThreadsAtOnceGetWhatOneGets() throws Exception {
        TileCase sizes = new TileCase(9, 24, 40, 17, 15, 3, 1, 1);
        float[] x = TileCase.noise(random, 9 * 24 * 17 * 15);
        float[] weights = TileCase.noise(random, 40 * 24 * 9);
        float[] alone = filtered(sizes, x, weights, Optional.empty(), false);
        List<float[]> results = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 10; k++) {
                    results.add(filtered(sizes, x, weights, Optional.empty(), false));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(results).hasSize(80).allSatisfy(result -> assertThat(result).isEqualTo(alone));
    }

    private static void assertIsAsExact(
            TileCase sizes, float[] x, float[] weights, float[] bias, float[] found, double spreads) {
        double[] exact = new double[found.length];
        double plainError = 0;
        double error = 0;
        for (int i = 0; i < found.length; i++) {
            int column = i % sizes.columns();
            int row = i / sizes.columns() % sizes.rows();
            int output = i / (sizes.columns() * sizes.rows()) % sizes.outputs();
            int image = i / (sizes.columns() * sizes.rows() * sizes.outputs());
            double sum = bias[output];
            float plain = bias[output];
            for (int input = 0; input < sizes.inputs(); input++) {
                for (int k = 0; k < sizes.side() * sizes.side(); k++) {
                    int y = row + k / sizes.side() - sizes.top();
                    int z = column + k % sizes.side() - sizes.left();
                    if (y < 0 || y >= sizes.height() || z < 0 || z >= sizes.width()) {
                        continue;
                    }
                    float value = x[((image * sizes.inputs() + input) * sizes.height() + y) * sizes.width() + z];
                    float weight = weights[(output * sizes.inputs() + input) * sizes.side() * sizes.side() + k];
                    sum += (double) value * weight;
                    plain += value * weight;
                }
            }
            exact[i] = sum;
            plainError += Math.pow(plain - sum, 2);
            error += Math.pow(found[i] - sum, 2);
        }
        assertThat(found).hasSameSizeAs(exact);
        assertThat(Math.sqrt(error / found.length))
                .isLessThan(spreads * Math.sqrt(plainError / found.length) + Float.MIN_NORMAL);
    }

    /** Weights with inputs and outputs exchanged and the kernel turned half around. */
    private static float[] turned(TileCase sizes, float[] weights) {
        int places = sizes.side() * sizes.side();
        float[] turned = new float[weights.length];
        for (int output = 0; output < sizes.outputs(); output++) {
            for (int input = 0; input < sizes.inputs(); input++) {
                for (int k = 0; k < places; k++) {
                    turned[(input * sizes.outputs() + output) * places + places - 1 - k] =
                            weights[(output * sizes.inputs() + input) * places + k];
                }
            }
        }
        return turned;
    }

    private static float[] filtered(
            TileCase sizes, float[] x, float[] weights, Optional<float[]> bias, boolean isReversed) {
        return new Filtering(sizes, isReversed, false).of(x, weights, bias, Optional.empty());
    }

    /** Plans, binds and runs convolutions of one size. */
    private record Filtering(TileCase sizes, boolean isReversed, boolean isRectified) {
        /** The result, added to what the target held. */
        float[] of(float[] x, float[] weights, Optional<float[]> bias, Optional<float[]> held) {
            try (NativeObjects objects = new NativeObjects()) {
                float[][] result = new float[1][];
                objects.collect(() -> result[0] = run(x, weights, bias, held));
                return result[0];
            }
        }

        private float[] run(float[] x, float[] weights, Optional<float[]> bias, Optional<float[]> held) {
            Tiling tiling = sizes.tiling();
            TileCase.Own own = new TileCase.Own();
            Tensor source = own.tensor(sizes.inputLayout());
            Tensor target = own.tensor(sizes.outputLayout());
            Tensor stored = own.tensor(sizes.weightLayout(isReversed));
            Tensor transformed = own.tensor(TileProduct.weights(tiling));
            Optional<Tensor> shift = bias.map(values -> own.tensor(Layout.plain(values.length)));
            Arena arena = new Arena(NativeBytes.ALIGNMENT);
            Pass pass = new Pass(0, arena);
            SessionBuffers buffers = new SessionBuffers();
            PlannedStep first = TransformedWeights.step(pass, tiling, stored, transformed, isReversed, buffers);
            PlannedStep second = new TileConvolution(
                    pass,
                    TileProduct.of(tiling).orElseThrow(),
                    source,
                    transformed,
                    target,
                    new TileConvolution.Ending(shift, held.isPresent(), isRectified),
                    sizes.border(),
                    buffers);
            long arenaBytes = arena.assign();
            try (NativeBytes scratch = NativeBytes.zeros("scratch", arenaBytes);
                    NativeBytes values = NativeBytes.zeros("values", own.bytes())) {
                BindingMemory memory = BindingMemory.of(scratch, values);
                Reordering.fill(source, x, memory);
                Reordering.fill(stored, weights, memory);
                bias.ifPresent(given -> Reordering.fill(shift.orElseThrow(), given, memory));
                held.ifPresent(given -> Reordering.fill(target, given, memory));
                for (PlannedStep step : List.of(first, second)) {
                    Step bound = step.bind(memory);
                    bound.run();
                }
                return TileCase.read(target, memory);
            }
        }
    }
}
