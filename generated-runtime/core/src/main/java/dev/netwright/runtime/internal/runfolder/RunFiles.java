package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.internal.tensorboard.EventFile;
import dev.netwright.runtime.report.html.RunPage;
import dev.netwright.runtime.training.ClassOutcome;
import dev.netwright.runtime.training.Mistake;
import dev.netwright.runtime.training.Resumption;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files in a run's folder. */
final class RunFiles {
    static final String CONFIGURATION = "configuration.json";
    static final String METRICS = "metrics.csv";
    static final String TENSORBOARD = "tensorboard";
    static final String REPORT = "report.html";

    private final Path folder;
    private final RunFacts facts;
    private final RunStart start;
    private final String configuration;
    private final MetricsFile metrics;
    private final EventFile train;
    private final Optional<EventFile> test;

    private RunFiles(
            Path folder,
            RunFacts facts,
            RunStart start,
            String configuration,
            MetricsFile metrics,
            EventFile train,
            Optional<EventFile> test) {
        this.folder = folder;
        this.facts = facts;
        this.start = start;
        this.configuration = configuration;
        this.metrics = metrics;
        this.train = train;
        this.test = test;
    }

    /** Opens the files. A new run moves those of an earlier run aside; a resumed one continues them. */
    static RunFiles open(Path folder, RunFacts facts, RunStart start) throws IOException {
        Files.createDirectories(folder);
        int steps = start.resumption()
                .map(resumption -> resumption.checkpoint().step())
                .orElse(0);
        if (steps == 0) {
            EarlierRun.moveAside(folder, List.of(CONFIGURATION, METRICS, TENSORBOARD, REPORT));
        }
        String configuration = Configuration.of(facts, start);
        TextFile.replace(folder.resolve(CONFIGURATION), configuration);
        Path events = folder.resolve(TENSORBOARD);
        RunFiles files = new RunFiles(
                folder,
                facts,
                start,
                configuration,
                MetricsFile.open(
                        folder.resolve(METRICS),
                        start.resumption().map(Resumption::points).orElse(List.of()),
                        steps),
                EventFile.in(events.resolve("train")),
                facts.training().test().isPresent()
                        ? Optional.of(EventFile.in(events.resolve("test")))
                        : Optional.empty());
        for (RunPoint point : files.metrics.missing()) {
            files.addEvents(point);
        }
        return files;
    }

    void add(RunPoint point) throws IOException {
        metrics.add(point);
        addEvents(point);
    }

    private void addEvents(RunPoint point) throws IOException {
        train.scalars(
                point.step(),
                defined(Map.of(
                        "loss", point.loss(),
                        "accuracy", point.accuracy(),
                        "learning_rate", point.learningRate(),
                        "images_per_second", point.imagesPerSecond())));
        if (test.isPresent() && point.testAccuracy().isPresent()) {
            Map<String, Double> tested = Map.of(
                    "loss", point.testLoss().orElse(Double.NaN),
                    "accuracy", point.testAccuracy().getAsDouble());
            test.get().scalars(point.step(), Double.isNaN(point.accuracy()) ? defined(tested) : tested);
        }
    }

    /** Without the accuracy of numbers, which have none. */
    private static Map<String, Double> defined(Map<String, Double> scalars) {
        return scalars.entrySet().stream()
                .filter(entry -> !(entry.getKey().equals("accuracy") && Double.isNaN(entry.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void report(Optional<TestOutcome> outcome, Optional<RunEnd> end) {
        Optional<Dataset> images = facts.training().test();
        List<Mistake> worst = outcome.filter(ClassOutcome.class::isInstance)
                .map(ClassOutcome.class::cast)
                .map(ClassOutcome::worst)
                .orElse(List.of());
        List<String> pictures = images.isPresent()
                ? worst.stream()
                        .map(mistake -> DatasetPicture.dataUri(images.get(), mistake.image()))
                        .toList()
                : List.of();
        TextFile.replace(
                folder.resolve(REPORT),
                new RunPage(
                                facts.network(),
                                start,
                                end,
                                metrics.points(),
                                facts.data().labels(),
                                outcome,
                                pictures,
                                configuration,
                                facts.card())
                        .html());
    }
}
