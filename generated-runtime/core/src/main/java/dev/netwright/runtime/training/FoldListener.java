package dev.netwright.runtime.training;

/** Follows a cross-validation. */
public interface FoldListener {
    /**
     * Called before a fold's network is trained.
     *
     * @param fold the number of the fold, from 1 on
     * @param count the number of folds
     * @param trainingImages number of images to train on
     * @param images number of images to evaluate on
     */
    default void began(int fold, int count, int trainingImages, int images) {}

    /**
     * Called after a fold's network was evaluated.
     *
     * @param outcome what came of it
     */
    default void ended(FoldOutcome outcome) {}
}
