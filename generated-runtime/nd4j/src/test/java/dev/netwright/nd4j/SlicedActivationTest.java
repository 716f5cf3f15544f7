package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.ClippedMean;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every kernel between slices of larger activations computes what it computes between activations of their own, and touches
 * none of the channels around its output and its input's gradient.
 */
@Tag("numeric")
class SlicedActivationTest {
    private static final int BATCH = 3;
    private static final int CHANNELS_BEFORE = 2;
    private static final int CHANNELS_AROUND = 5;
    private static final float UNTOUCHED = -77;
    private static final Shape IMAGE = Shape.image(4, 5, 6);
    private static final ParameterTable TABLE = ParameterTable.of(NetworkLayers.of(IMAGE)
            .block("network")
            .convolution("conv", 6, Window.square(3, 1, 1))
            .from(Value.IMAGES)
            .convolution("groups", 6, Window.square(3, 1, 1), 2, Bias.TRAINED)
            .from(Value.IMAGES)
            .batchNorm("bn", 1e-5, 0.1, RunningVariance.UNBIASED)
            .from(Value.IMAGES)
            .linear("fc", 7)
            .crossEntropy());

    private final FlatArray memory = FlatArray.zeros("an array", 100_000);
    private final Scratch scratch = new Scratch(FlatArray.zeros("an array", 20_000));
    private long next;

    /** A kernel to be bound between two activations. */
    private interface Binder {
        PreparedKernel bind(SlicedActivationTest test, Nd4jActivation input, Nd4jActivation output, Nd4jParameters all);
    }

    @BeforeEach
    void start() {
        Nd4jBackend.start();
    }

    @AfterEach
    void free() {
        memory.close();
        scratch.memory().close();
    }

    static Stream<Arguments> kernels() {
        return Stream.of(BackendPolicy.CPU, BackendPolicy.CUDA)
                .flatMap(policy -> Stream.of(
                        kernel(policy, "convolution", Shape.image(6, 5, 6), convolution("conv", policy)),
                        kernel(policy, "convolution in groups", Shape.image(6, 5, 6), convolution("groups", policy)),
                        kernel(policy, "maximum pool", Shape.image(4, 3, 3), pool(PoolKind.MAX, policy)),
                        kernel(policy, "average pool rounded up", Shape.image(4, 3, 4), pool(PoolKind.AVERAGE, policy)),
                        kernel(policy, "batch norm", IMAGE, norm(policy)),
                        kernel(
                                policy,
                                "sum",
                                IMAGE,
                                (test, x, y, all) -> Nd4jAddition.bind(
                                        "sum", x, x, y, ActivationFunction.TANH, Mode.TRAINING, test.scratch, policy)),
                        kernel(
                                policy,
                                "sigmoid",
                                IMAGE,
                                (test, x, y, all) -> Nd4jElementwise.bind(
                                        "sigmoid",
                                        x,
                                        y,
                                        ActivationFunction.SIGMOID,
                                        Mode.TRAINING,
                                        test.scratch,
                                        policy)),
                        kernel(
                                policy,
                                "flattening",
                                Shape.features(120),
                                (test, x, y, all) -> Nd4jElementwise.bind(
                                        "flattening",
                                        x.in(y.shape()),
                                        y,
                                        ActivationFunction.IDENTITY,
                                        Mode.TRAINING,
                                        test.scratch,
                                        policy)),
                        kernel(
                                policy,
                                "local response norm",
                                IMAGE,
                                (test, x, y, all) -> new Nd4jLocalResponseNorm(
                                                x, y, 3, 0.5, 0.75, 2, test.scratch, policy)
                                        .bind("lrn", test.array(IMAGE))),
                        kernel(
                                policy,
                                "fully connected",
                                Shape.features(7),
                                (test, x, y, all) -> Nd4jLinear.bind(
                                        "fc",
                                        x,
                                        y,
                                        ActivationFunction.RELU,
                                        LayerTensors.of("fc", all, Mode.TRAINING),
                                        test.scratch,
                                        policy))));
    }

    @ParameterizedTest(name = "{1} under the policy of {0}")
    @MethodSource("kernels")
    void aSliceIsAsGoodAsAnActivationOfItsOwn(BackendPolicy policy, String name, Shape output, Binder binder) {
        try (Nd4jParameters parameters = new Nd4jParameters(TABLE, policy)) {
            TABLE.tensors().forEach(tensor -> parameters.write(tensor, values(tensor.size(), 0.3f)));
            Nd4jActivation input = activation(IMAGE);
            Nd4jActivation result = activation(output);
            Nd4jActivation wholeInput = activation(around(IMAGE));
            Nd4jActivation wholeResult = activation(around(output));
            float[] expected = run(binder.bind(this, input, result, parameters), input, result);
            Nd4jActivation slicedInput = wholeInput.slice(CHANNELS_BEFORE, IMAGE);
            Nd4jActivation slicedResult = wholeResult.slice(CHANNELS_BEFORE, output);
            wholeInput.gradient().assign(UNTOUCHED);
            wholeResult.value().assign(UNTOUCHED);
            float[] found = run(binder.bind(this, slicedInput, slicedResult, parameters), slicedInput, slicedResult);

            assertEqual(found, expected);
            assertEqual(copy(slicedInput.gradient()), copy(input.gradient()));
            assertNeighboursUntouched(wholeInput.gradient(), slicedInput.gradient());
            assertNeighboursUntouched(wholeResult.value(), slicedResult.value());
        }
    }

    @ParameterizedTest(name = "{1} under the policy of {0}")
    @MethodSource("kernels")
    void anAccumulatingInputAddsToWhatItsSliceHolds(BackendPolicy policy, String name, Shape output, Binder binder) {
        try (Nd4jParameters parameters = new Nd4jParameters(TABLE, policy);
                FlatArray room = FlatArray.zeros("an array", 5_000)) {
            TABLE.tensors().forEach(tensor -> parameters.write(tensor, values(tensor.size(), 0.3f)));
            Nd4jActivation input = activation(around(IMAGE)).slice(CHANNELS_BEFORE, IMAGE);
            Nd4jActivation result = activation(output);
            run(binder.bind(this, input, result, parameters), input, result);
            float[] once = copy(input.gradient());
            AccumulatingInputs inputs = new AccumulatingInputs(new Scratch(room), policy);
            PreparedKernel again = binder.bind(this, inputs.of(input.asAccumulating()), result, parameters);
            run(inputs.complete(again), input, result);
            float[] twice = copy(input.gradient());
            for (int i = 0; i < once.length; i++) {
                assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-5f));
            }
        }
    }

    private static Arguments kernel(BackendPolicy policy, String name, Shape output, Binder binder) {
        return Arguments.of(policy, name, output, binder);
    }

    private static Binder convolution(String layer, BackendPolicy policy) {
        return (test, x, y, all) -> new Nd4jConvolution(Window.square(3, 1, 1), test.scratch, policy)
                .bind(layer, x, y, ActivationFunction.RELU, LayerTensors.of(layer, all, Mode.TRAINING));
    }

    private static Binder pool(PoolKind kind, BackendPolicy policy) {
        Window window = kind == PoolKind.MAX ? Window.square(2, 2, 0) : Window.of(2, 2, 2, 2, 0, 1);
        return (test, x, y, all) -> {
            List<INDArray> correction = List.of();
            if (kind == PoolKind.AVERAGE && ClippedMean.isClipped(window, x.shape(), y.shape())) {
                INDArray factors = test.memory.view(
                        test.taken((long) y.shape().height() * y.shape().width()),
                        1,
                        1,
                        y.shape().height(),
                        y.shape().width());
                float[] values = ClippedMean.corrections(window, x.shape(), y.shape());
                new CpuHostArray(factors).write(values, values.length);
                correction = List.of(factors);
            }
            return new Nd4jPool(kind, window, x.shape(), y.shape(), policy)
                    .bind("pool", x, y, correction, Mode.TRAINING);
        };
    }

    private static Binder norm(BackendPolicy policy) {
        return (test, x, y, all) -> new Nd4jBatchNorm(
                        NormTensors.training("bn", all),
                        new NormStatistics(1e-5, 0.1, RunningVariance.UNBIASED),
                        NormMemory.of(
                                BATCH,
                                IMAGE,
                                test.memory.view(test.taken(NormMemory.keptFloats(IMAGE)), 2, IMAGE.channels()),
                                test.scratch,
                                policy),
                        policy)
                .bind("bn", x, y, ActivationFunction.RELU);
    }

    /**
     * Forward and backward of a kernel over the same values and the same gradient each time.
     *
     * @return the output between the two
     */
    private static float[] run(PreparedKernel kernel, Nd4jActivation input, Nd4jActivation output) {
        fill(input.value(), 1);
        kernel.forward();
        float[] values = copy(output.value());
        fill(output.gradient(), 2);
        kernel.backward();
        return values;
    }

    private Nd4jActivation activation(Shape shape) {
        return new Nd4jActivation(shape, array(shape), array(shape));
    }

    private INDArray array(Shape shape) {
        return memory.view(taken((long) BATCH * shape.size()), BATCH, shape.channels(), shape.height(), shape.width());
    }

    private long taken(long floats) {
        long start = next;
        next += FlatArray.aligned(floats);
        return start;
    }

    private static Shape around(Shape shape) {
        return Shape.image(shape.channels() + CHANNELS_AROUND, shape.height(), shape.width());
    }

    private static void fill(INDArray array, float scale) {
        long size = array.length() / BATCH;
        for (int image = 0; image < BATCH; image++) {
            float[] values = values((int) size, scale * (image + 1));
            new CpuHostArray(ImageViews.image(array, image)).write(values, values.length);
        }
    }

    /** Without ties and far from the kinks of ReLU. */
    private static float[] values(int count, float scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = scale * (float) Math.sin(1 + 0.7 * i);
        }
        return values;
    }

    private static float[] copy(INDArray array) {
        int size = (int) (array.length() / BATCH);
        float[] copy = new float[BATCH * size];
        for (int image = 0; image < BATCH; image++) {
            float[] values = new float[size];
            new CpuHostArray(ImageViews.image(array, image)).read(values);
            System.arraycopy(values, 0, copy, image * size, size);
        }
        return copy;
    }

    private static void assertEqual(float[] actual, float[] expected) {
        assertThat(expected).doesNotContain(UNTOUCHED);
        assertThat(actual).hasSameSizeAs(expected);
        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isGreaterThan(0.1f);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-6f * largest));
        }
    }

    private static void assertNeighboursUntouched(INDArray whole, INDArray slice) {
        int pixels = (int) (whole.size(2) * whole.size(3));
        int sliced = (int) (slice.length() / BATCH);
        float[] all = copy(whole);
        int size = all.length / BATCH;
        for (int i = 0; i < all.length; i++) {
            int inImage = i % size - CHANNELS_BEFORE * pixels;
            if (inImage < 0 || inImage >= sliced) {
                assertThat(all[i]).isEqualTo(UNTOUCHED);
            } else {
                assertThat(all[i]).isNotEqualTo(UNTOUCHED);
            }
        }
    }
}
