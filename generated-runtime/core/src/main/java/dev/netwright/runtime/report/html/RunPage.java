package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.ClassOutcome;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TestOutcome;
import java.util.List;
import java.util.Optional;

/**
 * A self-contained HTML page about a run, also well-formed XML. It refers to no other file or server.
 *
 * @param network full name of the generated class
 * @param start facts about the run at its start
 * @param end results of the run, if it has ended
 * @param points points of the curves, in order
 * @param labels names of the classes
 * @param outcome outcome of the last evaluation, if there are test images
 * @param pictures pictures of its worst mistakes, in their order, as data URIs
 * @param configuration configuration of the run, as text
 * @param card HTML of the network's card, if it is available
 */
public record RunPage(
        String network,
        RunStart start,
        Optional<RunEnd> end,
        List<RunPoint> points,
        List<String> labels,
        Optional<TestOutcome> outcome,
        List<String> pictures,
        String configuration,
        Optional<String> card) {
    /**
     * Copies the lists.
     *
     * @param network full name of the generated class
     * @param start facts about the run at its start
     * @param end results of the run, if it has ended
     * @param points points of the curves, in order
     * @param labels names of the classes
     * @param outcome outcome of the last evaluation, if there are test images
     * @param pictures pictures of its worst mistakes, in their order, as data URIs
     * @param configuration configuration of the run, as text
     * @param card HTML of the network's card, if it is available
     */
    public RunPage {
        points = List.copyOf(points);
        labels = List.copyOf(labels);
        pictures = List.copyOf(pictures);
    }

    /** {@return the content of the page, to be written as UTF-8} */
    public String html() {
        Markup page = new Markup()
                .add(PageHead.of(className() + ": run"))
                .add("<body>\n<main>\n")
                .add(RunOverview.of(this));
        page.add("<section id=\"curves\"><h2>Curves</h2>\n")
                .add(Curves.of(points))
                .add("</section>\n");
        outcome.ifPresent(test -> page.add(results(test)));
        page.add(networkSection());
        page.add(
                "<section id=\"configuration\"><h2>Configuration</h2>\n<pre>{}</pre>\n</section>\n",
                configuration.strip());
        return page.add("</main>\n<script>{}</script>\n</body>\n</html>\n", Markup.of(PageStyle.SCRIPT))
                .toString();
    }

    private Markup results(TestOutcome test) {
        return test instanceof ClassOutcome classes
                ? new Markup()
                        .add(ConfusionMap.of(labels, classes.confusion()))
                        .add(ClassTable.of(labels, classes.confusion()))
                        .add(MistakeGallery.of(labels, classes.worst(), pictures))
                : TargetTable.of(test);
    }

    /** The class's name without its package. */
    String className() {
        return network.substring(network.lastIndexOf('.') + 1);
    }

    /** The package of the class. */
    String packageName() {
        return network.substring(0, Math.max(0, network.lastIndexOf('.')));
    }

    /** Embeds the card as a separate document, so that styles don't interfere. Its scripts only copy text. */
    private Markup networkSection() {
        if (card.isEmpty()) {
            return new Markup();
        }
        return Markup.of("<section id=\"network\"><h2>Network</h2>\n")
                .add("<details><summary>The card of {}</summary>\n", className())
                .add(
                        "<iframe title=\"card\" loading=\"lazy\" sandbox=\"allow-scripts\" srcdoc=\"{}\"></iframe></details>\n",
                        card.get())
                .add("</section>\n");
    }
}
