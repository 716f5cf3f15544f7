package dev.netwright.runtime.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class LineChartTest {
    /** From (46, 52) to (626, 280): 580 across for two epochs, 228 up for 2. */
    private static final LineChart EMPTY = LineChart.of(
            "LeNet", Axis.whole("epoch").from(1).to(3), Axis.linear("").from(0).to(2));

    private static Line line(String name, double... xy) {
        return new Line(
                name,
                IntStream.range(0, xy.length / 2)
                        .mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1]))
                        .toList());
    }

    private static List<Element> elements(LineChart chart, String tag, String cssClass) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgDocument.of(chart).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(element -> element.getAttribute("class").equals(cssClass))
                .toList();
    }

    private static List<String> paths(LineChart chart, String cssClass) throws Exception {
        return elements(chart, "path", cssClass).stream()
                .map(element -> element.getAttribute("d"))
                .toList();
    }

    @Test
    void aLineGoesThroughItsPoints() throws Exception {
        LineChart chart = EMPTY.line(line("loss", 1, 2, 2, 1, 3, 0));
        assertThat(paths(chart, "line s1")).last().isEqualTo("M46 52L336 166L626 280");
    }

    @Test
    void eachLineHasAStyleAndAnEntryInTheLegend() throws Exception {
        LineChart chart = EMPTY.line(line("train loss", 1, 2, 2, 1)).line(line("test acc", 1, 0.1, 2, 0.8));
        assertThat(paths(chart, "line s1")).hasSize(2);
        assertThat(paths(chart, "line s2")).hasSize(2);
        assertThat(elements(chart, "text", "name").stream().map(Element::getTextContent))
                .containsExactly("train loss", "test acc");
    }

    @Test
    void whatHasNoPlaceIsAGap() throws Exception {
        LineChart chart = EMPTY.line(line("loss", 1, 1, 1.5, 1, 2, Double.NaN, 2.5, 9, 3, 0));
        assertThat(paths(chart, "line s1")).last().isEqualTo("M46 166L191 166");
        assertThat(elements(chart, "circle", "alone s1"))
                .singleElement()
                .satisfies(point -> assertThat(point.getAttribute("cx")).isEqualTo("626"));
    }

    @Test
    void aPointSaysWhatItIs() throws Exception {
        LineChart chart = EMPTY.line(line("test <acc>", 2, 0.83456));
        assertThat(elements(chart, "circle", "rest"))
                .singleElement()
                .satisfies(point -> assertThat(point.getTextContent()).isEqualTo("test <acc> 0.8346 at 2"));
    }

    @Test
    void equalRatiosAreEquallyLong() throws Exception {
        LineChart chart = LineChart.of(
                        "rates",
                        Axis.logarithmic("learning rate"),
                        Axis.linear("").from(0).to(2))
                .line(line("loss", 0.01, 2, 0.1, 1, 1, 0));
        assertThat(paths(chart, "line s1")).last().isEqualTo("M46 52L336 166L626 280");
    }

    @Test
    void aMarkPointsAtAPlaceAcross() throws Exception {
        LineChart chart = EMPTY.line(line("loss", 1, 2, 3, 0)).mark(1.5, "0.05 is a good rate");
        assertThat(paths(chart, "mark")).containsExactly("M191 52V280");
        assertThat(elements(chart, "text", "marked"))
                .singleElement()
                .satisfies(text -> assertThat(text.getTextContent()).isEqualTo("0.05 is a good rate"));
    }

    @Test
    void aLegendThatIsTooLongForARowTakesTwo() throws Exception {
        LineChart narrow = EMPTY.size(200, 200)
                .line(line("training loss", 1, 1, 2, 2))
                .line(line("training accuracy", 1, 1, 2, 2));
        assertThat(elements(narrow, "text", "name").stream().map(name -> name.getAttribute("y")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aChartBesideAnotherBeginsBehindIt() {
        assertThat(SvgDocument.of(EMPTY.size(300, 240), EMPTY.size(300, 200)))
                .contains("viewBox=\"0 0 616 240\"")
                .contains("x=\"0\" width=\"300\"")
                .contains("x=\"316\" width=\"300\"");
    }

    @Test
    void aChartWithoutLinesHasItsAxes() throws Exception {
        assertThat(paths(EMPTY, "axis")).contains("M46 34V280H626");
    }

    @Test
    void aSizeWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.size(20, 20))
                .withMessageContaining("160x120");
        assertThatIllegalArgumentException().isThrownBy(() -> SvgDocument.of(List.of()));
    }
}
