package dev.netwright.runtime.internal.runfolder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    private final Path folder;

    RunFolderTest(@TempDir Path temporary) {
        folder = temporary.resolve("runs").resolve("first");
    }

    private RunFolder listener() {
        return RunFolder.at(folder, ReportedRun.facts(), new PrintStream(warnings, true, StandardCharsets.UTF_8));
    }

    private String warnings() {
        return warnings.toString(StandardCharsets.UTF_8);
    }

    private List<String> columns(int... columns) throws IOException {
        return Files.readAllLines(folder.resolve("metrics.csv")).stream()
                .map(row -> row.split(",", -1))
                .map(cells ->
                        IntStream.of(columns).mapToObj(column -> cells[column]).collect(Collectors.joining(" ")))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.replaceAll("tfevents\\..*", "tfevents"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aRunLeavesItsFourTracesAndNothingElse() throws IOException {
        ReportedRun.whole(listener());
        assertThat(files())
                .containsExactly(
                        "configuration.json",
                        "metrics.csv",
                        "report.html",
                        "tensorboard/test/events.out.tfevents",
                        "tensorboard/train/events.out.tfevents");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void rowsStandWhereTheAnimatorHasPointsAndTestValuesAtAnEpochsEnd() throws IOException {
        ReportedRun.whole(listener());
        assertThat(columns(0, 1, 4, 5))
                .containsExactly(
                        "step epoch test_loss test_accuracy",
                        "2 0.2  ",
                        "4 0.4  ",
                        "6 0.6  ",
                        "8 0.8  ",
                        "10 1.0 0.75 0.625",
                        "12 1.2  ",
                        "14 1.4  ",
                        "16 1.6  ",
                        "18 1.8  ",
                        "20 2.0 0.75 0.625");
        assertThat(columns(2, 3, 6, 7).get(1)).isEqualTo("1.0 0.02 0.1 128.0");
    }

    @Test
    void whatIsMeasuredIsThereAtOnce() throws IOException {
        RunFolder run = listener();
        ReportedRun.start(run);
        ReportedRun.steps(run, 1, 4);
        assertThat(columns(0)).containsExactly("step", "2", "4");
        assertThat(files()).doesNotContain("report.html").contains("configuration.json");
        ReportedRun.steps(run, 5, 10);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("1 of 2 epochs");
    }

    @Test
    void theReportSaysWhyTheRunEnded() throws IOException {
        RunFolder run = listener();
        ReportedRun.start(run);
        ReportedRun.steps(run, 1, 10);
        ReportedRun.end(run, StopReason.NO_IMPROVEMENT);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("ended after 1 of 2 epochs, because the metric of early stopping");
    }

    /** Killed after the last epoch was saved, but before it was recorded in the folder. */
    @Test
    void aRunThatIsResumedBehindItsEndWritesDownWhatItsCheckpointHolds() throws IOException {
        RunFolder killed = listener();
        ReportedRun.start(killed);
        ReportedRun.steps(killed, 1, 13);

        RunFolder resumed = listener();
        ReportedRun.resume(resumed, 20, points(20));
        ReportedRun.end(resumed);

        assertThat(columns(0)).containsExactly("step", "2", "4", "6", "8", "10", "12", "14", "16", "18", "20");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("2 epochs, ended", "id=\"confusion\"", "test accuracy");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aReportInAnotherFolderHasTheWholeRun() throws IOException {
        ReportedRun.resume(listener(), 16, points(16));
        assertThat(columns(0, 5))
                .containsExactly("step test_accuracy", "2 ", "4 ", "6 ", "8 ", "10 0.625", "12 ", "14 ", "16 ");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("1.6 of 2 epochs", "id=\"confusion\"");
        assertThat(files()).anyMatch(name -> name.startsWith("tensorboard/train"));
    }

    /** A checkpoint of a long run, or of an earlier version, doesn't hold its first points. */
    @Test
    void rowsBeforeThoseOfTheCheckpointStay() throws IOException {
        ReportedRun.whole(listener());
        RunFolder resumed = listener();
        ReportedRun.resume(resumed, 16, List.of(ReportedRun.point(14), ReportedRun.point(16)));
        ReportedRun.steps(resumed, 17, 18);
        assertThat(columns(0)).containsExactly("step", "2", "4", "6", "8", "10", "12", "14", "16", "18");
    }

    private static List<RunPoint> points(int steps) {
        return IntStream.rangeClosed(1, steps / 2)
                .mapToObj(i -> ReportedRun.point(2 * i))
                .toList();
    }

    @Test
    void aResumedRunContinuesAfterTheStepItStartsFrom() throws IOException {
        RunFolder killed = listener();
        ReportedRun.start(killed);
        ReportedRun.steps(killed, 1, 16);
        Files.writeString(
                folder.resolve("metrics.csv"), Files.readString(folder.resolve("metrics.csv")) + "18,1.8,0.1");

        RunFolder continued = listener();
        ReportedRun.resume(continued, 12, points(12));
        ReportedRun.steps(continued, 13, 20);
        ReportedRun.end(continued);

        assertThat(columns(0)).containsExactly("step", "2", "4", "6", "8", "10", "12", "14", "16", "18", "20");
        assertThat(files()).noneMatch(name -> name.startsWith("earlier"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aRunThatBeginsAnewPutsTheEarlierOneAside() throws IOException {
        ReportedRun.whole(listener());
        String first = Files.readString(folder.resolve("metrics.csv"));
        ReportedRun.whole(listener());
        ReportedRun.whole(listener());
        assertThat(Files.readString(folder.resolve("earlier").resolve("1").resolve("metrics.csv")))
                .isEqualTo(first);
        assertThat(files())
                .contains("earlier/2/report.html", "earlier/2/tensorboard/test/events.out.tfevents", "report.html");
    }

    @Test
    void theConfigurationSaysAllThatTheRunFollowsFrom() throws IOException {
        ReportedRun.whole(listener());
        assertThat(values(Files.readString(folder.resolve("configuration.json"))))
                .containsEntry("class", "zoo.Animals")
                .containsEntry("fingerprint", "ab".repeat(32))
                .containsEntry("optimizer", "GradientDescent[momentum=0.0, nesterov=false]")
                .containsEntry("first_learning_rate", "0.001")
                .containsEntry(
                        "learning_rate",
                        "ScheduledRate[rate=ConstantRate[rate=0.1], schedule=WarmUpSchedule[then=CosineSchedule[last=0.0], epochs=5.0, from=0.01]]")
                .containsEntry("weight_decay", "0.0")
                .containsEntry("last_frozen_block", "stem")
                .containsEntry("best_metric", "TEST_ACCURACY")
                .containsEntry("seed", "7")
                .containsEntry("batch", "64")
                .containsEntry("initializer", "PYTORCH")
                .containsEntry("bound_bytes", "10")
                .containsEntry("os.arch", System.getProperty("os.arch"))
                .containsEntry("org.bytedeco:javacpp", "1.5.7");
    }

    /** Covers all options, including future ones. */
    @Test
    void theConfigurationHasEveryOptionThatTheRunHas() throws IOException {
        ReportedRun.whole(listener());
        Map<String, String> values = values(Files.readString(folder.resolve("configuration.json")));
        OptionValues given = ReportedRun.facts().training().values();
        assertThat(RunOptions.ALL).allSatisfy(option -> {
            if (given.find(option).isPresent()) {
                assertThat(values).containsEntry(option.key(), option.text(given));
            } else {
                assertThat(values).doesNotContainKey(option.key());
            }
        });
        assertThat(values).containsKeys("loss_averaging", "batches", "keep").doesNotContainKeys("patience", "plateau");
    }

    /** The last value of each name, at any depth. */
    private static Map<String, String> values(String json) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() && parser.currentName() != null) {
                    values.put(parser.currentName(), parser.getText());
                }
            }
        }
        return values;
    }

    @Test
    void aFolderThatCantBeWrittenIsReportedOnceAndTheRunContinues() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file in the folder's place");
        ReportedRun.whole(listener());
        assertThat(warnings().lines()).singleElement().asString().contains("The run continues", folder.toString());
    }

    @Test
    void aTableThatIsntOneIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("metrics.csv"), "name,price\nbread,2\n");
        RunFolder continued = listener();
        ReportedRun.resume(continued, 10, points(10));
        ReportedRun.steps(continued, 11, 20);
        assertThat(Files.readString(folder.resolve("metrics.csv"))).isEqualTo("name,price\nbread,2\n");
        assertThat(warnings()).contains("must begin with 'step,epoch", "name,price");
    }

    @Test
    void onceTheDiskHasRoomAgainNoPointIsMissing() throws IOException {
        RunFolder run = listener();
        ReportedRun.start(run);
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file in the folder's place");
        ReportedRun.steps(run, 1, 5);
        Files.delete(folder);
        ReportedRun.steps(run, 6, 10);
        assertThat(columns(0)).containsExactly("step", "2", "4", "6", "8", "10");
    }
}
