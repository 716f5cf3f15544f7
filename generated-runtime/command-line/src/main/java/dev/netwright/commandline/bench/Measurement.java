package dev.netwright.commandline.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run came to.
 *
 * @param workload with the batch that was run
 * @param kernels name of the kernel set
 * @param threads that its kernels may use
 * @param times of whole steps
 * @param ends of a training step; empty of inference
 * @param losses of a training step; empty of inference
 * @param warmups steps that weren't timed, the first included
 * @param setupSeconds from the kernel set to a program that can run
 * @param peakMebibytes most memory that the process had resident at any time until now, where the system tells
 */
public record Measurement(
        Workload workload,
        StepMode mode,
        String kernels,
        String device,
        int threads,
        Times times,
        Optional<Ends> ends,
        Optional<Losses> losses,
        int warmups,
        double setupSeconds,
        OptionalDouble peakMebibytes) {
    private static final double MILLISECONDS = 1000;

    /** Milliseconds of whole steps, and how many there were. */
    public record Times(double median, double least, double most, double ninthDecile, int steps) {}

    /** Median milliseconds for copying a batch into the network's memory, and for the update of the parameters. */
    public record Ends(double load, double update) {}

    /** Losses of the first step of all and of the last: on one batch, the loss falls. */
    public record Losses(double first, double last) {}

    double imagesPerSecond() {
        return workload.batch() * MILLISECONDS / times.median();
    }

    /** A multiplication and an addition for each multiply-add of forward, and in a training step twice as many for backward. */
    double operations() {
        return 2.0
                * mode.passes()
                * workload.batch()
                * workload.type().structure().multiplyAdds();
    }
}
