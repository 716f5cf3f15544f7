package dev.netwright.runtime.training;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options of a run: immutable, each method returns a changed copy.
 *
 * <pre>{@code
 * Training.with(Optimizer.adam(1e-3)).epochs(5).batch(64).test(FashionMnist.test().resize(96))
 * }</pre>
 */
public final class Training {
    private final OptionValues values;
    private final Optimizer optimizer;

    private Training(OptionValues values) {
        this.values = values;
        this.optimizer = new Optimizer(
                values.get(LearningOptions.OPTIMIZER),
                values.get(LearningOptions.LEARNING_RATE),
                values.get(LearningOptions.WEIGHT_DECAY),
                values.get(LearningOptions.DECAYED));
    }

    /** One epoch in batches of 64, PyTorch's initial values, seed 0, loss averaged over images. */
    public static Training with(Optimizer optimizer) {
        return new Training(OptionValues.NONE
                .with(LearningOptions.OPTIMIZER, optimizer.rule())
                .with(LearningOptions.LEARNING_RATE, optimizer.learningRate())
                .with(LearningOptions.WEIGHT_DECAY, optimizer.l2())
                .with(LearningOptions.DECAYED, optimizer.decayed()));
    }

    /** Passes over the training images, at least 1. */
    public Training epochs(int count) {
        return with(RunOptions.EPOCHS, "epochs", count);
    }

    /** Images in a batch, at least 1; an epoch's last batch takes what is left, unless {@link #dropLastBatch()} says otherwise. */
    public Training batch(int images) {
        return with(LearningOptions.BATCH, "batch", images);
    }

    /**
     * Leaves out an epoch's last batch where it would be smaller than the others; each epoch leaves out other images. Batch
     * norm needs it where a single image would be left, of which there is no variance.
     */
    public Training dropLastBatch() {
        return with(LearningOptions.LAST_BATCH, BatchLoader.Tail.DROP);
    }

    /** Where initial values, order of images and dropout masks follow from. */
    public Training seed(long newSeed) {
        return with(LearningOptions.SEED, newSeed);
    }

    /** How parameters get their first values. */
    public Training initializer(Initializer newInitializer) {
        return with(LearningOptions.INITIALIZER, newInitializer);
    }

    /** How an epoch's loss is reported. */
    public Training lossAveraging(LossAveraging averaging) {
        return with(LearningOptions.LOSS_AVERAGING, averaging);
    }

    /**
     * Images on which accuracy is measured after each epoch. Pictures that nobody has prepared are prepared as those to learn, and classes of
     * the same names in another order are put in order; pictures prepared in another way, and other classes, are refused when the run begins.
     */
    public Training test(Dataset images) {
        return with(LearningOptions.TEST, images);
    }

    /**
     * By what epochs are compared: which is the best, which checkpoint is kept as such, and with whose weights {@code train} returns, unless
     * {@link #keep} says otherwise. Without this, the metric of {@link #earlyStopping}, else accuracy on the test images, or the training
     * loss if there are none.
     */
    public Training best(Metric metric) {
        return with(RunOptions.BEST, metric);
    }

    /**
     * Whose weights the network has that {@code train} returns: those of the last step, or those of the best epoch. Without this, the best's
     * where {@link #best} or {@link #earlyStopping} asks for one, and else the last's. {@link RunEnd#kept} says which epoch it is. A run with
     * {@link #checkpoints} has both in its folder, whatever is returned.
     */
    public Training keep(KeptEpoch epoch) {
        return with(RunOptions.KEEP, epoch);
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
        return with(RunOptions.CHECKPOINTS, where);
    }

    /**
     * Continues the run whose checkpoints are in the folder of {@link #checkpoints}, where it stopped; begins it if there are none. With
     * the same spec, data and options the result is bit-identical to that of a run that never stopped. More epochs than before prolong it.
     * Which options may be others is in {@code docs/training.md}; others end in a {@link ResumeException}.
     */
    public Training resume() {
        return with(RunOptions.RESUME, true);
    }

    /**
     * Continues the run that a checkpoint is of, whether further ones are saved or not. If they are saved in another folder than the
     * checkpoint's, it may hold no run.
     */
    public Training resumeFrom(Path checkpoint) {
        return with(RunOptions.RESUME_FROM, checkpoint);
    }

    /** Ends the run when the metric of {@link #best} got no better for so many epochs, at least 1. */
    public Training earlyStopping(int patience) {
        return new Training(values.without(RunOptions.EARLY_STOPPING))
                .with(RunOptions.PATIENCE, "earlyStopping", patience);
    }

    /**
     * Ends the run when a metric got no better for so many epochs.
     *
     * @param patience epochs, at least 1
     * @param minimumDelta by how much it has to become better for an epoch to count, at least 0
     */
    public Training earlyStopping(Metric metric, int patience, double minimumDelta) {
        EarlyStopping rule = new EarlyStopping(metric, patience, minimumDelta);
        return new Training(values.without(RunOptions.PATIENCE)).with(RunOptions.EARLY_STOPPING, rule);
    }

    /** Ends the run, between two steps, when so much time has passed since it began or was resumed; it saves itself before. */
    public Training stopAfter(Duration time) {
        return with(RunOptions.TIME_LIMIT, "stopAfter", time);
    }

    /**
     * The same run for a short try: one epoch, of so many test images at most, at least 1, which leaves nothing behind, continues nothing and
     * tells nobody.
     */
    public Training rehearsal(int testImages) {
        LearningOptions.COUNT.checked("rehearsal", testImages);
        OptionValues tried = values.with(RunOptions.EPOCHS, 1).without(RunOptions.OF_THE_WHOLE_RUN);
        return new Training(test().map(
                        test -> tried.with(LearningOptions.TEST, test.first(Math.min(test.size(), testImages))))
                .orElse(tried));
    }

    /** The kernels to compute with; by default those of the backend on the class path. */
    public Training kernels(KernelSet set) {
        return with(RunOptions.KERNELS, set);
    }

    /** Threads that read images ahead of training, at least 1; see {@link Loading#workers}. What is learned doesn't depend on it. */
    public Training loadingWorkers(int threads) {
        return with(RunOptions.LOADING_WORKERS, "loadingWorkers", threads);
    }

    /** Who is told of the run, beside those told already; without any, progress goes to the standard output. */
    public Training listener(TrainingListener listener) {
        return with(RunOptions.LISTENERS, RunOptions.Listeners.of(listeners(), listener));
    }

    /**
     * Clips the gradients of each step, all together as one vector, to a norm: {@code g = g min(1, most / (norm + 1e-6))}, PyTorch's
     * {@code clip_grad_norm_} (Pascanu et al., 2013). Frozen parameters don't count; {@code most} is above 0.
     */
    public Training clipGradientNorm(double most) {
        LearningOptions.LIMIT.checked("clipGradientNorm", most);
        return with(LearningOptions.CLIPPING, new GradientClipping.ByNorm(most));
    }

    /** Clips each number of the gradients of each step to {@code -most .. most}, above 0: PyTorch's {@code clip_grad_value_}. */
    public Training clipGradientValues(double most) {
        LearningOptions.LIMIT.checked("clipGradientValues", most);
        return with(LearningOptions.CLIPPING, new GradientClipping.ByValue(most));
    }

    /**
     * Gives a share e of each label to all K classes alike: the loss is {@code -(1 - e) log p[label] - e / K sum of log p}, as in PyTorch's
     * {@code CrossEntropyLoss(label_smoothing=e)} (Szegedy et al., 2016). The reported training loss is this one; accuracy and evaluation see
     * the labels as they are.
     *
     * @param share at least 0 and below 1, usually 0.1
     */
    public Training labelSmoothing(double share) {
        return with(LearningOptions.LABEL_SMOOTHING, "labelSmoothing", share);
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
        return with(LearningOptions.LAST_FROZEN_BLOCK, block);
    }

    /**
     * Begins with the tensors of a weights file that match the network's in name and shape, all but a new head for example, instead of
     * initial values. {@link TrainingListener#began} hears which did. Pictures that nobody has prepared are prepared as the weights say, if
     * the network takes that size; others have to be normalized as theirs. The same classes in another order get the order of the weights.
     *
     * @param weights safetensors, as {@code save} writes them or another program with the same names, or with those of torchvision or d2l.ai
     */
    public Training startFrom(Path weights) {
        return with(LearningOptions.START, weights);
    }

    /**
     * Multiplies the learning rate, whatever its schedule, by a factor when a metric gets no better: PyTorch's {@code ReduceLROnPlateau},
     * looked at after each epoch.
     */
    public Training reduceOnPlateau(Metric metric, ReduceOnPlateau reduction) {
        return with(LearningOptions.PLATEAU, new PlateauRule(metric, reduction));
    }

    /**
     * Where the run is written down as it goes: its configuration, {@code metrics.csv}, files for TensorBoard, and {@code report.html}, which
     * is replaced after each epoch. The folder is made if it isn't there; what an earlier run left in it moves to {@code earlier/}. That a
     * folder can't be written is told on the standard error and doesn't end the run.
     */
    public Training runFolder(Path folder) {
        return with(RunOptions.RUN_FOLDER, folder);
    }

    /**
     * The same with an option's value in the place of any other, for a front end of its own.
     *
     * @throws IllegalArgumentException if it is out of the option's range
     */
    public <T> Training with(RunOption<T> option, T value) {
        return with(option, option.name(), value);
    }

    private <T> Training with(RunOption<T> option, String method, T value) {
        return new Training(values.with(option, option.codec().range().checked(method, value)));
    }

    /** What was given of the options. */
    public OptionValues values() {
        return values;
    }

    /** The optimizer. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** Passes over the training images. */
    public int epochs() {
        return values.get(RunOptions.EPOCHS);
    }

    /** Images in a batch. */
    public int batch() {
        return values.get(LearningOptions.BATCH);
    }

    /** What becomes of an epoch's last batch where it would be smaller than the others. */
    public BatchLoader.Tail tail() {
        return values.get(LearningOptions.LAST_BATCH);
    }

    /** The seed. */
    public long seed() {
        return values.get(LearningOptions.SEED);
    }

    /** The initializer. */
    public Initializer initializer() {
        return values.get(LearningOptions.INITIALIZER);
    }

    /** How an epoch's loss is reported. */
    public LossAveraging lossAveraging() {
        return values.get(LearningOptions.LOSS_AVERAGING);
    }

    /** Images on which accuracy is measured after each epoch. */
    public Optional<Dataset> test() {
        return values.find(LearningOptions.TEST);
    }

    /** By what epochs are compared. */
    public Metric bestMetric() {
        return values.get(RunOptions.BEST);
    }

    /** Whose weights the network has at the end. */
    public KeptEpoch kept() {
        return values.get(RunOptions.KEEP);
    }

    /** Where and when the run saves itself, if it does. */
    public Optional<Checkpoints> checkpoints() {
        return values.find(RunOptions.CHECKPOINTS);
    }

    /** Whether the run goes on from its folder's newest checkpoint. */
    public boolean resumes() {
        return values.get(RunOptions.RESUME);
    }

    /** The checkpoint that was named to go on from. */
    public Optional<Path> resumedFile() {
        return values.find(RunOptions.RESUME_FROM);
    }

    /** When the run ends before its last epoch, if it does. */
    public Optional<EarlyStopping> earlyStopping() {
        return values.find(RunOptions.EARLY_STOPPING);
    }

    /** For how long the run may go on. */
    public Optional<Duration> timeLimit() {
        return values.find(RunOptions.TIME_LIMIT);
    }

    /** The kernels to compute with, if they were chosen. */
    public Optional<KernelSet> kernels() {
        return values.find(RunOptions.KERNELS);
    }

    /** Who is told of the run. */
    public List<TrainingListener> listeners() {
        return values.find(RunOptions.LISTENERS)
                .orElse(RunOptions.Listeners.NONE)
                .list();
    }

    /** What becomes of gradients before the optimizer sees them. */
    public GradientClipping clipping() {
        return values.get(LearningOptions.CLIPPING);
    }

    /** The share of each label that goes to all classes alike. */
    public double labelSmoothing() {
        return values.get(LearningOptions.LABEL_SMOOTHING);
    }

    /** The last block that stays as it is, if any does. */
    public Optional<String> lastFrozenBlock() {
        return values.find(LearningOptions.LAST_FROZEN_BLOCK);
    }

    /** The weights file to begin with, if there is one. */
    public Optional<Path> start() {
        return values.find(LearningOptions.START);
    }

    /** What lowers the learning rate when a metric gets no better, if anything does. */
    public Optional<PlateauRule> plateau() {
        return values.find(LearningOptions.PLATEAU);
    }

    /** Where the run is written down, if it is. */
    public Optional<Path> runFolder() {
        return values.find(RunOptions.RUN_FOLDER);
    }

    /** Threads that read images ahead of training. */
    public int loadingWorkers() {
        return values.get(RunOptions.LOADING_WORKERS);
    }
}
