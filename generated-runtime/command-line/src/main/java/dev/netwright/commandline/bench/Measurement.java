package dev.netwright.commandline.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Results of a benchmark.
 *
 * @param workload the workload with the actual batch size
 * @param mode the kind of step
 * @param kernels name of the kernel set
 * @param device name of the device
 * @param threads number of threads that its kernels may use
 * @param times times of whole steps
 * @param ends times of loading and of the update in a training step; empty for inference
 * @param losses losses of training steps; empty for inference
 * @param warmups number of warm-up steps, including the first step
 * @param setupSeconds time from creating the kernel set to a program that can run
 * @param peakMebibytes largest resident memory of the process so far in MiB, if the system says
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

    /**
     * Times of whole steps in ms.
     *
     * @param median median time
     * @param least shortest time
     * @param most longest time
     * @param ninthDecile time that nine of ten steps don't exceed
     * @param steps number of timed steps
     */
    public record Times(double median, double least, double most, double ninthDecile, int steps) {}

    /**
     * Median times of a training step's ends in ms.
     *
     * @param load time to copy a batch into the network's memory
     * @param update time to update the parameters
     */
    public record Ends(double load, double update) {}

    /**
     * Losses of the first and the last step. On a single batch the loss falls.
     *
     * @param first loss of the first step
     * @param last loss of the last step
     */
    public record Losses(double first, double last) {}

    double imagesPerSecond() {
        return workload.batch() * MILLISECONDS / times.median();
    }

    /** Operations of a step: two per multiply-add in forward, and in a training step twice as many in backward. */
    double operations() {
        return 2.0
                * mode.passes()
                * workload.batch()
                * workload.type().structure().multiplyAdds();
    }
}
