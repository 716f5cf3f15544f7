package dev.netwright.runtime.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user can set so that a fault doesn't come again. A message names the setting, and each front end has its own word for
 * it: a program calls a method, the command line has an option.
 */
public enum Setting {
    /** Leaving out pictures that can't be read. */
    SKIP_UNREADABLE("PictureFolder.skipUnreadable()"),
    /** The columns of a list of pictures. */
    COLUMNS("PictureFolder.labelledBy(csv, pictureColumn, labelColumn)"),
    /** The names of all classes, in their order. */
    CLASS_NAMES("LabelledPictureFiles.withLabels(names)"),
    /** Pictures in the heap. */
    CACHED("cached()"),
    /** The training part's share of a split. */
    SHARE("the share"),
    /** The pictures that accuracy is measured on. */
    TEST_DATA("Training.test(...)"),
    /** The small data set that is always there. */
    BUNDLED("FashionMnist.bundledTrain() and bundledTest()"),
    /** The whole data set, from the network. */
    DOWNLOAD("FashionMnist.download()"),
    /** The folder of the whole data set. */
    DOWNLOADED("FashionMnist.train(folder)"),
    /** The network; in a program it is the class itself. */
    NETWORK(null),
    /** The kernels. */
    KERNELS("Training.kernels(...)"),
    /** Images in a batch. */
    BATCH("Training.batch(...)"),
    /** Leaving out an epoch's last, smaller batch. */
    DROP_LAST_BATCH("Training.dropLastBatch()"),
    /** The learning rate, which in a program is the optimizer's. */
    LEARNING_RATE("the learning rate"),
    /** Threads that read images ahead of training. */
    LOADING_WORKERS("Training.loadingWorkers(n)"),
    /** A limit of the gradients' norm. */
    CLIP_GRADIENTS("Training.clipGradientNorm"),
    /** By what epochs are compared. */
    METRIC("Metric.TRAINING_LOSS"),
    /** The folder that a run saves itself in. */
    CHECKPOINTS("Training.checkpoints(folder)"),
    /** Continuing the run of that folder. */
    RESUME("Training.resume()"),
    /** Continuing the run of a checkpoint. */
    RESUME_FROM("resumeFrom(file)"),
    /** Initial values from another network's weights. */
    START_FROM("Training.startFrom"),
    /** The last block that stays as it is. */
    FREEZE_THROUGH("Training.freezeThrough");

    private final @Nullable String call;

    Setting(@Nullable String call) {
        this.call = call;
    }

    /** What a program calls; empty if it has no single name for it. */
    Optional<String> call() {
        return Optional.ofNullable(call);
    }
}
