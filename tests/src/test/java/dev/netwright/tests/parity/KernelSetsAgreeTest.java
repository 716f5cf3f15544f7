package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.training.Optimizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * After twenty steps from the same values, oneDNN's parameters are ND4J's, norm-wise over the whole network.
 *
 * <p>The learning rate is a hundredth of the fixture's. At the fixture's own rate such small batches are chaotic: let the first values
 * differ by one rounding, and the <em>same</em> kernels (oneDNN's, without Winograd) end as far from themselves as the two sets end from
 * each other, because sooner or later a rectifier or a pool decides otherwise. Measured, one rounding in the same set beside two sets:
 * AlexNet 5.8e-3 and 5.9e-3, ResNet-18 2.7e-3 and 3.2e-3, VGG-19 3.5e-3 and 1.5e-3, GoogLeNet with heads 1.5e-4 and 1.5e-4. At a
 * hundredth one rounding makes at most 7.3e-5.
 */
@Tag("slow")
final class KernelSetsAgreeTest {
    private static final int STEPS = 20;
    private static final double SLOWDOWN = 100;
    private static final double LIMIT = 1e-3;
    private static final double DIRECT_LIMIT = 1e-4;

    /** Of what the steps changed, so that small steps prove as much as large ones. */
    private static final double CHANGE_LIMIT = 0.05;

    /** Parameters from which on a network takes too long; those that are larger are made of the same layers. */
    private static final long LARGE = Long.getLong("agreement.parameters", 6_000_000);

    private static final String WINOGRAD = "netwright.winograd";

    static Stream<ParityNetwork> networks() {
        return ParityNetwork.all().stream()
                .filter(network -> network.type().parameters().size() < LARGE)
                .filter(network -> network.fixture().updates().containsKey("sgd"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void parametersAfterTwentyStepsAreThoseOfTheOtherSet(ParityNetwork network) {
        double[] first = trained(network, TestedKernels.ND4J, 0);
        double[] reference = trained(network, TestedKernels.ND4J, STEPS);
        double[] preferred = trained(network, TestedKernels.ONEDNN, STEPS);
        double[] direct = withoutWinograd(network);
        double change = distance(reference, first);
        double scale = norm(reference);
        assertThat(change).as("what the steps changed").isPositive();
        assertThat(distance(direct, reference))
                .as("without Winograd")
                .isLessThan(DIRECT_LIMIT * scale)
                .isLessThan(CHANGE_LIMIT * change);
        assertThat(distance(preferred, reference))
                .as("as it is")
                .isLessThan(LIMIT * scale)
                .isLessThan(CHANGE_LIMIT * change);
    }

    private static double[] withoutWinograd(ParityNetwork network) {
        String before = System.getProperty(WINOGRAD);
        System.setProperty(WINOGRAD, "false");
        try {
            return trained(network, TestedKernels.ONEDNN, STEPS);
        } finally {
            if (before == null) {
                System.clearProperty(WINOGRAD);
            } else {
                System.setProperty(WINOGRAD, before);
            }
        }
    }

    /** All parameters, one tensor after the other. */
    private static double[] trained(ParityNetwork network, TestedKernels kernels, int steps) {
        Fixture fixture = network.fixture();
        double rate = Objects.requireNonNull(fixture.updates().get("sgd")).learningRate() / SLOWDOWN;
        List<Parameter> parameters = network.type().parameters().parameters();
        try (ParityRun run = new ParityRun(network, fixture, kernels)) {
            run.train(Optimizer.of(new Sgd(rate)), steps);
            double[] all =
                    new double[parameters.stream().mapToInt(Parameter::size).sum()];
            int place = 0;
            for (Parameter parameter : parameters) {
                for (float value : run.values(parameter)) {
                    all[place++] = value;
                }
            }
            return all;
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] values) {
        return distance(values, new double[values.length]);
    }
}
