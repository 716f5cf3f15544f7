package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.operation.LossForm;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses of pixels and their gradients beside PyTorch's, which losses.py computes in float64. */
@Tag("numeric")
class PixelLossesOfPyTorchTest {
    private static final int IMAGES = 4;
    private static final int CLASSES = 3;
    private static final int HEIGHT = 3;
    private static final int WIDTH = 5;

    /** A gradient is one number of float32, computed in double: its error is half a unit in the last place, 2^-24. */
    private static final double ROUNDING = 0x1p-24;

    /** What PyTorch's float64 loses where probabilities of nearly 1 are subtracted, times weights of up to 3. */
    private static final double OF_PYTORCH = 4 * 0x1p-52;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Case(
            String name,
            String loss,
            double[] weights,
            float[] outputs,
            float[] targets,
            double value,
            double[] gradient) {
        /**
         * Image n has one pixel, which is 1 in channel n. Padding moves the kernel over it, so that the outputs of the image are the
         * kernel's weights of channel n, from the last to the first.
         */
        NetworkLayers network() {
            LossForm form = loss.equals("PIXEL_DICE") ? new PixelDice.Form() : new PixelCrossEntropy.Form();
            return NetworkLayers.of(Shape.image(IMAGES, 1, 1))
                    .block("network")
                    .convolution("logits", CLASSES, Window.of(HEIGHT, WIDTH, 1, 1, HEIGHT - 1, WIDTH - 1))
                    .loss(form);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> cases() {
        List<KernelSet> sets =
                Stream.of(TestedKernels.values()).map(TestedKernels::create).toList();
        return all().stream().flatMap(each -> sets.stream().map(set -> Arguments.of(set, each)));
    }

    private static List<Case> all() {
        try (InputStream file = PixelLossesOfPyTorchTest.class.getResourceAsStream("/losses/pixels.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(file, "pixels.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void lossAndGradientArePyTorchs(KernelSet set, Case expected) {
        Observation step = step(set, expected, expected.targets());
        assertThat(step.loss()).isCloseTo(expected.value(), within(1e-12 * (1 + expected.value())));
        assertThat(step.correct()).isZero();
        float[] gradient = step.gradient("logits.weight");
        for (int i = 0; i < gradient.length; i++) {
            double wanted = expected.gradient()[i];
            assertThat((double) gradient[weight(i)])
                    .as("gradient of output %d", i)
                    .isCloseTo(wanted, within(2 * ROUNDING * Math.abs(wanted) + OF_PYTORCH));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void stepsRepeatBitByBit(KernelSet set, Case repeated) {
        Observation first = step(set, repeated, repeated.targets());
        Observation second = step(set, repeated, repeated.targets());
        assertThat(second.loss()).isEqualTo(first.loss());
        assertThat(second.gradient("logits.weight")).isEqualTo(first.gradient("logits.weight"));
    }

    @ParameterizedTest
    @EnumSource
    void aBatchWhosePixelsAllDontCountHasNoGradient(TestedKernels kernels) {
        float[] none = new float[IMAGES * HEIGHT * WIDTH];
        Arrays.fill(none, -1);
        Observation step = step(kernels.create(), all().get(0), none);
        assertThat(step.loss()).isZero();
        assertThat(step.gradient("logits.weight")).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(floats = {-2, 3, 0.5f, Float.NaN})
    void aTargetThatIsNoClassIsRefused(float target) {
        for (Case each : List.of(all().get(0), all().get(6))) {
            float[] targets = each.targets().clone();
            targets[HEIGHT * WIDTH + 7] = target;
            assertThatThrownBy(() -> step(TestedKernels.ND4J.create(), each, targets))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a class from 0 to 2, or -1")
                    .hasMessageContaining("found " + target + " in row 1, column 2 of image 1 of the batch");
        }
    }

    /** The place in the weights, whose order is class, image, row, column, of an output in the order image, class, row, column. */
    private static int weight(int output) {
        int pixels = HEIGHT * WIDTH;
        int n = output / (CLASSES * pixels);
        int k = output / pixels % CLASSES;
        return (k * IMAGES + n + 1) * pixels - 1 - output % pixels;
    }

    private static Observation step(KernelSet set, Case given, float[] targets) {
        NetworkLayers network = given.network();
        ParameterTable table = ParameterTable.of(network);
        BindingOptions options = new BindingOptions(0, 0, FrozenLayers.NONE, LossWeights.of(given.weights()));
        float[] weights = new float[given.outputs().length];
        for (int i = 0; i < weights.length; i++) {
            weights[weight(i)] = given.outputs()[i];
        }
        float[] images = new float[IMAGES * IMAGES];
        for (int n = 0; n < IMAGES; n++) {
            images[n * IMAGES + n] = 1;
        }
        try (ParameterMemory parameters = set.allocate(table);
                Workspace workspace = set.workspace(parameters, InterpretedPrograms.of(network), options)) {
            parameters.write(table.weight("logits"), weights);
            parameters.write(table.tensor("logits.bias"), new float[CLASSES]);
            workspace.reserve(Mode.TRAINING, IMAGES);
            workspace.training(IMAGES).load(images, targets, 0);
            return Observation.ofLoaded(workspace.training(IMAGES), parameters);
        }
    }
}
