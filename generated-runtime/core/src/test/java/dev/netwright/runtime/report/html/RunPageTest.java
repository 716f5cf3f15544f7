package dev.netwright.runtime.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.training.BestEpoch;
import dev.netwright.runtime.training.ClassOutcome;
import dev.netwright.runtime.training.ConfusionMatrix;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Mistake;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StopReason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class RunPageTest {
    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgo=";
    private static final List<String> LABELS = List.of("cat & dog", "<bird>", "never shown");

    /** 60 of 100 cats are classified as birds; no image has the third class, which is never predicted. */
    private static final ClassOutcome OUTCOME = new ClassOutcome(
            new ConfusionMatrix(new int[][] {{40, 60, 0}, {1, 299, 0}, {0, 0, 0}}),
            List.of(new Mistake(17, 0, 1, 0.98765)));

    private static RunStart start(int epochs) {
        return new RunStart(
                "cpu",
                "nd4j",
                Optional.empty(),
                60_000,
                400,
                64,
                938,
                epochs,
                7,
                1_234_567,
                1 << 20,
                new BoundBytes(0, 0, 0, 0),
                List.of(),
                Optional.empty());
    }

    private static RunPoint point(double epoch, double loss, double rate) {
        boolean isEnd = epoch == Math.rint(epoch);
        return new RunPoint(
                Math.round(epoch * 938),
                epoch,
                loss,
                0.5 + 0.1 * epoch,
                isEnd ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                isEnd ? OptionalDouble.of(0.9 - 0.1 * epoch) : OptionalDouble.empty(),
                rate,
                1_234,
                Instant.ofEpochSecond(Math.round(epoch * 100)));
    }

    private static RunPage page(List<RunPoint> points, Optional<RunEnd> end) {
        return new RunPage(
                "zoo.Animals",
                start(5),
                end,
                points,
                LABELS,
                Optional.of(OUTCOME),
                List.of(PICTURE),
                "{\"seed\": 7}",
                Optional.of("<html><body>\"the card\"</body></html>"));
    }

    @Test
    void anEpochWithoutATestAccuracyIsNeverTheBest() {
        RunPoint fine = point(1, 1.5, 0.1);
        RunPoint broken = point(2, 1, 0.1).tested(OptionalDouble.of(Double.NaN), OptionalDouble.of(Double.NaN));
        assertThat(page(List.of(fine, broken), Optional.empty()).html())
                .contains("<dd>NaN<small>best 0.800 after epoch 1</small></dd>");
        assertThat(page(List.of(broken), Optional.empty()).html())
                .contains("<dd>NaN<small>no output was a finite number</small></dd>");
    }

    private static RunPage page() {
        return page(List.of(point(0.5, 2, 0.1), point(1, 1.5, 0.1), point(2, 1, 0.1)), Optional.empty());
    }

    private static RunPage page(int classes, int perClass) {
        int[][] counts = new int[classes][classes];
        for (int label = 0; label < classes; label++) {
            counts[label][label] = perClass;
            counts[label][(7 * label + 1) % classes] += 1 + label % 3;
        }
        return new RunPage(
                "leaves.Leaves",
                start(5),
                Optional.empty(),
                List.of(point(1, 1, 1)),
                IntStream.range(0, classes).mapToObj(k -> "species " + k).toList(),
                Optional.of(new ClassOutcome(new ConfusionMatrix(counts), List.of())),
                List.of(),
                "{}",
                Optional.empty());
    }

    private static Document document(RunPage page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.html().getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Element> elements(RunPage page, String tag) throws Exception {
        NodeList found = document(page).getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static List<String> texts(RunPage page, String tag) throws Exception {
        return elements(page, tag).map(Element::getTextContent).toList();
    }

    @Test
    void thePageNamesNoOtherFileAndNoServer() throws Exception {
        String html = page().html();
        assertThat(html.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "url(", "<link", "@import");
        assertThat(elements(page(), "img").map(image -> image.getAttribute("src")))
                .containsExactly(PICTURE);
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void namesOfClassesAreTextWhateverTheyAre() throws Exception {
        assertThat(texts(page(), "td")).contains("cat & dog", "<bird>");
        assertThat(page().html()).doesNotContain("<bird>");
    }

    @Test
    void precisionRecallAndF1FollowFromTheConfusion() throws Exception {
        // 40 / 41, 40 / 100, 80 / 141; 299 / 359, 299 / 300, 598 / 659.
        assertThat(texts(page(), "td"))
                .containsExactly(
                        "cat & dog",
                        "0.976",
                        "0.400",
                        "0.567",
                        "100",
                        "<bird>",
                        "0.833",
                        "0.997",
                        "0.907",
                        "300",
                        "never shown",
                        "–",
                        "–",
                        "–",
                        "0");
    }

    @Test
    void aCellOfTheConfusionIsItsRowsShareInPerCent() throws Exception {
        List<String> cells = elements(page(), "g").map(Element::getTextContent).toList();
        assertThat(cells)
                .containsExactly(
                        "cat & dog classified as cat & dog: 40 of 10040",
                        "cat & dog classified as <bird>: 60 of 10060",
                        "<bird> classified as cat & dog: 1 of 300.3",
                        "<bird> classified as <bird>: 299 of 30099");
    }

    @Test
    void theFiguresSayHowFarTheRunIsAndHowGood() throws Exception {
        assertThat(page().html()).contains("2 of 5 epochs; 1,234,567 parameters");
        assertThat(texts(page(), "dd").get(0)).isEqualTo("0.700best 0.800 after epoch 1");
        assertThat(texts(page(), "dd")).contains("2:30since the first point");
    }

    @Test
    void anEndHasItsReason() {
        assertThat(ended(5, StopReason.ALL_EPOCHS)).contains("5 epochs, ended;");
        assertThat(ended(3, StopReason.NO_IMPROVEMENT))
                .contains("ended after 3 of 5 epochs, because the metric of early stopping stopped improving;");
        assertThat(ended(2.68, StopReason.TIME_LIMIT))
                .contains("ended after 2.6 of 5 epochs, because the time limit was reached; the run can be resumed;");
    }

    private static String ended(double epochs, StopReason reason) {
        return page(
                        List.of(point(epochs, 1, 1)),
                        Optional.of(new RunEnd("cpu", List.of(), 1, Optional.empty(), reason, 5, Optional.empty())))
                .html();
    }

    @Test
    void aNetworkThatHasTheBestEpochsWeightsSaysWhoseTheyAre() throws Exception {
        Optional<BestEpoch> best = Optional.of(new BestEpoch(Metric.TEST_ACCURACY, 3, 0.8));
        RunEnd end = new RunEnd("cpu", List.of(), 1, best, StopReason.ALL_EPOCHS, 5, best);
        assertThat(texts(page(List.of(point(5, 1, 1)), Optional.of(end)), "dd"))
                .contains("epoch 3the best by test accuracy");
    }

    @Test
    void curvesAreThoseOfTheAnimator() throws Exception {
        assertThat(texts(page(), "text"))
                .contains("train loss", "train accuracy", "test accuracy", "test loss", "epoch")
                .doesNotContain("Learning rate");
        assertThat(elements(page(), "svg")
                        .filter(svg -> svg.getAttribute("class").equals("chart")))
                .hasSize(1);
    }

    @Test
    void lossesThatWouldFlattenAccuraciesGetAChartOfTheirOwn() throws Exception {
        RunPage page = page(List.of(point(0.5, 80, 0.1), point(1, 1.5, 0.1)), Optional.empty());
        assertThat(texts(page, "text")).contains("Loss", "Accuracy").doesNotContain("Loss and accuracy");
    }

    @Test
    void aLearningRateThatChangesIsDrawn() throws Exception {
        RunPage page = page(List.of(point(0.5, 2, 0.1), point(1, 1.5, 0.05)), Optional.empty());
        assertThat(texts(page, "text")).contains("Learning rate");
    }

    @Test
    void aLossThatIsNotANumberIsSaid() throws Exception {
        RunPage page = page(List.of(point(0.5, Double.NaN, 0.1)), Optional.empty());
        assertThat(texts(page, "dd")).anyMatch(text -> text.startsWith("NaN"));
    }

    @Test
    void mistakesHaveTheirPicturesLabelsAndProbabilities() throws Exception {
        assertThat(texts(page(), "figcaption")).containsExactly("cat & dogclassified as <bird>0.988 #17");
        assertThat(page(3, 5).html()).contains("every test image was classified correctly");
    }

    @Test
    void theCardIsAPageOfItsOwn() throws Exception {
        assertThat(elements(page(), "iframe").map(frame -> frame.getAttribute("srcdoc")))
                .containsExactly("<html><body>\"the card\"</body></html>");
        assertThat(elements(page(3, 5), "iframe")).isEmpty();
    }

    @Test
    void withoutTestImagesThereAreCurvesAlone() throws Exception {
        RunPage page = new RunPage(
                "Animals",
                start(1),
                Optional.empty(),
                List.of(),
                LABELS,
                Optional.empty(),
                List.of(),
                "{}",
                Optional.empty());
        assertThat(texts(page, "h2")).containsExactly("Curves", "Configuration");
    }

    @Test
    void ofManyClassesTheMostFrequentConfusionsAreListed() throws Exception {
        RunPage leaves = page(176, 18);
        assertThat(elements(leaves, "g")).hasSize(176 * 2);
        assertThat(texts(leaves, "h3")).containsExactly("The most frequent confusions");
        assertThat(leaves.html().length()).isLessThan(300_000);
        assertThat(texts(page(10, 5), "h3")).isEmpty();
    }

    @Test
    void ofAThousandClassesTheListStandsWithoutTheMap() throws Exception {
        assertThat(elements(page(1000, 50), "g")).isEmpty();
        assertThat(texts(page(1000, 50), "h3")).containsExactly("The most frequent confusions");
    }
}
