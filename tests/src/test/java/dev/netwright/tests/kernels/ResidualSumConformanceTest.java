package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums that a prediction's convolutions compute in the memory of the other term, by every way of computing a convolution. */
@Tag("numeric")
class ResidualSumConformanceTest {
    private static final String WAY = "netwright.way";
    private static final long SEED = 42;
    private static final int FULL_BATCH = 32;
    private static final int TAIL = 5;
    private static final NormSettings UNUSUAL = new NormSettings(0.02, 0.3, RunningVariance.BIASED);

    @AfterEach
    void preferNothing() {
        System.clearProperty(WAY);
    }

    /** The ways, of which a machine has some; whoever has none of that name takes the cheapest. */
    private static Stream<String> ways() {
        return Stream.of("cheapest", "direct", "product", "winograd", "small_winograd", "tiles", "patches");
    }

    private static Stream<TestNetwork> networks() {
        Shape image = Shape.image(3, 10, 12);
        return Stream.of(ActivationFunction.IDENTITY, ActivationFunction.RELU, ActivationFunction.SILU)
                .flatMap(function -> Stream.<Layers>of(
                        new ResidualBlocks(image, 16, 32, NormSettings.DEFAULT, function),
                        new ResidualBlocks(image, 13, 19, UNUSUAL, function),
                        new TermsInARow(image, 16, UNUSUAL, function),
                        new TermsInARow(image, 13, NormSettings.DEFAULT, function)))
                .map(LayeredNetwork::new);
    }

    static Stream<Arguments> cases() {
        return ways().flatMap(way -> Stream.concat(networks(), keptTerms()).map(network -> Arguments.of(way, network)));
    }

    private static Stream<TestNetwork> keptTerms() {
        return Stream.of(1, 13, 16).map(channels -> new LayeredNetwork(new KeptTerms(Shape.image(channels, 6, 7))));
    }

    /** The second prediction finds the memory as the first has left it. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void predictionsEqualTheReferenceAgainAndAgain(String way, TestNetwork network) {
        prefer(way);
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = kernels.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            List<Integer> sizes = List.of(1, FULL_BATCH, TAIL);
            sizes.forEach(size -> workspace.reserve(Mode.INFERENCE, size));
            for (int size : sizes) {
                TestBatch batch = network.batch(size);
                float[] first = Observation.logits(workspace.inference(size), batch, TestNetwork.CLASSES);
                assertThat(RelativeError.between(first, Observation.logits(new ReferenceKernelSet(), network, batch)))
                        .as("logits of a batch of %d", size)
                        .isLessThan(Observation.FLOAT32_BOUND);
                assertThat(Observation.logits(workspace.inference(size), batch, TestNetwork.CLASSES))
                        .isEqualTo(first);
            }
        }
    }

    static Stream<Arguments> added() {
        Shape image = Shape.image(3, 10, 12);
        return Stream.of("direct", "winograd", "tiles", "patches")
                .flatMap(way -> Stream.of(1, FULL_BATCH)
                        .flatMap(batch -> Stream.<Layers>of(
                                        new ResidualBlocks(
                                                image, 16, 32, NormSettings.DEFAULT, ActivationFunction.RELU),
                                        new ResidualBlocks(image, 13, 19, UNUSUAL, ActivationFunction.IDENTITY),
                                        new TermsInARow(image, 16, UNUSUAL, ActivationFunction.SILU))
                                .map(layers -> Arguments.of(way, batch, new LayeredNetwork(layers)))));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("added")
    void convolutionsLeaveNothingToDoToTheirSums(String way, int batch, TestNetwork network) {
        prefer(way);

        assertThat(primitives(network, Mode.INFERENCE, batch)).noneMatch(ResidualSumConformanceTest::isOfSum);
        assertThat(primitives(network, Mode.TRAINING, batch)).anyMatch(ResidualSumConformanceTest::isOfSum);
    }

    /** Between the sums of a block that isn't full, the library's code for an exponential is slow. */
    @Test
    void anExponentialInAPartlyFilledBlockIsLeftToTheSum() {
        TestNetwork network =
                new LayeredNetwork(new ResidualBlocks(Shape.image(3, 6, 7), 13, 19, UNUSUAL, ActivationFunction.SILU));

        assertThat(primitives(network, Mode.INFERENCE, 2)).anyMatch(ResidualSumConformanceTest::isOfSum);
    }

    @Test
    void sumsWithTermsThatAreKeptHavePrimitivesOfTheirOwn() {
        TestNetwork network = new LayeredNetwork(new KeptTerms(Shape.image(16, 6, 7)));

        assertThat(primitives(network, Mode.INFERENCE, 2))
                .filteredOn(name -> name.endsWith("jit:uni"))
                .extracting(name -> name.substring(0, name.indexOf(' ')))
                .contains("withImages", "withInput", "withLater", "withItself");
    }

    private static boolean isOfSum(String primitive) {
        return Stream.of("sum1 ", "sum2 ", "two ", "three ", "four ").anyMatch(primitive::startsWith);
    }

    private static void prefer(String way) {
        if (!way.equals("cheapest")) {
            System.setProperty(WAY, way);
        }
    }

    private static List<String> primitives(TestNetwork network, Mode mode, int batch) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(network.parameters())) {
            return kernels.primitives(parameters, network.programs(), mode, batch)
                    .implementations();
        }
    }
}
