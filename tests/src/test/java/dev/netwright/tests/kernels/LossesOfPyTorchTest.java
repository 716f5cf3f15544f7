package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.LossForm;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.Mode;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and their gradients beside PyTorch's, which losses.py computes in float64. */
@Tag("numeric")
class LossesOfPyTorchTest {
    private static final int IMAGES = 4;
    private static final int OUTPUTS = 3;

    /** A gradient is one number of float32, computed in double: its error is half a unit in the last place, 2^-24. */
    private static final double ROUNDING = 0x1p-24;

    /** What PyTorch's float64 loses where it subtracts a probability from 1, times weights of up to 3. */
    private static final double OF_PYTORCH = 4 * 0x1p-52;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Case(
            String name,
            String loss,
            double number,
            double smoothing,
            double[] weights,
            float[][] outputs,
            int[] labels,
            float[][] targets,
            double value,
            double[][] gradient) {
        LossForm form() {
            return switch (loss) {
                case "CROSS_ENTROPY" -> new SoftmaxCrossEntropy.Form();
                case "FOCAL" -> new FocalLoss.Form(number);
                case "SIGMOID_CROSS_ENTROPY" -> new SigmoidCrossEntropy.Form();
                case "MEAN_SQUARED_ERROR" -> new MeanError.Form(new ErrorFunction.Squared());
                case "MEAN_ABSOLUTE_ERROR" -> new MeanError.Form(new ErrorFunction.Absolute());
                case "HUBER" -> new MeanError.Form(new ErrorFunction.Huber(number));
                default -> throw new IllegalArgumentException("no loss is called " + loss);
            };
        }

        BindingOptions options() {
            return new BindingOptions(0, smoothing, FrozenLayers.NONE, LossWeights.of(weights));
        }

        void load(TrainingSession session, TestBatch batch) {
            if (targets.length == 0) {
                session.load(batch.images(), labels, 0);
                return;
            }
            float[] flat = new float[IMAGES * OUTPUTS];
            for (int n = 0; n < IMAGES; n++) {
                System.arraycopy(targets[n], 0, flat, n * OUTPUTS, OUTPUTS);
            }
            session.load(batch.images(), flat, 0);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> cases() {
        List<KernelSet> sets = Stream.concat(
                        Stream.of(TestedKernels.values()).map(TestedKernels::create),
                        Stream.of(new ReferenceKernelSet()))
                .toList();
        return all().stream().flatMap(each -> sets.stream().map(set -> Arguments.of(set, each)));
    }

    private static List<Case> all() {
        try (InputStream file = LossesOfPyTorchTest.class.getResourceAsStream("/losses/losses.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(file, "losses.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void theLossIsPyTorchs(KernelSet set, Case expected) {
        Observation step = step(set, expected);
        assertThat(step.loss()).isCloseTo(expected.value(), within(1e-12 * (1 + expected.value())));
        float[] gradient = step.gradient("logits.weight");
        for (int n = 0; n < IMAGES; n++) {
            for (int k = 0; k < OUTPUTS; k++) {
                double wanted = expected.gradient()[n][k];
                assertThat((double) gradient[k * IMAGES + n])
                        .as("gradient of image %d, output %d", n, k)
                        .isCloseTo(wanted, within(2 * ROUNDING * Math.abs(wanted) + OF_PYTORCH));
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void stepsRepeatBitByBit(KernelSet set, Case repeated) {
        Observation first = step(set, repeated);
        Observation second = step(set, repeated);
        assertThat(second.loss()).isEqualTo(first.loss());
        assertThat(second.correct()).isEqualTo(first.correct());
        assertThat(second.gradient("logits.weight")).isEqualTo(first.gradient("logits.weight"));
    }

    private static Observation step(KernelSet set, Case given) {
        LogitsNetwork network = new LogitsNetwork(IMAGES, OUTPUTS, given.form());
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), given.options())) {
            network.write(parameters, given.outputs());
            workspace.reserve(Mode.TRAINING, IMAGES);
            TrainingSession session = workspace.training(IMAGES);
            given.load(session, network.batch(new int[IMAGES]));
            return Observation.ofLoaded(session, parameters);
        }
    }
}
