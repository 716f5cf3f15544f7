package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and when a run saves itself: immutable, each method returns a changed copy.
 *
 * <pre>{@code
 * Training.with(Optimizer.adam(1e-3)).checkpoints(Checkpoints.in(Path.of("runs/leaves")).every(Duration.ofMinutes(10)))
 * }</pre>
 *
 * @param folder of one run; it is made if there is none
 * @param steps a save after so many; 0 for none
 * @param interval a save when so much time has passed since the last one
 */
public record Checkpoints(Path folder, int steps, Optional<Duration> interval) {
    /** Refuses what never comes. */
    public Checkpoints {
        if (steps < 0
                || interval.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
            throw new IllegalArgumentException(
                    "a run is saved every so many steps or so much time, both above 0, found " + steps + " steps and "
                            + interval.map(Duration::toString).orElse("no time"));
        }
    }

    /** After each epoch as {@code last.safetensors}, and as {@code best.safetensors} if the epoch was better than all before it. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, 0, Optional.empty());
    }

    /** Also within epochs, after so many steps, at least 1. */
    public Checkpoints everySteps(int count) {
        return new Checkpoints(folder, LearningOptions.COUNT.checked("everySteps", count), interval);
    }

    /** Also within epochs, when so much time has passed, more than none. */
    public Checkpoints every(Duration time) {
        return new Checkpoints(folder, steps, Optional.of(RunOptions.TIME.checked("every", time)));
    }

    /** The newest checkpoint. */
    public Path last() {
        return CheckpointFolder.last(folder);
    }

    /** The checkpoint with the best value of {@link Training#best}. */
    public Path best() {
        return CheckpointFolder.best(folder);
    }
}
