package dev.netwright.tests.cards;

import dev.netwright.runtime.network.NetworkType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A card as it lies beside the classes of netwright-models. */
record Card(Document page) {
    static Card of(NetworkType<?> type) {
        try (InputStream file = Card.class.getResourceAsStream(resource(type))) {
            if (file == null) {
                throw new AssertionError(resource(type) + " is not there");
            }
            return new Card(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(resource(type) + " isn't well-formed: " + e.getMessage(), e);
        }
    }

    static String resource(NetworkType<?> type) {
        return "/META-INF/netwright/" + type.name() + ".html";
    }

    /** Cells of each line of the layer table and, in the end, of the totals. */
    List<List<String>> layers() {
        return elements(section("layers"), "tbody")
                .flatMap(body -> elements(body, "tr"))
                .map(Card::cells)
                .toList();
    }

    /** Bytes of a batch: with plain gradient descent, momentum, Adam, and of a prediction. */
    List<Long> batch(int images) {
        return elements(section("memory"), "tr")
                .filter(line -> cells(line).get(0).equals(Integer.toString(images)))
                .flatMap(line -> elements(line, "td"))
                .map(cell -> Long.valueOf(cell.getAttribute("data-bytes")))
                .toList();
    }

    /**
     * What a figure tells of a program's memory for the batch that it shows.
     *
     * @param bytes of all that is bound
     * @param live most bytes that are live at one time
     */
    record Memory(long bytes, long live) {}

    Memory training() {
        return memory("training-memory");
    }

    Memory inference() {
        return memory("inference-memory");
    }

    private Memory memory(String figure) {
        Element element = elements(section("memory"), "figure")
                .filter(found -> found.getAttribute("id").equals(figure))
                .findFirst()
                .orElseThrow();
        return new Memory(
                Long.parseLong(element.getAttribute("data-bytes")),
                Long.parseLong(element.getAttribute("data-live")));
    }

    private Element section(String id) {
        return elements(page.getDocumentElement(), "section")
                .filter(section -> section.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + id));
    }

    private static List<String> cells(Element line) {
        return nodes(line.getChildNodes()).map(Node::getTextContent).toList();
    }

    private static Stream<Element> elements(Element parent, String name) {
        return nodes(parent.getElementsByTagName(name)).map(Element.class::cast);
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
