package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Generated classes learn the same on every kernel set. On the reference, values that share a slot really share memory,
 * and what a kernel may use up becomes NaN: a wrong plan would show here as wrong numbers.
 */
@Tag("slow")
class GeneratedNetworkConformanceTest {
    /** Nineteen batches of 8 and a tail of 4. */
    private static final int IMAGES = 156;

    private static final int BATCH = 8;
    private static final long SEED = 3;

    static Stream<Arguments> runs() {
        return Stream.of(
                run(LeNet28.TYPE, "SGD", Optimizer.of(new Sgd(0.5))),
                run(LeNet28.TYPE, "Nesterov", Optimizer.of(new Nesterovs(0.1, 0.9))),
                run(LeNet32.TYPE, "momentum", Optimizer.momentum(0.1, 0.9)),
                run(TinyVgg.TYPE, "Adam", Optimizer.of(new Adam(1e-3))),
                run(TinyVgg.TYPE, "AdamW", Optimizer.adamW(1e-3, 0.05)),
                run(TinyVgg.TYPE, "SGD", Optimizer.of(new Sgd(0.05))),
                run(TinyVggDropoutBeforeLinear.TYPE, "SGD", Optimizer.of(new Sgd(0.05))));
    }

    private static Arguments run(NetworkType<?> type, String name, Optimizer optimizer) {
        return Arguments.of(Named.of(type.name(), type), name, optimizer);
    }

    /** Compared is the way from the start, of which rounding is a larger share than of the parameters themselves. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void twentyStepsLeadTheSameWay(NetworkType<?> type, String name, Optimizer optimizer) {
        try (Network start = type.initialize(new ReferenceKernelSet(), Initializer.PYTORCH, SEED);
                Network expected = trained(type, new ReferenceKernelSet(), optimizer)) {
            for (TestedKernels kernels : TestedKernels.judged()) {
                try (Network actual = trained(type, kernels.create(), optimizer)) {
                    for (Parameter parameter : type.parameters().parameters()) {
                        assertThat(RelativeError.between(
                                        difference(actual, start, parameter), difference(expected, start, parameter)))
                                .as("way of %s under %s on %s", parameter.name(), name, kernels)
                                .isLessThan(5e-3);
                    }
                }
            }
        }
    }

    private static double[] difference(Network network, Network start, Parameter parameter) {
        float[] values = network.parameter(parameter.name());
        float[] first = start.parameter(parameter.name());
        double[] difference = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            difference[i] = (double) values[i] - first[i];
        }
        return difference;
    }

    private static Network trained(NetworkType<?> type, KernelSet kernels, Optimizer optimizer) {
        ImageDataset data =
                FashionMnist.bundledTrain().first(IMAGES).resize(type.images().height());
        return type.train(
                data,
                Training.with(optimizer)
                        .batch(BATCH)
                        .seed(SEED)
                        .kernels(kernels)
                        .listener(new TrainingListener() {}));
    }
}
