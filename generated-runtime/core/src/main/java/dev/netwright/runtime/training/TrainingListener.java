package dev.netwright.runtime.training;

/**
 * Receives the events of a run. Methods are called on the training thread, except {@link #interrupted} and what follows
 * it.
 */
public interface TrainingListener {
    /**
     * The network has loaded the matching tensors of a weights file. Called before {@link #started}.
     *
     * @param weights which tensors were loaded
     */
    default void began(InitialWeights weights) {}

    /**
     * The network is bound, and the first batch follows.
     *
     * @param run the run that starts
     */
    default void started(RunStart run) {}

    /**
     * A batch has been learned.
     *
     * @param step results of the step
     */
    default void stepped(StepEnd step) {}

    /**
     * The run's curves have a new point: after each fifth of an epoch, and at the epoch's end with the results on the
     * test images.
     *
     * @param point the point
     */
    default void measured(RunPoint point) {}

    /**
     * The test images have been evaluated. Called before {@link #epochEnded}.
     *
     * @param epoch number of the epoch, from 1
     * @param outcome confusion matrix and worst mistakes
     */
    default void evaluated(int epoch, TestOutcome outcome) {}

    /**
     * An epoch has been learned and, if there are test images, evaluated.
     *
     * @param epoch results of the epoch
     */
    default void epochEnded(EpochEnd epoch) {}

    /**
     * A checkpoint has been written.
     *
     * @param checkpoint its file and position
     */
    default void saved(SavedCheckpoint checkpoint) {}

    /**
     * The JVM is shutting down. A run with {@link Training#checkpoints} is saved next; {@link #saved} or {@link
     * #notSaved} follows. Called on another thread, possibly while the training thread is in another method of this
     * listener.
     */
    default void interrupted() {}

    /**
     * The run couldn't be saved when the JVM shut down. The previous checkpoint is unchanged.
     *
     * @param reason why
     */
    default void notSaved(RuntimeException reason) {}

    /**
     * The run has ended.
     *
     * @param run results of the run
     */
    default void ended(RunEnd run) {}
}
