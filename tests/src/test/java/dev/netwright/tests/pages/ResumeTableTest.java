package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.KeptEpoch;
import dev.netwright.runtime.training.LossAveraging;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.checkpoints.TinyNet;
import dev.netwright.tests.kernels.TestedKernels;
import dev.netwright.tests.pages.PageTables.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of what may change when a run is resumed, in {@code docs/training.md} is tried. That no option lacks one, {@link OptionTablesTest} finds. */
final class ResumeTableTest {
    private static final Path PAGE = Path.of("..", "docs", "training.md");
    private static final ImageDataset PICTURES = FashionMnist.bundledTrain().first(40);
    private static final ImageDataset IMAGES = PICTURES.resize(12);
    private static final ImageDataset TEST_PICTURES = FashionMnist.bundledTest().first(20);
    private static final ImageDataset TEST = TEST_PICTURES.resize(12);

    /** What the run is resumed with in place of what it had. */
    private record Changed(Dataset data, Training training) {}

    /** Cases by the row's first cell; each changes one thing and nothing besides. */
    private static final Map<String, BiFunction<ResumeTableTest, Training, Changed>> CASES = new LinkedHashMap<>();

    private static void options(String row, BiFunction<ResumeTableTest, Training, Training> change) {
        CASES.put(row, (test, training) -> new Changed(IMAGES, change.apply(test, training)));
    }

    private static void optimizer(String row, Optimizer optimizer) {
        options(row, (test, training) -> test.base(optimizer));
    }

    /** The test pictures go with those that are learned. */
    private static void data(String row, Dataset data, Dataset test) {
        CASES.put(row, (tried, training) -> new Changed(data, training.test(test)));
    }

    private static ImageDataset prepared(ImageDataset pictures) {
        return pictures.resizeShorterSide(14).centerCrop(12);
    }

    private static void data(String row, Dataset data) {
        CASES.put(row, (test, training) -> new Changed(data, training));
    }

    @BeforeAll
    static void cases() {
        CASES.clear();
        options("seed(...)", (test, run) -> run.seed(8));
        options("initializer(...)", (test, run) -> run.initializer(Initializer.HE_NORMAL));
        options("startFrom(...), by the file's content", (test, run) -> run.startFrom(test.otherWeights()));
        options("freezeThrough(...)", (test, run) -> run.freezeThrough("stemBlock"));
        data("pictures", FashionMnist.bundledTrain().range(10, 50).resize(12));
        data("the order of the pictures", swapped());
        data("the names of the classes", new Renamed(IMAGES), new Renamed(TEST));
        data("resizing or normalization", prepared(PICTURES), prepared(TEST_PICTURES));
        data("augmentation", IMAGES.augmented(HorizontalFlip.withProbability(0.4)));
        options("test(...): other test pictures, or none", (test, run) -> run.test(TEST.range(0, 19)));
        options("batch(...)", (test, run) -> run.batch(15));
        options("balanceClasses()", (test, run) -> run.balanceClasses());
        optimizer(
                "the learning rate of single layers",
                Optimizer.sgd(0.05).momentum(0.9).rate("scores", 2));
        options("accumulate(...)", (test, run) -> run.accumulate(2));
        options("mixUp(...)", (test, run) -> run.mixUp(0.2));
        options("cutMix(...)", (test, run) -> run.cutMix(1));
        options("averageWeights(...)", (test, run) -> run.averageWeights(0.9));
        options("dropLastBatch()", (test, run) -> run.dropLastBatch());
        optimizer("the optimizer", Optimizer.sgd(0.05).momentum(0.8));
        optimizer("the learning rate", Optimizer.sgd(0.04).momentum(0.9));
        optimizer("its schedule", Optimizer.sgd(0.05).momentum(0.9).schedule(Schedule.step(30, 0.1)));
        optimizer("weight decay", Optimizer.sgd(0.05).momentum(0.9).weightDecay(1e-4));
        optimizer("which parameters decay", Optimizer.sgd(0.05).momentum(0.9).withoutDecayOfBiasesAndNorms());
        options(
                "reduceOnPlateau(...)",
                (test, run) -> run.reduceOnPlateau(Metric.TEST_LOSS, ReduceOnPlateau.by(0.1, 5)));
        options("clipGradientNorm(...)", (test, run) -> run.clipGradientNorm(1));
        options("clipGradientValues(...)", (test, run) -> run.clipGradientValues(1));
        options("labelSmoothing(...)", (test, run) -> run.labelSmoothing(0.1));
        options("classWeights(...)", (test, run) -> run.classWeights(1, 2, 1, 1, 1, 1, 1, 1, 1, 1));
        options("lossAveraging(...)", (test, run) -> run.lossAveraging(LossAveraging.BATCHES));
        options("best(...)", (test, run) -> run.best(Metric.TEST_LOSS));
        options(
                "earlyStopping(...): another metric or minimum delta",
                (test, run) -> run.earlyStopping(Metric.TEST_LOSS, 9, 0));
        options(
                "earlyStopping(...): another patience, added or removed",
                (test, run) -> run.earlyStopping(Metric.TEST_ACCURACY, 7, 0));
        options("epochs(...): fewer than the run has learned", (test, run) -> run.epochs(1));
        options("epochs(...): any other number", (test, run) -> run.epochs(3));
        options(
                "kernels(...), CPU, threads, versions of libraries",
                (test, run) -> run.kernels(TestedKernels.ND4J.create()));
        options(
                "checkpoints(...): another interval",
                (test, run) -> run.checkpoints(Checkpoints.in(test.folder).every(Duration.ofDays(1))));
        options(
                "checkpoints(...): another folder, with resumeFrom(...)",
                (test, run) ->
                        run.resumeFrom(Checkpoints.in(test.folder).last()).checkpoints(test.other.resolve("folder")));
        options("resume() in place of resumeFrom(...)", (test, run) -> run.resume());
        options(
                "resumeFrom(...) in place of resume()",
                (test, run) -> run.resumeFrom(Checkpoints.in(test.folder).last()));
        options("keep(...)", (test, run) -> run.keep(KeptEpoch.LAST));
        options("stopAfter(...)", (test, run) -> run.stopAfter(Duration.ofHours(1)));
        options("loadingWorkers(...)", (test, run) -> run.loadingWorkers(3));
        options("listener(...)", (test, run) -> run.listener(new TrainingListener() {}));
        options("runFolder(...)", (test, run) -> run.runFolder(test.other.resolve("report")));
    }

    private static ImageDataset swapped() {
        // Two of one class, so that neither the number of pictures nor any class is another one.
        int[] order = IntStream.range(0, IMAGES.size()).toArray();
        int twin = IntStream.range(1, order.length)
                .filter(i -> IMAGES.label(i) == IMAGES.label(0))
                .findFirst()
                .orElseThrow();
        order[0] = twin;
        order[twin] = 0;
        return IMAGES.select(order);
    }

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void aRunThatIsKilledInItsSecondEpoch() {
        stopped(base(Optimizer.sgd(0.05).momentum(0.9)));
    }

    private Training base(Optimizer optimizer) {
        return Training.with(optimizer)
                .batch(16)
                .epochs(2)
                .seed(7)
                .test(TEST)
                .earlyStopping(Metric.TEST_ACCURACY, 9, 0)
                .kernels(TestedKernels.ONEDNN.create())
                .checkpoints(Checkpoints.in(folder).everySteps(1));
    }

    private static void stopped(Training training) {
        assertThatThrownBy(() -> TinyNet.train(IMAGES, training.listener(new TrainingListener() {
                    @Override
                    public void stepped(StepEnd step) {
                        if (step.step() == 5) {
                            throw new Crash();
                        }
                    }
                })))
                .isInstanceOf(Crash.class);
    }

    private Path otherWeights() {
        Path file = other.resolve("other.safetensors");
        try (NeuralNetwork network = TinyNet.TYPE.initialize(TestedKernels.ONEDNN.create(), Initializer.PYTORCH, 99)) {
            network.save(file);
        }
        return file;
    }

    static Stream<Row> rows() throws IOException {
        return PageTables.of(PAGE, "option").rows().stream()
                .filter(row -> row.cells().containsKey("resumed with another"))
                .filter(row -> CASES.containsKey(row.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRunIsResumedAsTheTableSays(Row row) {
        Changed changed = Objects.requireNonNull(CASES.get(row.name()))
                .apply(this, base(Optimizer.sgd(0.05).momentum(0.9)));
        Training resumed = changed.training().resumedFile().isPresent()
                ? changed.training()
                : changed.training().resume();
        expect(row, changed.data(), resumed);
    }

    private static void expect(Row row, Dataset data, Training resumed) {
        List<String> differences = new ArrayList<>();
        Consumer<RunStart> started =
                run -> differences.addAll(run.resumption().orElseThrow().differences());
        Training told = resumed.listener(new TrainingListener() {
            @Override
            public void started(RunStart run) {
                started.accept(run);
            }
        });
        switch (row.cell("resumed with another")) {
            case "refused" ->
                assertThatThrownBy(() -> TinyNet.train(data, told).close())
                        .isInstanceOf(ResumeException.class)
                        .hasMessageContaining("can't be resumed: its run has ")
                        .hasMessageContaining(", found ");
            case "continues" -> {
                assertThatCode(() -> TinyNet.train(data, told).close()).doesNotThrowAnyException();
                assertThat(differences).isEmpty();
            }
            case "continues, and reports it" -> {
                assertThatCode(() -> TinyNet.train(data, told).close()).doesNotThrowAnyException();
                assertThat(differences).hasSize(1);
            }
            default -> throw new AssertionError("nobody knows what that means: " + row);
        }
    }

    /** These need another run than the others' to begin with. */
    @Test
    void aLengthThatTheRatesSoFarDependOnIsRefused() throws IOException {
        Optimizer cosine = Optimizer.sgd(0.05).schedule(Schedule.cosine());
        Path own = other.resolve("cosine");
        stopped(base(cosine).checkpoints(Checkpoints.in(own).everySteps(1)));
        Row row = row("epochs(...): another number, if the learning rates so far depend on it");
        expect(row, IMAGES, base(cosine).checkpoints(own).epochs(3).resume());
        TinyNet.train(IMAGES, base(cosine).checkpoints(own).resume()).close();
    }

    @Test
    void anotherSpecIsRefused() throws IOException {
        assertThat(row("the network's spec").cell("resumed with another")).isEqualTo("refused");
        assertThatThrownBy(() -> dev.netwright.models.exercises.SmallCnn.train(
                        FashionMnist.bundledTrain().first(40),
                        base(Optimizer.sgd(0.05))
                                .test(FashionMnist.bundledTest().first(20))
                                .resume()))
                .isInstanceOf(WrongNetworkException.class);
    }

    private static Row row(String name) throws IOException {
        return PageTables.of(PAGE, "option").rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRowIsTried() throws IOException {
        List<String> rows = PageTables.of(PAGE, "option").rows().stream()
                .filter(row -> row.cells().containsKey("resumed with another"))
                .map(Row::name)
                .toList();
        Set<String> untried = new TreeSet<>(rows);
        untried.removeAll(CASES.keySet());
        assertThat(untried)
                .containsExactlyInAnyOrder(
                        "the network's spec",
                        // A network of classes has none; LossWeightsTest resumes one of labels.
                        "positiveWeights(...)",
                        "epochs(...): another number, if the learning rates so far depend on it");
        assertThat(rows).containsAll(CASES.keySet());
    }

    /** The same images under other names. */
    private record Renamed(Dataset whole) implements Dataset {
        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public ImageFormat format() {
            return whole.format();
        }

        @Override
        public List<String> labels() {
            return whole.labels().stream().map(name -> name + "s").toList();
        }

        @Override
        public int label(int index) {
            return whole.label(index);
        }

        @Override
        public int checksum(int index) {
            return whole.checksum(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            whole.read(index, target, offset);
        }

        @Override
        public Optional<Preprocessing> preprocessing() {
            return whole.preprocessing();
        }
    }

    /** The normalization of the test pictures goes with that of the others. */
    @Test
    void anotherNormalizationIsRefused() {
        Normalization other = Normalization.of(0.5, 0.5);
        Training training = base(Optimizer.sgd(0.05).momentum(0.9)).test(TEST.normalized(other));
        assertThatThrownBy(() -> TinyNet.train(IMAGES.normalized(other), training.resume()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("its run has images' content, as a checksum,");
    }
}
