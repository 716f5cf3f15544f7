package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and when a run saves checkpoints. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * Training.with(Optimizer.adam(1e-3)).checkpoints(Checkpoints.in(Path.of("runs/leaves")).every(Duration.ofMinutes(10)))
 * }</pre>
 *
 * @param folder folder of this run alone; created if it doesn't exist
 * @param steps number of steps between two saves, 0 to save only after epochs
 * @param interval time between two saves within an epoch; empty to save only after epochs
 */
public record Checkpoints(Path folder, int steps, Optional<Duration> interval) {
    /**
     * Checks the ranges.
     *
     * @param folder folder of this run alone; created if it doesn't exist
     * @param steps number of steps between two saves, 0 to save only after epochs
     * @param interval time between two saves within an epoch; empty to save only after epochs
     * @throws IllegalArgumentException if {@code steps} is negative, or {@code interval} isn't positive
     */
    public Checkpoints {
        if (steps < 0
                || interval.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
            throw new IllegalArgumentException(
                    "checkpoints need a positive number of steps or a positive time between saves, found " + steps
                            + " steps and " + interval.map(Duration::toString).orElse("no time"));
        }
    }

    /**
     * Saves after each epoch: as {@code last.safetensors}, and as {@code best.safetensors} if no earlier epoch was
     * better.
     *
     * @param folder folder of this run alone; created if it doesn't exist
     * @return checkpoints after epochs only
     */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, 0, Optional.empty());
    }

    /**
     * Also saves within an epoch, after a number of steps.
     *
     * @param count steps between two saves, at least 1
     * @return a changed copy
     */
    public Checkpoints everySteps(int count) {
        return new Checkpoints(folder, LearningOptions.COUNT.checked("everySteps", count), interval);
    }

    /**
     * Also saves within an epoch, after an amount of time.
     *
     * @param time time between two saves, above 0
     * @return a changed copy
     */
    public Checkpoints every(Duration time) {
        return new Checkpoints(folder, steps, Optional.of(RunOptions.TIME.checked("every", time)));
    }

    /** {@return the file of the newest checkpoint} */
    public Path last() {
        return CheckpointFolder.last(folder);
    }

    /** {@return the file of the checkpoint with the best value of {@link Training#best}} */
    public Path best() {
        return CheckpointFolder.best(folder);
    }
}
