package dev.netwright.runtime.training;

/** Is told of a run as it goes, on the training thread. */
public interface TrainingListener {
    /** The network has taken over what matches of a weights file; before {@link #started}. */
    default void began(InitialWeights weights) {}

    /** The network is bound and the first batch comes next. */
    default void started(RunStart run) {}

    /** A batch has been learned. */
    default void stepped(StepEnd step) {}

    /**
     * The test images have been judged; before {@link #epochEnded}.
     *
     * @param epoch from 1
     */
    default void evaluated(int epoch, TestOutcome outcome) {}

    /** An epoch has been learned and, if there are test images, evaluated. */
    default void epochEnded(EpochEnd epoch) {}

    /** The run has come to its end. */
    default void ended(RunEnd run) {}
}
