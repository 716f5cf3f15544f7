package dev.netwright.runtime.training;

import static dev.netwright.runtime.option.ResumePolicy.CHOOSES_THE_RUN;
import static dev.netwright.runtime.option.ResumePolicy.IS_REPORTED;
import static dev.netwright.runtime.option.ResumePolicy.MAY_CHANGE;
import static dev.netwright.runtime.option.ResumePolicy.MUST_EQUAL;
import static dev.netwright.runtime.option.ResumePolicy.MUST_EQUAL_OR_BE_ABSENT;
import static dev.netwright.runtime.option.ResumePolicy.RATES_MUST_EQUAL;
import static dev.netwright.runtime.option.ResumeRow.continues;
import static dev.netwright.runtime.option.ResumeRow.refused;

import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionDefault;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionResume;
import dev.netwright.runtime.option.OptionTerm;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.OptionWords;
import dev.netwright.runtime.option.ResumeOutcome;
import dev.netwright.runtime.option.ResumeRow;
import dev.netwright.runtime.option.RunOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All options of a run: those declared here, which decide its length and its output, and those of {@link
 * LearningOptions}. Programs set them on {@link Training}.
 */
public final class RunOptions {
    static final OptionRange<Duration> TIME = OptionRange.someTime();

    /** The metric by which epochs are compared. */
    public static final RunOption<Metric> BEST = new RunOption<>(
            "best metric",
            Metric.class,
            OptionCodec.constants(Metric.class),
            new OptionDefault<>(
                    "`earlyStopping(...)`'s, else test accuracy (mean average precision of several labels, test loss of numbers), or training loss without test images",
                    RunOptions::usualMetric),
            OptionWords.of("The metric by which epochs are compared", "best(...)")
                    .flag("--best", "<metric>"),
            OptionResume.of(MUST_EQUAL, RunTerms.BEST_METRIC));

    /** Early stopping by its own metric. */
    public static final RunOption<EarlyStopping> EARLY_STOPPING = new RunOption<>(
            "early stopping",
            EarlyStopping.class,
            OptionCodec.<EarlyStopping>of(Content::of).within(LearningOptions.COUNT.inWords()),
            new OptionDefault<>(
                    "none",
                    values -> values.given(RunOptions.PATIENCE)
                            .map(patience -> new EarlyStopping(values.get(BEST), patience, 0))),
            OptionWords.of(
                    "Ends the run after a number of epochs without an improvement of a metric", "earlyStopping(...)"),
            OptionResume.of(
                            MUST_EQUAL_OR_BE_ABSENT,
                            OptionTerm.of(
                                    "early stopping",
                                    values -> values.find(RunOptions.EARLY_STOPPING)
                                            .map(rule -> rule.metric() + " by " + rule.minimumDelta())
                                            .orElse(RunOption.NONE)))
                    .rows(refused("`earlyStopping(...)`: another metric or minimum delta")));

    /** Early stopping by the metric of {@link #BEST}. */
    public static final RunOption<Integer> PATIENCE = new RunOption<>(
            "patience",
            Integer.class,
            OptionCodec.wholeNumbers(LearningOptions.COUNT),
            OptionDefault.none(),
            OptionWords.of("Ends the run after this many epochs without an improvement", "earlyStopping(...)")
                    .flag("--patience", "<epochs>"),
            OptionResume.of(MAY_CHANGE).rows(continues("`earlyStopping(...)`: another patience, added or removed")));

    /** Number of epochs. */
    public static final RunOption<Integer> EPOCHS = new RunOption<>(
            "epochs",
            Integer.class,
            OptionCodec.wholeNumbers(LearningOptions.COUNT),
            OptionDefault.of("1", 1),
            OptionWords.of("Passes over the training images", "epochs(...)").flag("--epochs", "<count>"),
            OptionResume.of(RATES_MUST_EQUAL, "epochs")
                    .rows(
                            refused("`epochs(...)`: fewer than the run has learned"),
                            refused("`epochs(...)`: another number, if the learning rates so far depend on it"),
                            continues("`epochs(...)`: any other number")));

    /** The kernel set. Its environment is reported when a run is resumed. */
    public static final RunOption<KernelSet> KERNELS = new RunOption<>(
            "kernels",
            KernelSet.class,
            OptionCodec.of(KernelSet::name),
            OptionDefault.none("the fastest available"),
            OptionWords.of("The kernels: onednn, nd4j or cuda", "kernels(...)")
                    .flag("--kernels", "<name>")
                    .setting(Setting.KERNELS),
            OptionResume.of(IS_REPORTED)
                    .rows(new ResumeRow(
                            "`kernels(...)`, CPU, threads, versions of libraries",
                            ResumeOutcome.CONTINUES_AND_REPORTS)));

    /** Folder and times of checkpoints. */
    public static final RunOption<Checkpoints> CHECKPOINTS = new RunOption<>(
            "checkpoints",
            Checkpoints.class,
            OptionCodec.<Checkpoints>of(Content::of)
                    .read((name, given) -> Checkpoints.in(OptionCodec.path(name, given))),
            OptionDefault.none(),
            OptionWords.of("Saves the run in a folder after each epoch, and when it is interrupted", "checkpoints(...)")
                    .flag("--checkpoints", "<folder>")
                    .setting(Setting.CHECKPOINTS),
            OptionResume.of(MAY_CHANGE)
                    .rows(
                            continues("`checkpoints(...)`: another interval"),
                            continues("`checkpoints(...)`: another folder, with `resumeFrom(...)`")));

    /** Whether the run of {@link #CHECKPOINTS} is resumed. */
    public static final RunOption<Boolean> RESUME = new RunOption<>(
            "resume",
            Boolean.class,
            OptionCodec.of((Boolean resumes) -> Boolean.toString(resumes)).read((name, given) -> true),
            OptionDefault.of("a new run starts", false),
            OptionWords.of("Resumes the run of the checkpoint folder", "resume()")
                    .flag("--resume")
                    .setting(Setting.RESUME),
            OptionResume.of(CHOOSES_THE_RUN).rows(continues("`resume()` in place of `resumeFrom(...)`")));

    /** The checkpoint to resume. */
    public static final RunOption<Path> RESUME_FROM = new RunOption<>(
            "resume from",
            Path.class,
            OptionCodec.paths(),
            OptionDefault.none("a new run starts"),
            OptionWords.of("Resumes the run of a checkpoint", "resumeFrom(...)")
                    .flag("--resume-from", "<checkpoint>")
                    .setting(Setting.RESUME_FROM),
            OptionResume.of(CHOOSES_THE_RUN).rows(continues("`resumeFrom(...)` in place of `resume()`")));

    /** Which epoch's weights the network has after the run. */
    public static final RunOption<KeptEpoch> KEEP = new RunOption<>(
            "keep",
            KeptEpoch.class,
            OptionCodec.constants(KeptEpoch.class),
            new OptionDefault<>(
                    "best with `best(...)` or `earlyStopping(...)`, else last",
                    values -> Optional.of(
                            values.given(BEST).isPresent()
                                            || values.find(EARLY_STOPPING).isPresent()
                                    ? KeptEpoch.BEST
                                    : KeptEpoch.LAST)),
            OptionWords.of("Which epoch's weights the trained network has", "keep(...)")
                    .flag("--keep", "<epoch>"),
            OptionResume.of(MAY_CHANGE));

    /** The longest time that the run may take. */
    public static final RunOption<Duration> TIME_LIMIT = new RunOption<>(
            "time limit",
            Duration.class,
            OptionCodec.of(Duration::toString)
                    .within(TIME)
                    .read((name, given) -> Duration.ofMinutes(
                            OptionCodec.parsing("a whole number of ", LearningOptions.COUNT, Integer::parseInt)
                                    .read(name, given))),
            OptionDefault.none(),
            OptionWords.of("Saves and ends the run after this time", "stopAfter(...)")
                    .flag("--minutes", "<count>"),
            OptionResume.of(MAY_CHANGE));

    /** Threads that load images ahead of training. */
    public static final RunOption<Integer> LOADING_WORKERS = new RunOption<>(
            "loading workers",
            Integer.class,
            OptionCodec.wholeNumbers(LearningOptions.COUNT),
            OptionDefault.of("half the number of processors, 1 to 4", Loading.defaultWorkers()),
            OptionWords.of("Threads that load images ahead of training", "loadingWorkers(...)")
                    .flag("--loading-workers", "<count>")
                    .setting(Setting.LOADING_WORKERS),
            OptionResume.of(MAY_CHANGE));

    /** Listeners of the run. */
    static final RunOption<Listeners> LISTENERS = new RunOption<>(
            "listeners",
            Listeners.class,
            OptionCodec.of(Listeners::text),
            OptionDefault.none("progress on standard output"),
            OptionWords.of("Listeners of the run", "listener(...)"),
            OptionResume.of(MAY_CHANGE));

    /** Folder of the run's report and metrics. */
    public static final RunOption<Path> RUN_FOLDER = new RunOption<>(
            "run folder",
            Path.class,
            OptionCodec.paths(),
            OptionDefault.none(),
            OptionWords.of("Writes report.html, metrics.csv and files for TensorBoard into a folder", "runFolder(...)")
                    .flag("--report", "<folder>"),
            OptionResume.of(MAY_CHANGE));

    /** All options, in the order in which differences are reported and the documentation lists them. */
    public static final List<RunOption<?>> ALL = Stream.concat(
                    LearningOptions.ALL.stream(),
                    Stream.<RunOption<?>>of(
                            BEST,
                            EARLY_STOPPING,
                            PATIENCE,
                            EPOCHS,
                            KERNELS,
                            CHECKPOINTS,
                            RESUME,
                            RESUME_FROM,
                            KEEP,
                            TIME_LIMIT,
                            LOADING_WORKERS,
                            LISTENERS,
                            RUN_FOLDER))
            .toList();

    /** Options that a rehearsal resets: it writes no files, resumes nothing and has no listeners. */
    static final RunOption<?>[] OF_THE_WHOLE_RUN = {
        CHECKPOINTS, RESUME, RESUME_FROM, EARLY_STOPPING, PATIENCE, TIME_LIMIT, RUN_FOLDER, LISTENERS
    };

    private RunOptions() {}

    /**
     * The metric without {@link #BEST}: that of early stopping, else test accuracy, else training loss if there are no
     * test images.
     */
    private static Optional<Metric> usualMetric(OptionValues values) {
        return Optional.of(values.given(RunOptions.EARLY_STOPPING)
                .map(EarlyStopping::metric)
                .orElseGet(() -> values.given(LearningOptions.TEST)
                        .map(test -> Metric.usual(test.target()))
                        .orElse(Metric.TRAINING_LOSS)));
    }

    /**
     * Listeners of a run.
     *
     * @param list the listeners in the order in which they are called
     */
    record Listeners(List<TrainingListener> list) {
        static final Listeners NONE = new Listeners(List.of());

        Listeners {
            list = List.copyOf(list);
        }

        static Listeners of(List<TrainingListener> before, TrainingListener another) {
            return new Listeners(
                    Stream.concat(before.stream(), Stream.of(another)).toList());
        }

        private String text() {
            return list.stream()
                    .map(listener -> listener.getClass().getSimpleName())
                    .collect(Collectors.joining(", "));
        }
    }
}
