package dev.netwright.runtime.training;

/** Is told of a run as it goes, on the training thread but for {@link #interrupted} and what comes after it. */
public interface TrainingListener {
    /** The network has taken over what matches of a weights file; before {@link #started}. */
    default void began(InitialWeights weights) {}

    /** The network is bound and the first batch comes next. */
    default void started(RunStart run) {}

    /** A batch has been learned. */
    default void stepped(StepEnd step) {}

    /** There is one more point of the run's curves: at each fifth of an epoch, and at its end with what the test images gave. */
    default void measured(RunPoint point) {}

    /**
     * The test images have been evaluated; before {@link #epochEnded}.
     *
     * @param epoch from 1
     */
    default void evaluated(int epoch, TestOutcome outcome) {}

    /** An epoch has been learned and, if there are test images, evaluated. */
    default void epochEnded(EpochEnd epoch) {}

    /** A checkpoint has been written. */
    default void saved(SavedCheckpoint checkpoint) {}

    /**
     * The JVM has been asked to end; a run with {@link Training#checkpoints} saves itself now, and {@link #saved} or {@link #notSaved}
     * follow. Told on another thread, while the training thread may still be telling of something else.
     */
    default void interrupted() {}

    /** The run could not be saved at the end of the JVM; the checkpoint before is as it was. */
    default void notSaved(RuntimeException reason) {}

    /** The run has come to its end. */
    default void ended(RunEnd run) {}
}
