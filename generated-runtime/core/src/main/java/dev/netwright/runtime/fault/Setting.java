package dev.netwright.runtime.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting that fixes a fault. Messages name the setting, and each front end has its own words for it: programs call a
 * method, the command line has an option.
 */
public enum Setting {
    /** Skips unreadable pictures. */
    SKIP_UNREADABLE("PictureFolder.skipUnreadable()"),
    /** The columns of a CSV file that lists pictures. */
    COLUMNS("PictureFolder.labelledBy(csv, pictureColumn, labelColumn)"),
    /** The columns of a CSV file with labels or numbers. */
    LABEL_COLUMNS("PictureFolder.labelledBy(csv, pictureColumn, labelColumns) or numberedBy(...)"),
    /** The names of all classes, in order. */
    CLASS_NAMES("LabelledPictureFiles.withLabels(names)"),
    /** Caches decoded pictures in the heap. */
    CACHED("cached()"),
    /** The share of the training part in a split. */
    SHARE("the share"),
    /** The test images. */
    TEST_DATA("Training.test(...)"),
    /** The small dataset that comes with Netwright. */
    BUNDLED("FashionMnist.bundledTrain() and bundledTest()"),
    /** Downloads the whole dataset. */
    DOWNLOAD("FashionMnist.download()"),
    /** The folder of the downloaded dataset. */
    DOWNLOADED("FashionMnist.train(folder)"),
    /** The network; in programs the generated class itself. */
    NETWORK(null),
    /** The kernel set. */
    KERNELS("Training.kernels(...)"),
    /** The number of images in a batch. */
    BATCH("Training.batch(...)"),
    /** Drops an epoch's last batch if it is smaller than the others. */
    DROP_LAST_BATCH("Training.dropLastBatch()"),
    /** The number of batches whose gradients are added before a step. */
    ACCUMULATION("Training.accumulate(...)"),
    /** Draws as many images of each class. */
    BALANCE_CLASSES("Training.balanceClasses()"),
    /** The learning rate, which in programs belongs to the optimizer. */
    LEARNING_RATE("the learning rate"),
    /** The learning rates of single layers, which in programs belong to the optimizer. */
    LAYER_RATES("Training.with(optimizer.rate(prefix, factor))"),
    /** The weight of each class in the loss. */
    CLASS_WEIGHTS("Training.classWeights(...)"),
    /** The weight of the images that have a label. */
    POSITIVE_WEIGHTS("Training.positiveWeights(...)"),
    /** The number of threads that load images ahead of training. */
    LOADING_WORKERS("Training.loadingWorkers(n)"),
    /** Blends images of a batch. */
    MIX_UP("Training.mixUp"),
    /** Pastes parts of images into others. */
    CUT_MIX("Training.cutMix"),
    /** Clips gradients by their norm. */
    CLIP_GRADIENTS("Training.clipGradientNorm"),
    /** The metric by which epochs are compared. */
    METRIC("Metric.TRAINING_LOSS"),
    /** The folder of the run's checkpoints. */
    CHECKPOINTS("Training.checkpoints(folder)"),
    /** Resumes the run of the checkpoint folder. */
    RESUME("Training.resume()"),
    /** Resumes the run of a checkpoint. */
    RESUME_FROM("resumeFrom(file)"),
    /** Starts from the weights of another network. */
    START_FROM("Training.startFrom"),
    /** The last frozen block. */
    FREEZE_THROUGH("Training.freezeThrough");

    private final @Nullable String call;

    Setting(@Nullable String call) {
        this.call = call;
    }

    /** The call in a program; empty if there is no single one. */
    Optional<String> call() {
        return Optional.ofNullable(call);
    }
}
