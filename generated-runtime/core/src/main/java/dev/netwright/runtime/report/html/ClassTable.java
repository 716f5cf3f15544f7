package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.ConfusionMatrix;
import java.util.List;
import java.util.Locale;

/** Precision, recall and F1 of each class. With JavaScript, a click on a column's header sorts by it. */
final class ClassTable {
    private ClassTable() {}

    static Markup of(List<String> labels, ConfusionMatrix confusion) {
        Markup table = Markup.of(
                "<section id=\"classes\"><h2>Classes</h2>\n<div class=\"scroll\"><table class=\"plain sortable\"><thead><tr>"
                        + "<th class=\"word\">class</th><th>precision</th><th>recall</th><th>F1</th><th>images</th></tr></thead><tbody>\n");
        for (int label = 0; label < labels.size(); label++) {
            int hits = confusion.count(label, label);
            int answers = 0;
            int images = 0;
            for (int other = 0; other < labels.size(); other++) {
                answers += confusion.count(other, label);
                images += confusion.count(label, other);
            }
            table.add(
                    "<tr><td class=\"word\">{}</td>{}{}{}<td>{}</td></tr>\n",
                    labels.get(label),
                    share(hits, answers),
                    share(hits, images),
                    share(2 * hits, answers + images),
                    images);
        }
        return table.add("</tbody></table></div>\n</section>\n");
    }

    /** A class that was never predicted has no precision, and one without images no recall. */
    private static Markup share(int part, int whole) {
        return whole > 0
                ? Markup.of("<td>{}</td>", String.format(Locale.ROOT, "%.3f", (double) part / whole))
                : Markup.of("<td class=\"none\">–</td>");
    }
}
