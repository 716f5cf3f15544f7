package dev.netwright.runtime.training;

import static dev.netwright.runtime.option.ResumePolicy.MUST_EQUAL;
import static dev.netwright.runtime.option.ResumeRow.refused;

import dev.netwright.operation.EarlierNames;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Sampling;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.LayerRates;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionDefault;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionResume;
import dev.netwright.runtime.option.OptionTerm;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.OptionWords;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.schedule.LearningRate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Options that determine the trained weights. A run with another value of one of them is another run.
 *
 * @see RunOptions#ALL
 */
public final class LearningOptions {
    static final OptionRange<Integer> COUNT = OptionRange.atLeast(1);
    static final OptionRange<Integer> EPOCHS_BEFORE = OptionRange.atLeast(0);
    static final OptionRange<Double> SHARE = OptionRange.belowOne();
    static final OptionRange<Double> LIMIT = OptionRange.aboveZero();

    static final OptionRange<List<Double>> WEIGHTS = new OptionRange<>(
            "finite numbers of at least 0, and not all 0",
            given -> given.stream().allMatch(weight -> weight >= 0 && weight <= Float.MAX_VALUE)
                    && given.stream().anyMatch(weight -> weight > 0));

    /** Seed of all random numbers. */
    public static final RunOption<Long> SEED = new RunOption<>(
            "seed",
            Long.class,
            OptionCodec.longs(),
            OptionDefault.of("0", 0L),
            OptionWords.of("Seed of initial values, image order and dropout", "seed(...)")
                    .flag("--seed", "<number>"),
            OptionResume.of(MUST_EQUAL, "seed"));

    /** Initializer of the parameters. */
    public static final RunOption<Initializer> INITIALIZER = new RunOption<>(
            "initializer",
            Initializer.class,
            OptionCodec.constants(Initializer.class),
            OptionDefault.of("pytorch", Initializer.PYTORCH),
            OptionWords.of("Initial values of the parameters", "initializer(...)")
                    .flag("--initializer", "<name>"),
            OptionResume.of(MUST_EQUAL, "initial values"));

    /** A weights file whose tensors replace initial values. */
    public static final RunOption<Path> START = new RunOption<>(
            "begins with",
            Path.class,
            OptionCodec.paths(),
            OptionDefault.none("initial values"),
            OptionWords.of("Starts from the tensors of a weights file that match the network's", "startFrom(...)")
                    .flag("--start-from", "<weights>")
                    .setting(Setting.START_FROM),
            OptionResume.of(
                            MUST_EQUAL,
                            OptionTerm.of(
                                    "initial weights",
                                    values -> values.find(LearningOptions.START)
                                            .map(FileContent::of)
                                            .orElse(RunOption.NONE)))
                    .rows(refused("`startFrom(...)`, by the file's content")));

    /** The last frozen block. */
    public static final RunOption<String> LAST_FROZEN_BLOCK = new RunOption<>(
            "last frozen block",
            String.class,
            OptionCodec.<String>of(String::valueOf).read((name, given) -> given),
            OptionDefault.none(),
            OptionWords.of("Freezes all layers up to the end of a block", "freezeThrough(...)")
                    .flag("--freeze-through", "<block>")
                    .setting(Setting.FREEZE_THROUGH),
            OptionResume.of(
                    MUST_EQUAL,
                    OptionTerm.of("last frozen block", values -> frozen(values).orElse(RunOption.NONE))
                            .formerly(values -> frozen(values).map(EarlierNames::earlier).stream()
                                    .collect(Collectors.toSet()))));

    /** The training images. The one option that isn't set on {@link Training}. */
    public static final RunOption<Dataset> IMAGES = new RunOption<>(
            "training images",
            Dataset.class,
            OptionCodec.of(data -> data.size() + " images"),
            OptionDefault.none("required"),
            OptionWords.of("The training images", "train(...)"),
            OptionResume.of(MUST_EQUAL, DataTerms.ofTrainingImages())
                    .rows(
                            refused("pictures"),
                            refused("the order of the pictures"),
                            refused("the names of the classes"),
                            refused("resizing or normalization"),
                            refused("augmentation")));

    /** The test images, evaluated after each epoch. */
    public static final RunOption<Dataset> TEST = new RunOption<>(
            "test images",
            Dataset.class,
            OptionCodec.of(data -> data.size() + " images"),
            OptionDefault.none(),
            OptionWords.of("Images to evaluate after each epoch", "test(...)"),
            OptionResume.of(MUST_EQUAL, DataTerms.ofTestImages())
                    .rows(refused("`test(...)`: other test pictures, or none")));

    /** Images per step. */
    public static final RunOption<Integer> BATCH = new RunOption<>(
            "batch",
            Integer.class,
            OptionCodec.wholeNumbers(COUNT),
            OptionDefault.of("64", 64),
            OptionWords.of("Images per step", "batch(...)")
                    .flag("--batch", "<count>")
                    .setting(Setting.BATCH),
            OptionResume.of(MUST_EQUAL, "batch"));

    /** Batches whose gradients are added before a step of the optimizer. */
    public static final RunOption<Integer> ACCUMULATION = new RunOption<>(
            "accumulated batches",
            Integer.class,
            OptionCodec.wholeNumbers(COUNT),
            OptionDefault.of("1", 1),
            OptionWords.of("Batches whose gradients are added before each step", "accumulate(...)")
                    .flag("--accumulate", "<count>")
                    .setting(Setting.ACCUMULATION),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("accumulated batches").absentMeans("1")));

    /** How often an epoch has each image. */
    public static final RunOption<Sampling> SAMPLING = new RunOption<>(
            "sampling",
            Sampling.class,
            OptionCodec.constants(Sampling.class)
                    .within(OptionRange.anything())
                    .read((name, given) -> Sampling.BALANCED),
            OptionDefault.of("every image once", Sampling.EVERY_IMAGE),
            OptionWords.of("Draws images so that an epoch has as many of each class", "balanceClasses()")
                    .flag("--balance-classes")
                    .setting(Setting.BALANCE_CLASSES),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("sampling").absentMeans(Sampling.EVERY_IMAGE.name())));

    /** Whether an epoch's last batch is used if it is smaller than the others. */
    public static final RunOption<BatchLoader.Tail> LAST_BATCH = new RunOption<>(
            "last batch",
            BatchLoader.Tail.class,
            OptionCodec.constants(BatchLoader.Tail.class)
                    .within(OptionRange.anything())
                    .read((name, given) -> BatchLoader.Tail.DROP),
            OptionDefault.of("kept", BatchLoader.Tail.KEEP),
            OptionWords.of("Drops an epoch's last batch if it is smaller than the others", "dropLastBatch()")
                    .flag("--drop-last-batch")
                    .setting(Setting.DROP_LAST_BATCH),
            OptionResume.of(MUST_EQUAL, "last batch"));

    /** The optimizer's update rule. */
    public static final RunOption<UpdateRule> OPTIMIZER = new RunOption<>(
            "optimizer",
            UpdateRule.class,
            OptionCodec.of(Content::of),
            OptionDefault.none("required"),
            OptionWords.of("The optimizer", "with(...)").flag("--optimizer", "<name>"),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("optimizer").formerly(FormerOptimizers::texts))
                    .rows(refused("the optimizer")));

    /** The learning rate and its schedule. */
    public static final RunOption<LearningRate> LEARNING_RATE = new RunOption<>(
            "learning rate",
            LearningRate.class,
            OptionCodec.of(RateContent::of).within(OptionRange.atLeastZero().inWords()),
            OptionDefault.none("required"),
            OptionWords.of("Learning rate", "with(...)")
                    .flag("--rate", "<number>")
                    .setting(Setting.LEARNING_RATE),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("learning rate").formerly(FormerOptimizers::rates))
                    .rows(refused("the learning rate"), refused("its schedule")));

    /** Coupled weight decay. */
    public static final RunOption<Double> WEIGHT_DECAY = new RunOption<>(
            "weight decay",
            Double.class,
            OptionCodec.numbers(OptionRange.atLeastZero()),
            OptionDefault.of("0", 0.0),
            OptionWords.of(
                            "Coupled weight decay (L2): this number times a parameter is added to its gradient",
                            "with(...)")
                    .flag("--weight-decay", "<number>"),
            OptionResume.of(MUST_EQUAL, decayTerm()).rows(refused("weight decay")));

    /** Which parameters weight decay applies to. */
    public static final RunOption<DecayedParameters> DECAYED = new RunOption<>(
            "decayed",
            DecayedParameters.class,
            OptionCodec.of(Enum::name),
            OptionDefault.of("all", DecayedParameters.ALL),
            OptionWords.of("Which parameters weight decay applies to", "with(...)"),
            OptionResume.of(MUST_EQUAL, decayTerm()).rows(refused("which parameters decay")));

    /** Factors of the learning rate for single layers. */
    public static final RunOption<LayerRates> LAYER_RATES = new RunOption<>(
            "layer rates",
            LayerRates.class,
            OptionCodec.<LayerRates>of(rates -> rates.equals(LayerRates.NONE) ? RunOption.NONE : rates.toString())
                    .read(LearningOptions::layerRates),
            OptionDefault.of("1 for all", LayerRates.NONE),
            OptionWords.of("Factors of the learning rate for layers by their names' beginnings", "with(...)")
                    .flag("--layer-rates", "<factors>")
                    .setting(Setting.LAYER_RATES),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("layer rates").absentMeans(RunOption.NONE))
                    .rows(refused("the learning rate of single layers")));

    /** Reduction of the learning rate when a metric stops improving. */
    public static final RunOption<PlateauRule> PLATEAU = new RunOption<>(
            "plateau",
            PlateauRule.class,
            OptionCodec.of(Content::of),
            OptionDefault.none(),
            OptionWords.of("Lowers the learning rate when a metric stops improving", "reduceOnPlateau(...)"),
            OptionResume.of(MUST_EQUAL, "reduction on plateaus"));

    /** Clipping of gradients before the optimizer's step. */
    public static final RunOption<GradientClipping> CLIPPING = new RunOption<>(
            "clipping",
            GradientClipping.class,
            OptionCodec.<GradientClipping>of(Content::of)
                    .within(LIMIT.inWords())
                    .read((name, given) ->
                            new GradientClipping.ByNorm(OptionCodec.parsing("a number ", LIMIT, Double::parseDouble)
                                    .read(name, given))),
            OptionDefault.of("none", GradientClipping.NONE),
            OptionWords.of("Clips the gradients' norm", "clipGradientNorm(...)", "clipGradientValues(...)")
                    .flag("--clip-norm", "<most>")
                    .setting(Setting.CLIP_GRADIENTS),
            OptionResume.of(MUST_EQUAL, "clipping"));

    /** Label smoothing: the share of each label that is spread over all classes. */
    public static final RunOption<Double> LABEL_SMOOTHING = new RunOption<>(
            "label smoothing",
            Double.class,
            OptionCodec.numbers(SHARE),
            OptionDefault.of("0", 0.0),
            OptionWords.of("Spreads this share of each label evenly over all classes", "labelSmoothing(...)")
                    .flag("--label-smoothing", "<share>"),
            OptionResume.of(MUST_EQUAL, "label smoothing"));

    /** Mixup: the alpha of its beta distribution. */
    public static final RunOption<Double> MIX_UP = new RunOption<>(
            "mixup",
            Double.class,
            OptionCodec.numbers(LIMIT),
            OptionDefault.none(),
            OptionWords.of("Blends each image of a batch with another, with shares of Beta(alpha, alpha)", "mixUp(...)")
                    .flag("--mixup", "<alpha>")
                    .setting(Setting.MIX_UP),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("mixup").absentMeans(RunOption.NONE)));

    /** CutMix: the alpha of its beta distribution. */
    public static final RunOption<Double> CUT_MIX = new RunOption<>(
            "cutmix",
            Double.class,
            OptionCodec.numbers(LIMIT),
            OptionDefault.none(),
            OptionWords.of("Pastes a part of another image into each image of a batch", "cutMix(...)")
                    .flag("--cutmix", "<alpha>")
                    .setting(Setting.CUT_MIX),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("cutmix").absentMeans(RunOption.NONE)));

    /** The moving average of the weights. */
    public static final RunOption<WeightAveraging> WEIGHT_AVERAGING = new RunOption<>(
            "weight averaging",
            WeightAveraging.class,
            OptionCodec.<WeightAveraging>of(Content::of)
                    .within(SHARE.inWords())
                    .read((name, given) -> new WeightAveraging(
                            OptionCodec.parsing("a number ", SHARE, Double::parseDouble)
                                    .read(name, given),
                            0)),
            OptionDefault.none(),
            OptionWords.of(
                            "Evaluates, saves and returns a moving average of the weights with this decay",
                            "averageWeights(...)")
                    .flag("--average-weights", "<decay>"),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("weight averaging").absentMeans(RunOption.NONE)));

    /** Weights of the classes in the loss. */
    public static final RunOption<LossWeights> CLASS_WEIGHTS = new RunOption<>(
            "class weights",
            LossWeights.class,
            weights(),
            OptionDefault.none("1 for each class"),
            OptionWords.of(
                            "Weight of each class in the loss, in the order of the classes, with commas between them",
                            "classWeights(...)")
                    .flag("--class-weights", "<numbers>")
                    .setting(Setting.CLASS_WEIGHTS),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("class weights").absentMeans(RunOption.NONE)));

    /** Weights of positive images in the loss of several labels. */
    public static final RunOption<LossWeights> POSITIVE_WEIGHTS = new RunOption<>(
            "positive weights",
            LossWeights.class,
            weights(),
            OptionDefault.none("1 for each label"),
            OptionWords.of(
                            "Weight of the images that have a label in its loss, in the order of the labels, with commas between them",
                            "positiveWeights(...)")
                    .flag("--positive-weights", "<numbers>")
                    .setting(Setting.POSITIVE_WEIGHTS),
            OptionResume.of(MUST_EQUAL, OptionTerm.own("positive weights").absentMeans(RunOption.NONE)));

    /** How an epoch's loss is averaged. */
    public static final RunOption<LossAveraging> LOSS_AVERAGING = new RunOption<>(
            "loss averaging",
            LossAveraging.class,
            OptionCodec.constants(LossAveraging.class),
            OptionDefault.of("images", LossAveraging.IMAGES),
            OptionWords.of("What an epoch's reported loss is averaged over", "lossAveraging(...)")
                    .flag("--loss-averaging", "<what>"),
            OptionResume.of(MUST_EQUAL, "loss averaging"));

    /** All options of this class, in the order in which differences are reported. */
    static final List<RunOption<?>> ALL = List.of(
            SEED,
            INITIALIZER,
            START,
            LAST_FROZEN_BLOCK,
            IMAGES,
            TEST,
            BATCH,
            SAMPLING,
            ACCUMULATION,
            LAST_BATCH,
            OPTIMIZER,
            LEARNING_RATE,
            WEIGHT_DECAY,
            DECAYED,
            LAYER_RATES,
            PLATEAU,
            CLIPPING,
            LABEL_SMOOTHING,
            MIX_UP,
            CUT_MIX,
            WEIGHT_AVERAGING,
            CLASS_WEIGHTS,
            POSITIVE_WEIGHTS,
            LOSS_AVERAGING);

    private LearningOptions() {}

    private static OptionCodec<LossWeights> weights() {
        return OptionCodec.<LossWeights>of(weights -> weights.values().toString())
                .within(WEIGHTS.inWords())
                .read((name, given) -> new LossWeights(WEIGHTS.checked(name, numbers(name, given))));
    }

    private static List<Double> numbers(String name, String given) {
        return Stream.of(given.split(",", -1))
                .map(text -> OptionCodec.parsing("", WEIGHTS.<Double>inWords(), Double::parseDouble)
                        .read(name, text.strip()))
                .toList();
    }

    /** Parses {@code layer4=0.1,fc=2}. */
    private static LayerRates layerRates(String name, String given) {
        LayerRates rates = LayerRates.NONE;
        for (String part : given.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new SettingException(
                        name + " must be names and factors like layer4=0.1,fc=2, found '" + given + "'");
            }
            rates = rates.with(
                    part.substring(0, equals).strip(),
                    OptionCodec.parsing("a number ", LIMIT, Double::parseDouble)
                            .read(name, part.substring(equals + 1).strip()));
        }
        return rates;
    }

    private static OptionTerm decayTerm() {
        return OptionTerm.of(
                "weight decay",
                values -> values.get(LearningOptions.WEIGHT_DECAY) + " of " + values.get(LearningOptions.DECAYED));
    }

    private static Optional<String> frozen(OptionValues values) {
        return values.find(LAST_FROZEN_BLOCK).map(EarlierNames::today);
    }
}
