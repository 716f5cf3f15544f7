package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionDefault;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionReader;
import dev.netwright.runtime.option.OptionResume;
import dev.netwright.runtime.option.OptionTerm;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.OptionWords;
import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option is described completely, and every method of the builder sets an option. */
final class RunOptionsTest {
    /** Methods of the builder that don't set a single option. */
    private static final Set<String> NO_OPTIONS = Set.of("with", "without", "optimizer", "rehearsal");

    static Stream<RunOption<?>> options() {
        return RunOptions.ALL.stream();
    }

    @Test
    void everyOptionThatIsDeclaredIsInTheList() {
        Set<Object> declared = Stream.of(LearningOptions.class, RunOptions.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .filter(field -> field.getType() == RunOption.class)
                .map(RunOptionsTest::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(declared).hasSizeGreaterThan(20);
        assertThat(RunOptions.ALL).doesNotHaveDuplicates();
        assertThat(new LinkedHashSet<Object>(RunOptions.ALL)).isEqualTo(declared);
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noNameAndNoFlagStandsForTwoOptions() {
        assertThat(options().map(RunOption::key)).doesNotHaveDuplicates();
        assertThat(options().flatMap(option -> option.words().flag().stream())).doesNotHaveDuplicates();
        assertThat(options().flatMap(option -> option.words().setting().stream()))
                .doesNotHaveDuplicates();
        assertThat(options().flatMap(option -> option.rows().stream())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionHasAMethodHelpADefaultAndARowOnResuming(RunOption<?> option) {
        assertThat(option.words().methods()).isNotEmpty();
        if (option != LearningOptions.IMAGES) {
            assertThat(option.words().methods())
                    .allSatisfy(method -> assertThat(Training.class.getMethods())
                            .anyMatch(found ->
                                    found.getName().equals(method) && found.getReturnType() == Training.class));
        }
        assertThat(option.words().help()).isNotBlank().doesNotEndWith(".");
        assertThat(option.otherwise().words()).isNotBlank();
        assertThat(option.rows()).isNotEmpty();
        assertThat(option.words().flag().stream()).allMatch(flag -> flag.matches("--[a-z]+(-[a-z]+)*"));
        assertThat(option.words().label().stream()).allMatch(label -> label.matches("<[a-z]+>"));
    }

    /** A method of the builder sets one option, or several at once. */
    @Test
    void everyMethodOfTheBuilderIsAnOption() {
        Set<String> known = options()
                .flatMap(option -> option.words().methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(NO_OPTIONS);
        assertThat(Training.class.getMethods())
                .filteredOn(method -> method.getReturnType() == Training.class)
                .extracting(Method::getName)
                .allMatch(known::contains);
    }

    @Test
    void aMessageThatAdvisesAnOptionNamesItsMethod() {
        // In programs the learning rate belongs to the optimizer.
        assertThat(options().filter(option -> option != LearningOptions.LEARNING_RATE))
                .allSatisfy(option -> option.words()
                        .setting()
                        .flatMap(Wording.JAVA::of)
                        .ifPresent(call -> assertThat(option.words().methods()).anyMatch(call::contains)));
        assertThat(options().flatMap(option -> option.words().setting().stream()))
                .contains(Setting.BATCH);
    }

    /** Without terms, a difference that prevents resuming wouldn't be noticed. */
    @Test
    void anOptionThatMustEqualCantBeMadeWithoutTermsNorOneThatMayChangeWithThem() {
        for (ResumePolicy policy : ResumePolicy.values()) {
            boolean isCompared = Set.of(
                            ResumePolicy.MUST_EQUAL,
                            ResumePolicy.MUST_EQUAL_OR_BE_ABSENT,
                            ResumePolicy.RATES_MUST_EQUAL)
                    .contains(policy);
            OptionTerm[] wrong = isCompared ? new OptionTerm[0] : new OptionTerm[] {OptionTerm.own("colour")};
            assertThatThrownBy(() -> OptionResume.of(policy, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(policy.name());
        }
    }

    /** Builder methods by the option whose range they check, and values out of range. */
    private record Outside(
            RunOption<?> option, String method, BiFunction<Training, Object, Training> call, List<Object> given) {
        static Outside of(
                RunOption<?> option, String method, BiFunction<Training, Object, Training> call, Object... given) {
            return new Outside(option, method, call, List.of(given));
        }
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(number -> (double) number).toArray();
    }

    static Stream<Outside> outside() {
        return Stream.of(
                Outside.of(RunOptions.EPOCHS, "epochs", (run, n) -> run.epochs((int) n), 0, -1),
                Outside.of(LearningOptions.BATCH, "batch", (run, n) -> run.batch((int) n), 0, -64),
                Outside.of(LearningOptions.ACCUMULATION, "accumulate", (run, n) -> run.accumulate((int) n), 0, -1),
                Outside.of(
                        LearningOptions.WEIGHT_AVERAGING,
                        "averageWeights",
                        (run, decay) -> run.averageWeights((double) decay),
                        -0.1,
                        1.0,
                        Double.NaN),
                Outside.of(RunOptions.PATIENCE, "earlyStopping", (run, n) -> run.earlyStopping((int) n), 0),
                Outside.of(
                        RunOptions.EARLY_STOPPING,
                        "earlyStopping",
                        (run, n) -> run.earlyStopping(Metric.TRAINING_LOSS, (int) n, 0),
                        0,
                        -3),
                Outside.of(RunOptions.LOADING_WORKERS, "loadingWorkers", (run, n) -> run.loadingWorkers((int) n), 0),
                Outside.of(
                        LearningOptions.CLIPPING,
                        "clipGradientNorm",
                        (run, most) -> run.clipGradientNorm((double) most),
                        0.0,
                        -1.0,
                        Double.NaN,
                        1e39,
                        1e-46),
                Outside.of(
                        LearningOptions.CLIPPING,
                        "clipGradientValues",
                        (run, most) -> run.clipGradientValues((double) most),
                        0.0,
                        Double.POSITIVE_INFINITY),
                Outside.of(
                        LearningOptions.MIX_UP,
                        "mixUp",
                        (run, alpha) -> run.mixUp((double) alpha),
                        0.0,
                        -1.0,
                        Double.NaN),
                Outside.of(LearningOptions.CUT_MIX, "cutMix", (run, alpha) -> run.cutMix((double) alpha), 0.0, 1e39),
                Outside.of(
                        LearningOptions.LABEL_SMOOTHING,
                        "labelSmoothing",
                        (run, share) -> run.labelSmoothing((double) share),
                        -0.1,
                        1.0,
                        0.99999999999,
                        Double.NaN),
                Outside.of(
                        LearningOptions.CLASS_WEIGHTS,
                        "classWeights",
                        (run, weights) -> run.classWeights(numbers(weights)),
                        List.of(1.0, -1.0),
                        List.of(Double.NaN, 1.0),
                        List.of(0.0, 0.0),
                        List.of()),
                Outside.of(
                        LearningOptions.POSITIVE_WEIGHTS,
                        "positiveWeights",
                        (run, weights) -> run.positiveWeights(numbers(weights)),
                        List.of(1.0, -1.0),
                        List.of(Double.POSITIVE_INFINITY)),
                Outside.of(
                        RunOptions.TIME_LIMIT,
                        "stopAfter",
                        (run, time) -> run.stopAfter((Duration) time),
                        Duration.ZERO,
                        Duration.ofMinutes(-1)));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void whatLiesOutsideOfAnOptionsRangeIsRefusedWithTheMethodTheRangeAndWhatWasGiven(Outside outside) {
        Training run = Training.with(Optimizer.sgd(0.1));
        for (Object given : outside.given) {
            assertThatThrownBy(() -> outside.call.apply(run, given))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(outside.method)
                    .hasMessageEndingWith(
                            " must be " + outside.option.codec().range().wording() + ", found " + given);
        }
    }

    /** The optimizer checks its own numbers, and the type checks enum constants. */
    @Test
    void everyRangeOfTheBuilderIsTried() {
        Set<RunOption<?>> tried = outside().map(Outside::option).collect(Collectors.toSet());
        assertThat(options()
                        .filter(option -> !option.codec().range().wording().isEmpty())
                        .filter(option -> !option.words().methods().contains("with"))
                        .filter(option -> option.otherwise()
                                .value()
                                .apply(OptionValues.NONE)
                                .filter(Enum.class::isInstance)
                                .isEmpty()))
                .allMatch(tried::contains);
    }

    @Test
    void otherNumbersOfOptionsAreRefusedInTheSameWords() {
        assertThatThrownBy(() -> Training.with(Optimizer.sgd(0.1)).earlyStopping(Metric.TRAINING_LOSS, 1, -1))
                .hasMessage("earlyStopping's minimumDelta must be at least 0 and finite, found -1.0");
        assertThatThrownBy(() -> Checkpoints.in(Path.of("run")).everySteps(0))
                .hasMessage("everySteps must be at least 1, found 0");
        assertThatThrownBy(() -> Checkpoints.in(Path.of("run")).every(Duration.ZERO))
                .hasMessage("every must be above 0, found PT0S");
        assertThatThrownBy(() -> Training.with(Optimizer.sgd(0.1)).rehearsal(0))
                .hasMessage("rehearsal must be at least 1, found 0");
        assertThatThrownBy(() -> Training.with(Optimizer.sgd(0.1)).averageWeights(0.9, -1))
                .hasMessage("averageWeights must be at least 0, found -1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs | 0 | must be at least 1, found 0
            --epochs | many | must be a whole number of at least 1, found 'many'
            --epochs | 99999999999 | must be a whole number of at least 1, found '99999999999'
            --batch | -3 | must be at least 1, found -3
            --seed | one | must be a whole number of 64 bits, found 'one'
            --patience | 0 | must be at least 1, found 0
            --minutes | 0 | must be at least 1, found 0
            --loading-workers | 0 | must be at least 1, found 0
            --label-smoothing | 1 | must be at least 0 and below 1 as a float, found 1.0
            --label-smoothing | some | must be a number at least 0 and below 1 as a float, found 'some'
            --accumulate | 0 | must be at least 1, found 0
            --average-weights | 1 | must be at least 0 and below 1 as a float, found 1.0
            --layer-rates | layer4 | must be names and factors like layer4=0.1,fc=2, found 'layer4'
            --layer-rates | layer4=0 | must be above 0 and finite as a float, found 0.0
            --layer-rates | layer4=fast | must be a number above 0 and finite as a float, found 'fast'
            --mixup | 0 | must be above 0 and finite as a float, found 0.0
            --cutmix | much | must be a number above 0 and finite as a float, found 'much'
            --class-weights | 1,-1 | must be finite numbers of at least 0, and not all 0, found [1.0, -1.0]
            --class-weights | 1,,2 | must be finite numbers of at least 0, and not all 0, found ''
            --positive-weights | 0,0 | must be finite numbers of at least 0, and not all 0, found [0.0, 0.0]
            --clip-norm | 0 | must be above 0 and finite as a float, found 0.0
            --weight-decay | -1 | must be at least 0 and finite as a float, found -1.0
            --keep | worst | must be best or last, found 'worst'
            --initializer | zeros | must be pytorch, xavier_uniform, he_normal or tensorflow, found 'zeros'
            --loss-averaging | sums | must be images or batches, found 'sums'
            --best | speed | must be training_loss, training_accuracy, test_loss, test_accuracy, test_mean_average_precision, test_mean_iou, test_pixel_accuracy, test_mean_absolute_error, test_root_mean_squared_error or test_r2, found 'speed'
            """)
    void aCommandLineIsRefusedWithItsFlagTheRangeAndWhatWasGiven(String flag, String given, String message) {
        RunOption<?> option = options()
                .filter(found -> found.words().flag().equals(Optional.of(flag)))
                .findFirst()
                .orElseThrow();
        OptionReader<?> reader = option.codec().reader().orElseThrow();
        assertThatThrownBy(() -> reader.read(flag, given))
                .isInstanceOf(SettingException.class)
                .hasMessage(flag + " " + message);
    }

    /** A value on the command line and in a checkpoint. */
    @Test
    void whatIsReadIsWhatTheBuilderIsGiven() {
        Training built = Training.with(
                        Optimizer.sgd(0.1).weightDecay(1e-4).rate("layer4", 0.1).rate("fc", 2))
                .balanceClasses()
                .epochs(3)
                .batch(5)
                .seed(7)
                .keep(KeptEpoch.BEST)
                .clipGradientNorm(2)
                .labelSmoothing(0.1)
                .mixUp(0.2)
                .cutMix(1)
                .accumulate(4)
                .averageWeights(0.99)
                .classWeights(1, 2.5)
                .positiveWeights(3)
                .stopAfter(Duration.ofMinutes(5))
                .checkpoints(Path.of("run"))
                .resume()
                .dropLastBatch()
                .freezeThrough("stem");
        Training read = Training.with(Optimizer.sgd(0.1));
        for (Map.Entry<RunOption<?>, String> given : Map.<RunOption<?>, String>ofEntries(
                        Map.entry(LearningOptions.WEIGHT_DECAY, "1e-4"),
                        Map.entry(RunOptions.EPOCHS, "3"),
                        Map.entry(LearningOptions.BATCH, "5"),
                        Map.entry(LearningOptions.SEED, "7"),
                        Map.entry(RunOptions.KEEP, "Best"),
                        Map.entry(LearningOptions.CLIPPING, "2"),
                        Map.entry(LearningOptions.LABEL_SMOOTHING, ".1"),
                        Map.entry(LearningOptions.LAYER_RATES, "layer4=0.1,fc=2"),
                        Map.entry(LearningOptions.SAMPLING, ""),
                        Map.entry(LearningOptions.MIX_UP, ".2"),
                        Map.entry(LearningOptions.CUT_MIX, "1"),
                        Map.entry(LearningOptions.ACCUMULATION, "4"),
                        Map.entry(LearningOptions.WEIGHT_AVERAGING, ".99"),
                        Map.entry(LearningOptions.CLASS_WEIGHTS, "1, 2.5"),
                        Map.entry(LearningOptions.POSITIVE_WEIGHTS, "3"),
                        Map.entry(RunOptions.TIME_LIMIT, "5"),
                        Map.entry(RunOptions.CHECKPOINTS, "run"),
                        Map.entry(RunOptions.RESUME, ""),
                        Map.entry(LearningOptions.LAST_BATCH, ""),
                        Map.entry(LearningOptions.LAST_FROZEN_BLOCK, "stem"))
                .entrySet()) {
            read = given(read, given.getKey(), given.getValue());
        }
        Training all = read;
        assertThat(options())
                .allSatisfy(option -> assertThat(option.text(all.values())).isEqualTo(option.text(built.values())));
    }

    private static <T> Training given(Training training, RunOption<T> option, String text) {
        return training.with(option, option.codec().reader().orElseThrow().read("--" + option.key(), text));
    }

    @Test
    void anOptionThatDependsOnOthersFollowsThemWhateverTheirOrder() {
        Training plain = Training.with(Optimizer.sgd(0.1));
        assertThat(plain.bestMetric()).isEqualTo(Metric.TRAINING_LOSS);
        assertThat(plain.kept()).isEqualTo(KeptEpoch.LAST);
        assertThat(plain.earlyStopping()).isEmpty();
        assertThat(plain.best(Metric.TEST_LOSS).kept()).isEqualTo(KeptEpoch.BEST);
        for (Training stopping : List.of(
                plain.earlyStopping(5).best(Metric.TRAINING_ACCURACY),
                plain.best(Metric.TRAINING_ACCURACY).earlyStopping(5))) {
            assertThat(stopping.earlyStopping()).contains(new EarlyStopping(Metric.TRAINING_ACCURACY, 5, 0));
        }
        Training named = plain.earlyStopping(3).earlyStopping(Metric.TEST_LOSS, 5, 0.5);
        assertThat(named.bestMetric()).isEqualTo(Metric.TEST_LOSS);
        assertThat(named.earlyStopping()).contains(new EarlyStopping(Metric.TEST_LOSS, 5, 0.5));
        assertThat(named.earlyStopping(3).earlyStopping()).contains(new EarlyStopping(Metric.TRAINING_LOSS, 3, 0));
        assertThat(named.keep(KeptEpoch.LAST).kept()).isEqualTo(KeptEpoch.LAST);
    }

    /** A new option works everywhere the list of options is used. */
    @Test
    void whatIsSaidOfAnOptionIsSaidOnce() {
        RunOption<Integer> option = new RunOption<>(
                "new option",
                Integer.class,
                OptionCodec.wholeNumbers(OptionRange.atLeast(1)),
                OptionDefault.of("2", 2),
                OptionWords.of("Help", "newOption(...)"),
                OptionResume.of(ResumePolicy.MUST_EQUAL, "new option"));
        OptionValues values = OptionValues.NONE.with(option, 3);
        assertThat(option.key()).isEqualTo("new_option");
        assertThat(option.text(OptionValues.NONE)).isEqualTo("2");
        assertThat(option.resume().terms().get(0).text().apply(option, values)).isEqualTo("3");
        assertThat(option.rows()).hasToString("[ResumeRow[change=`newOption(...)`, outcome=REFUSED]]");
    }
}
