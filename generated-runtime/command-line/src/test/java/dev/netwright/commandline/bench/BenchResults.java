package dev.netwright.commandline.bench;

import dev.netwright.models.lenet.LeNet28;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results with round numbers. */
final class BenchResults {
    static final Ceiling CEILING = new Ceiling(200, 150);

    private BenchResults() {}

    static BenchResult inference() {
        return new BenchResult(
                new Measurement(
                        new Workload("lenet", LeNet28.TYPE, 256, 0.5),
                        StepMode.INFER,
                        "nd4j",
                        "cpu",
                        2,
                        new Measurement.Times(4, 3.5, 5.25, 5, 100),
                        Optional.empty(),
                        Optional.empty(),
                        5,
                        0.125,
                        OptionalDouble.empty()),
                CEILING,
                Optional.empty());
    }

    /** A training step whose loss isn't a number any more, and whose second layer is above the ceiling in backward. */
    static BenchResult training() {
        return new BenchResult(
                new Measurement(
                        new Workload("lenet", LeNet28.TYPE, 256, 0.5),
                        StepMode.TRAIN,
                        "nd4j",
                        "cpu",
                        2,
                        new Measurement.Times(16, 12.5, 20.25, 18, 10),
                        Optional.of(new Measurement.Ends(0.25, 0.125)),
                        Optional.of(new Measurement.Losses(2.5, Double.NaN)),
                        5,
                        0.125,
                        OptionalDouble.of(300.6)),
                CEILING,
                Optional.of(new LayerProfile(
                        16,
                        List.of(
                                line("c1", "convolution", 4, 2, 100, 199),
                                line("c3", "convolution", 2, 4, 150, 250),
                                new LayerProfile.Line(
                                        "s4", "pool", "", 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), 0.125)),
                        List.of(new LayerProfile.Line(
                                "load", "", "", 0.25, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0.015625)))));
    }

    private static LayerProfile.Line line(
            String layer, String kind, double forward, double backward, double forwardGflops, double backwardGflops) {
        return new LayerProfile.Line(
                layer,
                kind,
                "jit:avx2; backward winograd with jit_1x1:avx2",
                forward,
                backward,
                OptionalDouble.of(forwardGflops),
                OptionalDouble.of(backwardGflops),
                (forward + backward) / 16);
    }
}
