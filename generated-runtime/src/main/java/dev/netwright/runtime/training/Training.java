package dev.netwright.runtime.training;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
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
    private final @Nullable KeptEpoch kept;
    private final @Nullable Checkpoints checkpoints;
    private final boolean resumes;
    private final @Nullable Path resumedFile;
    private final @Nullable EarlyStopping earlyStopping;
    private final int patience;
    private final @Nullable Duration timeLimit;
    private final @Nullable KernelSet kernels;
    private final List<TrainingListener> listeners;
    private final GradientClipping clipping;
    private final double labelSmoothing;
    private final @Nullable String lastFrozenBlock;
    private final @Nullable Path start;
    private final @Nullable PlateauRule plateau;
    private final @Nullable Path runFolder;
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
        kept = options.kept;
        checkpoints = options.checkpoints;
        resumes = options.resumes;
        resumedFile = options.resumedFile;
        earlyStopping = options.earlyStopping;
        patience = options.patience;
        timeLimit = options.timeLimit;
        kernels = options.kernels;
        listeners = List.copyOf(options.listeners);
        clipping = options.clipping;
        labelSmoothing = options.labelSmoothing;
        lastFrozenBlock = options.lastFrozenBlock;
        start = options.start;
        plateau = options.plateau;
        runFolder = options.runFolder;
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

    /**
     * Images on which accuracy is measured after each epoch. Pictures that nobody has prepared are prepared as those to learn, and classes of
     * the same names in another order are put in order; pictures prepared in another way, and other classes, are refused when the run begins.
     */
    public Training test(Dataset images) {
        return changed(options -> options.test = images);
    }

    /**
     * By what epochs are compared: which is the best, which checkpoint is kept as such, and with whose weights {@code train} returns, unless
     * {@link #keep} says otherwise. Without this, the metric of {@link #earlyStopping}, else accuracy on the test images, or the training
     * loss if there are none.
     */
    public Training best(Metric metric) {
        return changed(options -> options.best = metric);
    }

    /**
     * Whose weights the network has that {@code train} returns: those of the last step, or those of the best epoch. Without this, the best's
     * where {@link #best} or {@link #earlyStopping} asks for one, and else the last's. {@link RunEnd#kept} says which epoch it is. A run with
     * {@link #checkpoints} has both in its folder, whatever is returned.
     */
    public Training keep(KeptEpoch epoch) {
        return changed(options -> options.kept = epoch);
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
     * Continues the run whose checkpoints are in the folder of {@link #checkpoints}, where it stopped; begins it if there are none. With
     * the same spec, data and options the result has the bits of a run that never stopped. More epochs than before prolong it. Which options
     * may be others is in {@code docs/training.md}.
     *
     * @see ResumeException
     */
    public Training resume() {
        return changed(options -> options.resumes = true);
    }

    /**
     * Continues the run that a checkpoint is of, whether further ones are saved or not. If they are saved in another folder than the
     * checkpoint's, it may hold no run.
     */
    public Training resumeFrom(Path checkpoint) {
        return changed(options -> options.resumedFile = checkpoint);
    }

    /** Ends the run when the metric of {@link #best} got no better for so many epochs. */
    public Training earlyStopping(int patience) {
        return changed(options -> {
            options.earlyStopping = null;
            options.patience = atLeastOne("patience", patience);
        });
    }

    /**
     * Ends the run when a metric got no better for so many epochs.
     *
     * @param patience epochs, at least 1
     * @param minimumDelta by how much it has to become better for an epoch to count, at least 0
     */
    public Training earlyStopping(Metric metric, int patience, double minimumDelta) {
        return changed(options -> {
            options.earlyStopping = new EarlyStopping(metric, patience, minimumDelta);
            options.patience = 0;
        });
    }

    /** Ends the run, between two steps, when so much time has passed since it began or was resumed; it saves itself before. */
    public Training stopAfter(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a run needs some time, found " + time);
        }
        return changed(options -> options.timeLimit = time);
    }

    /**
     * The same run for a short try: one epoch, of so many test images at most, which leaves nothing behind, goes on with nothing and tells
     * nobody.
     *
     * @param testImages at least 1
     */
    public Training rehearsal(int testImages) {
        return changed(options -> {
            options.epochs = 1;
            options.test = test == null ? null : test.first(Math.min(test.size(), testImages));
            options.checkpoints = null;
            options.resumes = false;
            options.resumedFile = null;
            options.earlyStopping = null;
            options.patience = 0;
            options.timeLimit = null;
            options.runFolder = null;
            options.listeners = List.of();
        });
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

    /**
     * Clips the gradients of each step, all together as one vector, to a norm: {@code g = g min(1, most / (norm + 1e-6))}, PyTorch's
     * {@code clip_grad_norm_} (Pascanu et al., 2013). Frozen parameters don't count.
     *
     * @param most above 0
     */
    public Training clipGradientNorm(double most) {
        return changed(options -> options.clipping = new GradientClipping.ByNorm(most));
    }

    /**
     * Clips each number of the gradients of each step to {@code -most .. most}: PyTorch's {@code clip_grad_value_}.
     *
     * @param most above 0
     */
    public Training clipGradientValues(double most) {
        return changed(options -> options.clipping = new GradientClipping.ByValue(most));
    }

    /**
     * Gives a share e of each label to all K classes alike: the loss is {@code -(1 - e) log p[label] - e / K sum of log p}, as in PyTorch's
     * {@code CrossEntropyLoss(label_smoothing=e)} (Szegedy et al., 2016). The reported training loss is this one; accuracy and evaluation see
     * the labels as they are.
     *
     * @param share at least 0 and below 1, usually 0.1
     */
    public Training labelSmoothing(double share) {
        BindingOptions checked = new BindingOptions(0, share, FrozenLayers.NONE);
        return changed(options -> options.labelSmoothing = checked.labelSmoothing());
    }

    /**
     * Leaves everything up to the end of a block as it is, auxiliary heads that stand before it in {@code TYPE.structure()} among it: no
     * gradient is computed for it, no decay and no momentum move it, and the optimizer keeps nothing for it.
     *
     * <p>Its batch norms use their running statistics and keep them, as Keras and torchvision's {@code FrozenBatchNorm2d} do: what is frozen
     * computes in training what it will compute in prediction, and a saved network has the very tensors that it began with. (PyTorch's
     * {@code requires_grad=False} alone lets running statistics drift, which fine-tuning recipes undo by {@code eval()}.) Dropout goes on.
     *
     * @param block name of the last frozen block, one of {@code TYPE.structure().blocks()}; nested classes of the generated class are called
     *     after them
     */
    public Training freezeThrough(String block) {
        return changed(options -> options.lastFrozenBlock = block);
    }

    /**
     * Begins with the tensors of a weights file that match the network's in name and shape, all but a new head for example, instead of
     * initial values. {@link TrainingListener#began} hears which did. Pictures that nobody has prepared are prepared as the weights say, if
     * the network takes that size; others have to be normalized as theirs. The same classes in another order get the order of the weights.
     *
     * @param weights safetensors, as {@code save} writes them or another program with the same names, or with those of torchvision or d2l.ai
     */
    public Training startFrom(Path weights) {
        return changed(options -> options.start = weights);
    }

    /**
     * Multiplies the learning rate, whatever its schedule, by a factor when a metric gets no better: PyTorch's {@code ReduceLROnPlateau},
     * looked at after each epoch.
     */
    public Training reduceOnPlateau(Metric metric, ReduceOnPlateau reduction) {
        return changed(options -> options.plateau = new PlateauRule(metric, reduction));
    }

    /**
     * Where the run is written down as it goes: its configuration, {@code metrics.csv}, files for TensorBoard, and {@code report.html}, which
     * is replaced after each epoch. The folder is made if it isn't there; what an earlier run left in it moves to {@code earlier/}. That a
     * folder can't be written is told on the standard error and doesn't end the run.
     */
    public Training runFolder(Path folder) {
        return changed(options -> options.runFolder = folder);
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
        if (earlyStopping != null) {
            return earlyStopping.metric();
        }
        return test == null ? Metric.TRAINING_LOSS : Metric.TEST_ACCURACY;
    }

    /** Whose weights the network has at the end. */
    public KeptEpoch kept() {
        if (kept != null) {
            return kept;
        }
        return best != null || earlyStopping().isPresent() ? KeptEpoch.BEST : KeptEpoch.LAST;
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
        return patience == 0
                ? Optional.ofNullable(earlyStopping)
                : Optional.of(new EarlyStopping(bestMetric(), patience, 0));
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

    /** What becomes of gradients before the optimizer sees them. */
    public GradientClipping clipping() {
        return clipping;
    }

    /** The share of each label that goes to all classes alike. */
    public double labelSmoothing() {
        return labelSmoothing;
    }

    /** The last block that stays as it is, if any does. */
    public Optional<String> lastFrozenBlock() {
        return Optional.ofNullable(lastFrozenBlock);
    }

    /** The weights file to begin with, if there is one. */
    public Optional<Path> start() {
        return Optional.ofNullable(start);
    }

    /** What lowers the learning rate when a metric gets no better, if anything does. */
    public Optional<PlateauRule> plateau() {
        return Optional.ofNullable(plateau);
    }

    /** Where the run is written down, if it is. */
    public Optional<Path> runFolder() {
        return Optional.ofNullable(runFolder);
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
        private @Nullable KeptEpoch kept;
        private @Nullable Checkpoints checkpoints;
        private boolean resumes;
        private @Nullable Path resumedFile;
        private @Nullable EarlyStopping earlyStopping;
        private int patience;
        private @Nullable Duration timeLimit;
        private @Nullable KernelSet kernels;
        private List<TrainingListener> listeners = List.of();
        private GradientClipping clipping = GradientClipping.NONE;
        private double labelSmoothing;
        private @Nullable String lastFrozenBlock;
        private @Nullable Path start;
        private @Nullable PlateauRule plateau;
        private @Nullable Path runFolder;
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
            kept = training.kept;
            checkpoints = training.checkpoints;
            resumes = training.resumes;
            resumedFile = training.resumedFile;
            earlyStopping = training.earlyStopping;
            patience = training.patience;
            timeLimit = training.timeLimit;
            kernels = training.kernels;
            listeners = training.listeners;
            clipping = training.clipping;
            labelSmoothing = training.labelSmoothing;
            lastFrozenBlock = training.lastFrozenBlock;
            start = training.start;
            plateau = training.plateau;
            runFolder = training.runFolder;
            loadingWorkers = training.loadingWorkers;
        }
    }
}
