package dev.netwright.runtime.internal.runfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.report.RecordedRun;
import dev.netwright.runtime.report.RunComparison;
import dev.netwright.runtime.report.html.ComparisonPage;
import dev.netwright.runtime.training.RunPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Folders of runs, read again and compared. */
final class RecordedRunsTest {
    @TempDir
    private Path folder;

    private Path first() {
        Path run = folder.resolve("first");
        ReportedRun.whole(RunFolder.at(run, ReportedRun.facts()));
        return run;
    }

    /** A run with another seed, another epoch and a number less. */
    private Path second() throws IOException {
        Path run = folder.resolve("second");
        ReportedRun.whole(RunFolder.at(run, ReportedRun.facts()));
        Path configuration = run.resolve("configuration.json");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("\"seed\" : 7", "\"seed\" : 8")
                        .replaceFirst("\"last_frozen_block\" : \"stem\",\\s*", ""));
        Path metrics = run.resolve("metrics.csv");
        List<String> rows = Files.readAllLines(metrics);
        Files.write(metrics, rows.subList(0, rows.size() - 1));
        return run;
    }

    @Test
    void aFolderIsReadAsItWasWritten() throws IOException {
        Path run = first();
        RecordedRun read = RecordedRuns.read(run);
        assertThat(read.settings())
                .containsEntry("network.class", "zoo.Animals")
                .containsEntry("network.labels", "cat & dog, <bird>")
                .containsEntry("training.seed", "7")
                .containsEntry("data.training.images", "8")
                .containsEntry(
                        "data.training.augmentation",
                        "HorizontalFlip.withProbability(0.5), RandomCrop.of(2, 2).padding(1)")
                .doesNotContainKey("data.test.augmentation");
        assertThat(read.points()).hasSize(10);
        assertThat(read.points().get(9).row())
                .isEqualTo(Files.readAllLines(run.resolve("metrics.csv")).get(10));
        assertThat(read.epochs()).isEqualTo(2);
    }

    @Test
    void resultsStandSideBySideWithTheSettingsThatDiffer() throws IOException {
        RunComparison comparison = new RunComparison(List.of(RecordedRuns.read(first()), RecordedRuns.read(second())));
        List<String> differing = comparison.settings().stream()
                .filter(RunComparison.Row::differs)
                .map(RunComparison.Row::name)
                .toList();
        assertThat(differing).containsExactly("training.seed", "training.last_frozen_block");
        String text = comparison.text();
        assertThat(text)
                .containsPattern("epochs +2 +1\\.8\n")
                .containsPattern("training.last_frozen_block +stem +–\n")
                .containsPattern("training.seed +7 +8\n")
                .contains("settings that differ; ")
                .doesNotContain("started")
                .doesNotContain("training.epochs");
    }

    @Test
    void equalRunsSaySo() {
        RecordedRun run = RecordedRuns.read(first());
        assertThat(new RunComparison(List.of(run, run)).text()).contains("settings are equal");
    }

    @Test
    void thePageIsWellFormedAndHighlightsOnlySettingsThatDiffer() throws Exception {
        RunComparison comparison = new RunComparison(List.of(RecordedRuns.read(first()), RecordedRuns.read(second())));
        String page = new ComparisonPage(comparison).html();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
        NodeList rows = document.getElementsByTagName("tr");
        int highlighted = 0;
        for (int i = 0; i < rows.getLength(); i++) {
            highlighted += ((Element) rows.item(i)).getAttribute("class").equals("differs") ? 1 : 0;
        }
        assertThat(highlighted).isEqualTo(2);
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(5);
        assertThat(page).contains("cat &amp; dog, &lt;bird&gt;").doesNotContain("http://localhost");
    }

    /** A network of numbers has no accuracy. */
    @Test
    void whatNoRunHasIsNeitherANumberNorAChart() {
        RecordedRun whole = RecordedRuns.read(first());
        List<RunPoint> points = whole.points().stream()
                .map(point -> new RunPoint(
                        point.step(),
                        point.epoch(),
                        point.loss(),
                        Double.NaN,
                        point.testLoss(),
                        point.testLoss().isPresent() ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty(),
                        point.learningRate(),
                        point.imagesPerSecond(),
                        point.time()))
                .toList();
        RecordedRun numbers = new RecordedRun("numbers", whole.settings(), points);
        RunComparison comparison = new RunComparison(List.of(numbers, numbers));
        assertThat(comparison.text())
                .containsPattern("last train accuracy +– +–\n")
                .containsPattern("last test accuracy +– +–\n")
                .doesNotContain("NaN");
        Path page = folder.resolve("page.html");
        RecordedRuns.writePage(comparison, page);
        assertThat(page)
                .content()
                .contains("Test loss", "Train loss")
                .doesNotContain("Test accuracy")
                .doesNotContain("Train accuracy")
                .doesNotContain("NaN");
    }

    @Test
    void aFolderOfAnotherKindIsRefusedWithWhatIsMissing() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedRuns.read(missing))
                .withMessage(
                        missing + " must be the folder of a run, with configuration.json and metrics.csv, found no such"
                                + " folder; name a folder that train --report has written");
        Path half = first();
        Files.delete(half.resolve("metrics.csv"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedRuns.read(half))
                .withMessageContaining("found no metrics.csv");
        Path damaged = second();
        Files.writeString(damaged.resolve("configuration.json"), "{\"training\": ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedRuns.read(damaged))
                .withMessageStartingWith("the folder " + damaged + " can't be read: ");
        Files.writeString(damaged.resolve("configuration.json"), "{}");
        Files.writeString(damaged.resolve("metrics.csv"), RunPoint.HEADER + "\n1,2,3\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedRuns.read(damaged))
                .withMessageContaining("must have the columns");
    }

    @Test
    void oneRunIsNoComparison() {
        RecordedRun run = RecordedRuns.read(first());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunComparison(List.of(run)))
                .withMessage("a comparison needs at least 2 runs, found 1");
    }
}
