package dev.netwright.commandline.bench;

import java.util.Optional;

/**
 * A measurement with the machine's ceiling.
 *
 * @param measurement times of whole steps
 * @param ceiling peak performance of the machine
 * @param profile times of its layers, if requested
 */
public record BenchResult(Measurement measurement, Ceiling ceiling, Optional<LayerProfile> profile) {
    /**
     * Lower bound of the time: {@code 6 x multiply-adds x batch / ceiling} for a training step, {@code 2 x} for
     * inference.
     */
    double floorMillis() {
        return ceiling.floorMillis(measurement.operations());
    }

    /**
     * Ratio of the lower bound to the measured time; it can exceed 1, because Winograd's algorithm needs fewer
     * operations.
     */
    double shareOfCeiling() {
        return floorMillis() / measurement.times().median();
    }
}
