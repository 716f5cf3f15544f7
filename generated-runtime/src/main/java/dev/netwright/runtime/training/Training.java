package dev.netwright.runtime.training;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The options of a run: immutable, each method returns a changed copy.
 *
 * <pre>{@code
 * Training.with(new Adam(1e-3)).epochs(5).batch(64).test(FashionMnist.test().resize(96))
 * }</pre>
 */
public final class Training {
    private final Optimizer optimizer;
    private final int epochs;
    private final int batch;
    private final long seed;
    private final Initializer initializer;
    private final LossAveraging lossAveraging;
    private final BatchLoader.Tail tail;
    private final @Nullable Dataset test;
    private final @Nullable Metric best;
    private final @Nullable Checkpoints checkpoints;
    private final boolean resumes;
    private final @Nullable Path resumedFile;
    private final @Nullable EarlyStopping earlyStopping;
    private final @Nullable Duration timeLimit;
    private final @Nullable KernelSet kernels;
    private final List<TrainingListener> listeners;
    private final int loadingWorkers;

    private Training(Options options) {
        optimizer = options.optimizer;
        epochs = options.epochs;
        batch = options.batch;
        seed = options.seed;
        initializer = options.initializer;
        lossAveraging = options.lossAveraging;
        tail = options.tail;
        test = options.test;
        best = options.best;
        checkpoints = options.checkpoints;
        resumes = options.resumes;
        resumedFile = options.resumedFile;
        earlyStopping = options.earlyStopping;
        timeLimit = options.timeLimit;
        kernels = options.kernels;
        listeners = List.copyOf(options.listeners);
        loadingWorkers = options.loadingWorkers;
    }

    /** One epoch in batches of 64, PyTorch's initial values, seed 0, loss averaged over images, with one of ND4J's optimizers. */
    public static Training with(IUpdater optimizer) {
        return with(Optimizer.of(optimizer));
    }

    /** The same with an optimizer of ours. */
    public static Training with(Optimizer optimizer) {
        return new Training(new Options(optimizer));
    }

    /** Passes over the training images, at least 1. */
    public Training epochs(int count) {
        return changed(options -> options.epochs = atLeastOne("epochs", count));
    }

    /** Images in a batch, at least 1; an epoch's last batch takes what is left, unless {@link #dropLastBatch()} says otherwise. */
    public Training batch(int images) {
        return changed(options -> options.batch = atLeastOne("batch", images));
    }

    /**
     * Leaves out an epoch's last batch where it would be smaller than the others; each epoch leaves out other images. Batch
     * norm needs it where a single image would be left, of which there is no variance.
     */
    public Training dropLastBatch() {
        return changed(options -> options.tail = BatchLoader.Tail.DROP);
    }

    /** Where initial values, order of images and dropout masks follow from. */
    public Training seed(long newSeed) {
        return changed(options -> options.seed = newSeed);
    }

    /** How parameters get their first values. */
    public Training initializer(Initializer newInitializer) {
        return changed(options -> options.initializer = newInitializer);
    }

    /** How an epoch's loss is reported. */
    public Training lossAveraging(LossAveraging averaging) {
        return changed(options -> options.lossAveraging = averaging);
    }

    /** Images on which accuracy is measured after each epoch. */
    public Training test(Dataset images) {
        return changed(options -> options.test = images);
    }

    /**
     * By what epochs are compared: which is the best, and which checkpoint is kept as such. Without this, accuracy on the test images, or
     * the training loss if there are none.
     */
    public Training best(Metric metric) {
        return changed(options -> options.best = metric);
    }

    /**
     * Saves the run in a folder of its own, after each epoch and when the JVM is asked to end (Ctrl-C, SIGTERM, {@code System.exit});
     * see {@link Checkpoints#in}.
     */
    public Training checkpoints(Path folder) {
        return checkpoints(Checkpoints.in(folder));
    }

    /** Saves the run where and when it says, and when the JVM is asked to end. */
    public Training checkpoints(Checkpoints where) {
        return changed(options -> options.checkpoints = where);
    }

    /**
     * Goes on with the run whose checkpoints are in the folder of {@link #checkpoints}, where it stopped; begins it if there are none. With
     * the same spec, data and options the result has the bits of a run that never stopped. More epochs than before prolong it.
     */
    public Training resume() {
        return changed(options -> options.resumes = true);
    }

    /** Goes on with the run that a checkpoint is of, whether further ones are saved or not. */
    public Training resumeFrom(Path checkpoint) {
        return changed(options -> options.resumedFile = checkpoint);
    }

    /** Ends the run when the metric of {@link #best} got no better for so many epochs. */
    public Training earlyStopping(int patience) {
        return earlyStopping(bestMetric(), patience, 0);
    }

    /**
     * Ends the run when a metric got no better for so many epochs.
     *
     * @param patience epochs, at least 1
     * @param minimumDelta by how much it has to become better for an epoch to count, at least 0
     */
    public Training earlyStopping(Metric metric, int patience, double minimumDelta) {
        return changed(options -> options.earlyStopping = new EarlyStopping(metric, patience, minimumDelta));
    }

    /** Ends the run, between two steps, when so much time has passed since it began or was resumed; it saves itself before. */
    public Training stopAfter(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a run needs some time, found " + time);
        }
        return changed(options -> options.timeLimit = time);
    }

    /** The kernels to compute with; by default those of the backend on the class path. */
    public Training kernels(KernelSet set) {
        return changed(options -> options.kernels = set);
    }

    /**
     * Threads that read images ahead of training, at least 1; see {@link Loading#workers}. What is learned doesn't depend on it.
     */
    public Training loadingWorkers(int threads) {
        return changed(options -> options.loadingWorkers = atLeastOne("loadingWorkers", threads));
    }

    /** Who is told of the run, beside those told already; without any, progress goes to the standard output. */
    public Training listener(TrainingListener listener) {
        return changed(options -> options.listeners =
                Stream.concat(options.listeners.stream(), Stream.of(listener)).toList());
    }

    /** The optimizer. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** Passes over the training images. */
    public int epochs() {
        return epochs;
    }

    /** Images in a batch. */
    public int batch() {
        return batch;
    }

    /** What becomes of an epoch's last batch where it would be smaller than the others. */
    public BatchLoader.Tail tail() {
        return tail;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** The initializer. */
    public Initializer initializer() {
        return initializer;
    }

    /** How an epoch's loss is reported. */
    public LossAveraging lossAveraging() {
        return lossAveraging;
    }

    /** Images on which accuracy is measured after each epoch. */
    public Optional<Dataset> test() {
        return Optional.ofNullable(test);
    }

    /** By what epochs are compared. */
    public Metric bestMetric() {
        if (best != null) {
            return best;
        }
        return test == null ? Metric.TRAINING_LOSS : Metric.TEST_ACCURACY;
    }

    /** Where and when the run saves itself, if it does. */
    public Optional<Checkpoints> checkpoints() {
        return Optional.ofNullable(checkpoints);
    }

    /** Whether the run goes on from its folder's newest checkpoint. */
    public boolean resumes() {
        return resumes;
    }

    /** The checkpoint that was named to go on from. */
    public Optional<Path> resumedFile() {
        return Optional.ofNullable(resumedFile);
    }

    /** When the run ends before its last epoch, if it does. */
    public Optional<EarlyStopping> earlyStopping() {
        return Optional.ofNullable(earlyStopping);
    }

    /** For how long the run may go on. */
    public Optional<Duration> timeLimit() {
        return Optional.ofNullable(timeLimit);
    }

    /** The kernels to compute with, if they were chosen. */
    public Optional<KernelSet> kernels() {
        return Optional.ofNullable(kernels);
    }

    /** Who is told of the run. */
    public List<TrainingListener> listeners() {
        return listeners;
    }

    /** Threads that read images ahead of training. */
    public int loadingWorkers() {
        return loadingWorkers;
    }

    /** How training images are read in batches of a size. */
    Loading loading(int size) {
        return Loading.toLearn(size, seed).tail(tail).workers(loadingWorkers);
    }

    private Training changed(Consumer<Options> change) {
        Options options = new Options(this);
        change.accept(options);
        return new Training(options);
    }

    private static int atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, found " + value);
        }
        return value;
    }

    /** The mutable twin that a change works on. */
    private static final class Options {
        private final Optimizer optimizer;
        private int epochs = 1;
        private int batch = 64;
        private long seed;
        private Initializer initializer = Initializer.PYTORCH;
        private LossAveraging lossAveraging = LossAveraging.IMAGES;
        private BatchLoader.Tail tail = BatchLoader.Tail.KEEP;
        private @Nullable Dataset test;
        private @Nullable Metric best;
        private @Nullable Checkpoints checkpoints;
        private boolean resumes;
        private @Nullable Path resumedFile;
        private @Nullable EarlyStopping earlyStopping;
        private @Nullable Duration timeLimit;
        private @Nullable KernelSet kernels;
        private List<TrainingListener> listeners = List.of();
        private int loadingWorkers = Loading.defaultWorkers();

        private Options(Optimizer optimizer) {
            this.optimizer = optimizer;
        }

        private Options(Training training) {
            optimizer = training.optimizer;
            epochs = training.epochs;
            batch = training.batch;
            seed = training.seed;
            initializer = training.initializer;
            lossAveraging = training.lossAveraging;
            tail = training.tail;
            test = training.test;
            best = training.best;
            checkpoints = training.checkpoints;
            resumes = training.resumes;
            resumedFile = training.resumedFile;
            earlyStopping = training.earlyStopping;
            timeLimit = training.timeLimit;
            kernels = training.kernels;
            listeners = training.listeners;
            loadingWorkers = training.loadingWorkers;
        }
    }
}
