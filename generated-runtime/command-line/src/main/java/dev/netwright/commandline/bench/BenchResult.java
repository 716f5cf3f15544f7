package dev.netwright.commandline.bench;

import java.util.Optional;

/**
 * A run beside what the machine can do.
 *
 * @param profile of its layers, if it was asked for
 */
public record BenchResult(Measurement measurement, Ceiling ceiling, Optional<LayerProfile> profile) {
    /** {@code 6 x multiply-adds x batch / ceiling} of a training step, {@code 2 x} of inference. */
    double floorMillis() {
        return ceiling.floorMillis(measurement.operations());
    }

    /** How near it comes to its floor; above 1 where Winograd goes below it. */
    double shareOfCeiling() {
        return floorMillis() / measurement.times().median();
    }
}
