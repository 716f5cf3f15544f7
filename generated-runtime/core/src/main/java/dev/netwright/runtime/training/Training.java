package dev.netwright.runtime.training;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.data.Sampling;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The options of a run. Immutable; each method returns a changed copy. A value out of range is an {@link
 * IllegalArgumentException} that names the method and the range.
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
                values.get(LearningOptions.DECAYED),
                values.get(LearningOptions.LAYER_RATES));
    }

    /**
     * Default options with an optimizer: one epoch in batches of 64, PyTorch's initial values, seed 0, and loss
     * averaged over images.
     *
     * @param optimizer the optimizer, its learning rate and weight decay
     * @return options with these values
     */
    public static Training with(Optimizer optimizer) {
        return new Training(values(OptionValues.NONE, optimizer));
    }

    private static OptionValues values(OptionValues others, Optimizer optimizer) {
        return others.with(LearningOptions.OPTIMIZER, optimizer.rule())
                .with(LearningOptions.LEARNING_RATE, optimizer.learningRate())
                .with(LearningOptions.WEIGHT_DECAY, optimizer.l2())
                .with(LearningOptions.DECAYED, optimizer.decayed())
                .with(LearningOptions.LAYER_RATES, optimizer.layerRates());
    }

    /**
     * Replaces the optimizer, and with it the learning rate, its schedule and weight decay. All other options stay.
     *
     * @param optimizer the optimizer, its learning rate and weight decay
     * @return a changed copy
     */
    public Training optimizer(Optimizer optimizer) {
        return new Training(values(values, optimizer));
    }

    /**
     * Sets the number of epochs; 1 by default.
     *
     * @param count number of passes over the training images, at least 1
     * @return a changed copy
     */
    public Training epochs(int count) {
        return with(RunOptions.EPOCHS, "epochs", count);
    }

    /**
     * Sets the batch size; 64 by default. An epoch's last batch may be smaller; see {@link #dropLastBatch()}.
     *
     * @param images images in a batch, at least 1
     * @return a changed copy
     */
    public Training batch(int images) {
        return with(LearningOptions.BATCH, "batch", images);
    }

    /**
     * Drops an epoch's last batch if it is smaller than the others; each epoch drops different images. A network with
     * batch norm needs this if the last batch would hold a single image, which has no variance.
     *
     * <p>With {@link #accumulate} it drops the last step if that is smaller than the others, whole batches included: of
     * 1,000 images in steps of 4 batches of 128, an epoch learns 512.
     *
     * @return a changed copy
     */
    public Training dropLastBatch() {
        return with(LearningOptions.LAST_BATCH, BatchLoader.Tail.DROP);
    }

    /**
     * Draws images so that each epoch has as many of one class as of another; the number of images in an epoch stays.
     * Images of a small class come several times, each as often as another of its class or once more; of a large class,
     * each epoch has another random part. Draws follow from the seed and the epoch. An image that comes again is
     * augmented anew. Use either this or weights of the loss, not both. Only a network that learns one class of each
     * image has classes to balance.
     *
     * @return a changed copy
     */
    public Training balanceClasses() {
        return with(LearningOptions.SAMPLING, Sampling.BALANCED);
    }

    /**
     * Sets the seed of initial values, image order, augmentation and dropout; 0 by default.
     *
     * @param newSeed any number
     * @return a changed copy
     */
    public Training seed(long newSeed) {
        return with(LearningOptions.SEED, newSeed);
    }

    /**
     * Sets how parameters are initialized; as in PyTorch by default.
     *
     * @param newInitializer the initializer
     * @return a changed copy
     */
    public Training initializer(Initializer newInitializer) {
        return with(LearningOptions.INITIALIZER, newInitializer);
    }

    /**
     * Sets how the losses of an epoch's batches are averaged; over images by default.
     *
     * @param averaging over images or over batches
     * @return a changed copy
     */
    public Training lossAveraging(LossAveraging averaging) {
        return with(LearningOptions.LOSS_AVERAGING, averaging);
    }

    /**
     * Sets images on which the network is evaluated after each epoch. Unprepared pictures are prepared like the
     * training images, and classes with the same names are reordered. Other classes, or pictures prepared differently,
     * are an error when the run starts.
     *
     * @param images the test images
     * @return a changed copy
     */
    public Training test(Dataset images) {
        return with(LearningOptions.TEST, images);
    }

    /**
     * Sets the metric by which epochs are compared. It decides which epoch is the best, which checkpoint is kept as the
     * best, and, unless {@link #keep} says otherwise, which weights {@code train} returns. The default is the metric of
     * {@link #earlyStopping}, else test accuracy, or training loss if there are no test images.
     *
     * @param metric the metric
     * @return a changed copy
     */
    public Training best(Metric metric) {
        return with(RunOptions.BEST, metric);
    }

    /**
     * Sets which weights {@code train} returns: those of the last step or those of the best epoch. The default is the
     * best epoch if {@link #best} or {@link #earlyStopping} is set, and else the last step. {@link RunEnd#kept} says
     * which epoch was returned. A run with {@link #checkpoints} saves both in its folder in any case.
     *
     * @param epoch the best or the last
     * @return a changed copy
     */
    public Training keep(KeptEpoch epoch) {
        return with(RunOptions.KEEP, epoch);
    }

    /**
     * Saves the run in a folder after each epoch, and when the JVM shuts down (Ctrl-C, SIGTERM, {@code System.exit});
     * see {@link Checkpoints#in}.
     *
     * @param folder folder of this run alone; created if it doesn't exist
     * @return a changed copy
     */
    public Training checkpoints(Path folder) {
        return checkpoints(Checkpoints.in(folder));
    }

    /**
     * Saves the run in a folder, at the given times and when the JVM shuts down.
     *
     * @param where folder and times
     * @return a changed copy
     */
    public Training checkpoints(Checkpoints where) {
        return with(RunOptions.CHECKPOINTS, where);
    }

    /**
     * Resumes the run in the folder of {@link #checkpoints}, or starts it if there are no checkpoints. With the same
     * spec, data and options the result is bit-identical to that of an uninterrupted run. The number of epochs may be
     * raised. {@code docs/training.md} lists the options that may change; changing another one is a {@link
     * ResumeException}.
     *
     * @return a changed copy
     */
    public Training resume() {
        return with(RunOptions.RESUME, true);
    }

    /**
     * Resumes the run of a checkpoint, with or without saving further ones. If {@link #checkpoints} names another
     * folder than the checkpoint's, that folder must not hold a run.
     *
     * @param checkpoint file of the checkpoint
     * @return a changed copy
     */
    public Training resumeFrom(Path checkpoint) {
        return with(RunOptions.RESUME_FROM, checkpoint);
    }

    /**
     * Ends the run when the metric of {@link #best} stops improving.
     *
     * @param patience number of epochs without an improvement after which the run ends, at least 1
     * @return a changed copy
     */
    public Training earlyStopping(int patience) {
        return new Training(values.without(RunOptions.EARLY_STOPPING))
                .with(RunOptions.PATIENCE, "earlyStopping", patience);
    }

    /**
     * Ends the run when a metric stops improving.
     *
     * @param metric the metric that has to improve
     * @param patience number of epochs without an improvement after which the run ends, at least 1
     * @param minimumDelta the smallest change that counts as an improvement, at least 0
     * @return a changed copy
     */
    public Training earlyStopping(Metric metric, int patience, double minimumDelta) {
        EarlyStopping rule = new EarlyStopping(metric, patience, minimumDelta);
        return new Training(values.without(RunOptions.PATIENCE)).with(RunOptions.EARLY_STOPPING, rule);
    }

    /**
     * Ends the run after a time, between two steps. It is saved before if it has {@link #checkpoints}.
     *
     * @param time time since the run started or resumed, above 0
     * @return a changed copy
     */
    public Training stopAfter(Duration time) {
        return with(RunOptions.TIME_LIMIT, "stopAfter", time);
    }

    /**
     * Shortens the run to a rehearsal: one epoch and a few test images, without files and listeners, and without
     * resuming.
     *
     * @param testImages the largest number of test images, at least 1
     * @return a changed copy
     */
    public Training rehearsal(int testImages) {
        LearningOptions.COUNT.checked("rehearsal", testImages);
        OptionValues tried = values.with(RunOptions.EPOCHS, 1).without(RunOptions.OF_THE_WHOLE_RUN);
        return new Training(test().map(
                        test -> tried.with(LearningOptions.TEST, test.first(Math.min(test.size(), testImages))))
                .orElse(tried));
    }

    /**
     * Sets the kernels; by default those of the fastest backend on the class path.
     *
     * @param set the kernel set
     * @return a changed copy
     */
    public Training kernels(KernelSet set) {
        return with(RunOptions.KERNELS, set);
    }

    /**
     * Sets the number of threads that load images ahead of training; see {@link Loading#workers}. The result doesn't
     * depend on it.
     *
     * @param threads number of threads, at least 1
     * @return a changed copy
     */
    public Training loadingWorkers(int threads) {
        return with(RunOptions.LOADING_WORKERS, "loadingWorkers", threads);
    }

    /**
     * Adds a listener. Without any, progress is printed to standard output.
     *
     * @param listener the listener
     * @return a changed copy
     */
    public Training listener(TrainingListener listener) {
        return with(RunOptions.LISTENERS, RunOptions.Listeners.of(listeners(), listener));
    }

    /**
     * Clips the gradients of each step by their common norm: {@code g = g min(1, most / (norm + 1e-6))}, as PyTorch's
     * {@code clip_grad_norm_} does (Pascanu et al., 2013). The norm leaves out frozen parameters.
     *
     * @param most the largest norm, above 0
     * @return a changed copy
     */
    public Training clipGradientNorm(double most) {
        LearningOptions.LIMIT.checked("clipGradientNorm", most);
        return with(LearningOptions.CLIPPING, new GradientClipping.ByNorm(most));
    }

    /**
     * Clips each element of the gradients to {@code [-most, most]}, as PyTorch's {@code clip_grad_value_} does.
     *
     * @param most the largest magnitude, above 0
     * @return a changed copy
     */
    public Training clipGradientValues(double most) {
        LearningOptions.LIMIT.checked("clipGradientValues", most);
        return with(LearningOptions.CLIPPING, new GradientClipping.ByValue(most));
    }

    /**
     * Spreads a share e of each label evenly over all K classes: the loss is {@code -(1 - e) log p[label] - e / K sum
     * of log p}, as in PyTorch's {@code CrossEntropyLoss(label_smoothing=e)} (Szegedy et al., 2016). The reported
     * training loss is smoothed; accuracy and evaluation use the unsmoothed labels.
     *
     * @param share at least 0 and below 1, usually 0.1
     * @return a changed copy
     */
    public Training labelSmoothing(double share) {
        return with(LearningOptions.LABEL_SMOOTHING, "labelSmoothing", share);
    }

    /**
     * Blends each image of a batch with another one of it: {@code x = lambda x + (1 - lambda) x'}, and the same for the
     * classes, which become shares (Zhang et al., 2018). One lambda is drawn from {@code Beta(alpha, alpha)} for a
     * batch, as in torchvision's recipe. With {@link #cutMix} as well, each batch draws one of the two. Label smoothing
     * smooths the shares.
     *
     * <p>The reported training loss is that of the shares. An answer counts as correct if it is the class with the
     * largest share, as in torchvision's recipe, so training accuracy is lower than without mixing. Evaluation mixes
     * nothing.
     *
     * @param alpha above 0; 0.2 in torchvision's recipe
     * @return a changed copy
     */
    public Training mixUp(double alpha) {
        return with(LearningOptions.MIX_UP, "mixUp", alpha);
    }

    /**
     * Replaces a rectangle in each image of a batch by that of another one of it, and gives the classes their shares of
     * the pixels (Yun et al., 2019). Lambda is drawn from {@code Beta(alpha, alpha)} for a batch; the rectangle has
     * {@code sqrt(1 - lambda)} of the rows and columns around any pixel, and is the same for the batch. With {@link
     * #mixUp} as well, each batch draws one of the two. Loss and accuracy are as there.
     *
     * @param alpha above 0; 1 in the paper and in torchvision's recipe
     * @return a changed copy
     */
    public Training cutMix(double alpha) {
        return with(LearningOptions.CUT_MIX, "cutMix", alpha);
    }

    /**
     * Freezes all layers up to the end of a block, including auxiliary heads before it in {@code TYPE.structure()}.
     * They get no gradient, no weight decay and no momentum, and the optimizer keeps no state for them.
     *
     * <p>Frozen batch norms use their running statistics and don't update them, like Keras and torchvision's {@code
     * FrozenBatchNorm2d}. Frozen layers therefore compute the same in training as in inference, and a saved network has
     * exactly the tensors that it started with. (PyTorch's {@code requires_grad=False} alone lets running statistics
     * drift, which fine-tuning recipes prevent by {@code eval()}.) Dropout stays active.
     *
     * @param block name of the last frozen block, one of {@code TYPE.structure().blocks()}, such as {@code layer3.1}; the
     *     name that a ResNet's block had in 0.1, {@code layer3_2}, is valid too
     * @return a changed copy
     */
    public Training freezeThrough(String block) {
        return with(LearningOptions.LAST_FROZEN_BLOCK, block);
    }

    /**
     * Weighs the classes in the loss, for example so that rare ones count as much as others ({@code ClassCounts.of(data).balancedWeights()}).
     * The mean over a batch is weighted, as in PyTorch's {@code CrossEntropyLoss(weight=...)}: it is divided by the sum of the weights of the
     * batch's images. The test loss isn't weighted.
     *
     * @param weights one for each class, in the order of the data's {@code labels()}, finite and at least 0, and not all 0
     * @return a changed copy
     */
    public Training classWeights(double... weights) {
        return with(LearningOptions.CLASS_WEIGHTS, weights("classWeights", weights));
    }

    /**
     * Weighs the images that have a label against those that don't, in the loss of several labels, as in PyTorch's
     * {@code BCEWithLogitsLoss(pos_weight=...)}. The test loss isn't weighted.
     *
     * @param weights one for each label, in the order of the data's {@code labels()}, finite and at least 0, and not all 0
     * @return a changed copy
     */
    public Training positiveWeights(double... weights) {
        return with(LearningOptions.POSITIVE_WEIGHTS, weights("positiveWeights", weights));
    }

    private static LossWeights weights(String method, double... weights) {
        return new LossWeights(LearningOptions.WEIGHTS.checked(
                method, DoubleStream.of(weights).boxed().toList()));
    }

    /**
     * Starts from the tensors of a weights file that match the network's in name and shape, for example all but a new
     * head; the others get their initial values. {@link TrainingListener#began} reports which ones match. Unprepared
     * pictures are prepared as the file says, if the network has the same image size; prepared ones must have the same
     * normalization. Classes with the same names are put in the file's order.
     *
     * @param weights a safetensors file, as written by {@code save}, or by another program with the same names or those
     *     of torchvision or d2l.ai
     * @return a changed copy
     */
    public Training startFrom(Path weights) {
        return with(LearningOptions.START, weights);
    }

    /**
     * Multiplies the learning rate by a factor when a metric stops improving, in addition to its schedule, as PyTorch's
     * {@code ReduceLROnPlateau} does after each epoch.
     *
     * @param metric the metric that has to improve
     * @param reduction factor, patience and limits
     * @return a changed copy
     */
    public Training reduceOnPlateau(Metric metric, ReduceOnPlateau reduction) {
        return with(LearningOptions.PLATEAU, new PlateauRule(metric, reduction));
    }

    /**
     * Writes a record of the run to a folder: configuration, {@code metrics.csv}, files for TensorBoard, and {@code
     * report.html}, which is rewritten after each epoch. Files of an earlier run are moved to {@code earlier/}. If the
     * folder can't be written, a warning goes to standard error and the run continues.
     *
     * @param folder the folder; created if it doesn't exist
     * @return a changed copy
     */
    public Training runFolder(Path folder) {
        return with(RunOptions.RUN_FOLDER, folder);
    }

    /**
     * Adds the gradients of several batches before each step of the optimizer, so that a step learns from {@code count}
     * times {@link #batch} images in the memory of one batch. Loss and gradients are those of a batch of that size: the
     * mean over all of the step's images, weighted if the run gives {@link #classWeights}, or the sum if that is the
     * network's loss. An epoch's last step may have fewer batches, and a smaller last one.
     *
     * <p>A network without batch norm learns what it would learn from the larger batch, up to the rounding of sums.
     * Batch norms see one batch at a time, as in PyTorch. Steps, schedules and checkpoints count steps of the optimizer.
     * Gradients are added along a binary tree, which takes as much memory as the parameters for each doubling.
     *
     * @param count number of batches in a step, at least 1; 1 by default
     * @return a changed copy
     */
    public Training accumulate(int count) {
        return with(LearningOptions.ACCUMULATION, "accumulate", count);
    }

    /**
     * Keeps a moving average of the weights, and evaluates, saves and returns it in place of the last step's weights:
     * after each step {@code average = decay average + (1 - decay) weights}, from the weights after the first step on.
     * This is PyTorch's {@code AveragedModel} with the function that torchvision's recipe gives it, running statistics
     * of norms included ({@code use_buffers=True}). An average remembers about {@code 1 / (1 - decay)} steps, so a run
     * should be several times as long.
     *
     * @param decay at least 0 and below 1, such as 0.999
     * @return a changed copy
     */
    public Training averageWeights(double decay) {
        return averageWeights(decay, 0);
    }

    /**
     * Keeps a moving average of the weights as {@link #averageWeights(double)} does, but starts it after some epochs.
     * Until then it equals the weights, as in torchvision's recipe during the warm-up.
     *
     * @param decay at least 0 and below 1, such as 0.999
     * @param warmUpEpochs epochs before the average begins, at least 0
     * @return a changed copy
     */
    public Training averageWeights(double decay, int warmUpEpochs) {
        return with(LearningOptions.WEIGHT_AVERAGING, new WeightAveraging(decay, warmUpEpochs));
    }

    /**
     * Sets any option; for programs that build options generically, such as a command line.
     *
     * @param option the option
     * @param value the option's value
     * @param <T> type of the value
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of the option's range
     */
    public <T> Training with(RunOption<T> option, T value) {
        return with(option, option.name(), value);
    }

    /**
     * Resets an option to its default; for options that a recipe sets, such as {@link LearningOptions#CUT_MIX}.
     *
     * @param option the option, none of the optimizer's
     * @return a changed copy
     * @throws IllegalArgumentException if the option is one of the optimizer's
     */
    public Training without(RunOption<?> option) {
        if (values(OptionValues.NONE, optimizer).given(option).isPresent()) {
            throw new IllegalArgumentException("without(...) takes none of the optimizer's options, found " + option
                    + "; call optimizer(...) with another optimizer");
        }
        return new Training(values.without(option));
    }

    private <T> Training with(RunOption<T> option, String method, T value) {
        return new Training(values.with(option, option.codec().range().checked(method, value)));
    }

    /** {@return the options that have been set} */
    public OptionValues values() {
        return values;
    }

    /** {@return the optimizer} */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** {@return the number of passes over the training images} */
    public int epochs() {
        return values.get(RunOptions.EPOCHS);
    }

    /** {@return the number of images in a batch} */
    public int batch() {
        return values.get(LearningOptions.BATCH);
    }

    /** {@return how often an epoch has each image} */
    public Sampling sampling() {
        return values.get(LearningOptions.SAMPLING);
    }

    /** {@return the number of batches in a step of the optimizer} */
    public int accumulated() {
        return values.get(LearningOptions.ACCUMULATION);
    }

    /** {@return the number of images in a step of the optimizer} */
    public int imagesPerStep() {
        return (int) Math.min(Integer.MAX_VALUE, (long) batch() * accumulated());
    }

    /** {@return the alpha of mixup; empty without it} */
    public OptionalDouble mixUp() {
        return values.find(LearningOptions.MIX_UP).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** {@return the alpha of CutMix; empty without it} */
    public OptionalDouble cutMix() {
        return values.find(LearningOptions.CUT_MIX).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** {@return the moving average of the weights, if the run keeps one} */
    public Optional<WeightAveraging> weightAveraging() {
        return values.find(LearningOptions.WEIGHT_AVERAGING);
    }

    /** {@return whether an epoch's last batch is used if it is smaller than the others} */
    public BatchLoader.Tail tail() {
        return values.get(LearningOptions.LAST_BATCH);
    }

    /** {@return the seed} */
    public long seed() {
        return values.get(LearningOptions.SEED);
    }

    /** {@return the initializer} */
    public Initializer initializer() {
        return values.get(LearningOptions.INITIALIZER);
    }

    /** {@return how the losses of an epoch's batches are averaged} */
    public LossAveraging lossAveraging() {
        return values.get(LearningOptions.LOSS_AVERAGING);
    }

    /** {@return the images on which the network is evaluated after each epoch, if there are any} */
    public Optional<Dataset> test() {
        return values.find(LearningOptions.TEST);
    }

    /** {@return the metric by which epochs are compared, set or by default} */
    public Metric bestMetric() {
        return values.get(RunOptions.BEST);
    }

    /** {@return which epoch's weights the network has after the run} */
    public KeptEpoch kept() {
        return values.get(RunOptions.KEEP);
    }

    /** {@return where and when the run saves checkpoints; empty if it doesn't} */
    public Optional<Checkpoints> checkpoints() {
        return values.find(RunOptions.CHECKPOINTS);
    }

    /** {@return whether the run resumes from the newest checkpoint of its folder} */
    public boolean resumes() {
        return values.get(RunOptions.RESUME);
    }

    /** {@return the checkpoint file to resume from, if one was given} */
    public Optional<Path> resumedFile() {
        return values.find(RunOptions.RESUME_FROM);
    }

    /** {@return when the run ends early; empty if it doesn't} */
    public Optional<EarlyStopping> earlyStopping() {
        return values.find(RunOptions.EARLY_STOPPING);
    }

    /** {@return the longest time that the run may take; empty if there is no limit} */
    public Optional<Duration> timeLimit() {
        return values.find(RunOptions.TIME_LIMIT);
    }

    /** {@return the kernels, if they were set} */
    public Optional<KernelSet> kernels() {
        return values.find(RunOptions.KERNELS);
    }

    /** {@return the listeners, in the order in which they are called} */
    public List<TrainingListener> listeners() {
        return values.find(RunOptions.LISTENERS)
                .orElse(RunOptions.Listeners.NONE)
                .list();
    }

    /** {@return how gradients are clipped before the optimizer's step} */
    public GradientClipping clipping() {
        return values.get(LearningOptions.CLIPPING);
    }

    /** {@return the share of each label that is spread over all classes; 0 without label smoothing} */
    public double labelSmoothing() {
        return values.get(LearningOptions.LABEL_SMOOTHING);
    }

    /** {@return the name of the last frozen block; empty if nothing is frozen} */
    public Optional<String> lastFrozenBlock() {
        return values.find(LearningOptions.LAST_FROZEN_BLOCK);
    }

    /** {@return the weights of the classes in the loss; none if all are 1} */
    public LossWeights classWeights() {
        return values.find(LearningOptions.CLASS_WEIGHTS).orElse(LossWeights.NONE);
    }

    /** {@return the weights of the images that have a label in its loss; none if all are 1} */
    public LossWeights positiveWeights() {
        return values.find(LearningOptions.POSITIVE_WEIGHTS).orElse(LossWeights.NONE);
    }

    /** {@return the weights file that the run starts from, if there is one} */
    public Optional<Path> start() {
        return values.find(LearningOptions.START);
    }

    /** {@return the reduction of the learning rate when a metric stops improving, if there is one} */
    public Optional<PlateauRule> plateau() {
        return values.find(LearningOptions.PLATEAU);
    }

    /** {@return the folder with the run's report and metrics, if there is one} */
    public Optional<Path> runFolder() {
        return values.find(RunOptions.RUN_FOLDER);
    }

    /** {@return the number of threads that load images ahead of training} */
    public int loadingWorkers() {
        return values.get(RunOptions.LOADING_WORKERS);
    }

    /** {@return the options that have been set, one in a line, as checkpoints name them} */
    @Override
    public String toString() {
        return RunOptions.ALL.stream()
                .filter(option -> values.given(option).isPresent())
                .map(option -> option.name() + ": " + option.text(values))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
