package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.CrossValidation;
import dev.netwright.runtime.training.CrossValidation.Quantity;
import dev.netwright.runtime.training.FoldOutcome;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A self-contained HTML page about a cross-validation, also well-formed XML: each fold, mean and standard deviation, and
 * the classes.
 *
 * @param validation the outcome of all folds
 */
public record CrossValidationPage(CrossValidation validation) {
    /** {@return the content of the page, to be written as UTF-8} */
    public String html() {
        String network = validation.network();
        String name = network.substring(network.lastIndexOf('.') + 1);
        return new Markup()
                .add(PageHead.of(name + ": cross-validation"))
                .add("<body>\n<main>\n")
                .add(title(network, name))
                .add(figures())
                .add(folds())
                .add(classes())
                .add("</main>\n<script>{}</script>\n</body>\n</html>\n", Markup.of(PageStyle.SCRIPT))
                .toString();
    }

    private Markup title(String network, String name) {
        int images = validation.folds().stream().mapToInt(FoldOutcome::images).sum();
        return Markup.of(
                "<p class=\"package\">{}</p>\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
                network.substring(0, Math.max(0, network.lastIndexOf('.'))),
                name,
                String.format(
                        Locale.ROOT,
                        "cross-validation with %d folds of %,d images: each network is trained on the other folds and evaluated"
                                + " on its own",
                        validation.folds().size(),
                        images));
    }

    private Markup figures() {
        Markup figures = Markup.of("<dl class=\"figures\">\n");
        for (Quantity quantity : Quantity.values()) {
            figures.add(
                    "<div><dt>{}</dt><dd>{}<small>standard deviation {}</small></dd></div>\n",
                    quantity.text(),
                    number(validation.mean(quantity)),
                    number(validation.standardDeviation(quantity)));
        }
        return figures.add("</dl>\n");
    }

    private Markup folds() {
        Markup table = Markup.of(
                "<section id=\"folds\"><h2>Folds</h2>\n<div class=\"scroll\"><table class=\"plain sortable\"><thead><tr>"
                        + "<th class=\"word\">fold</th><th>trained on</th><th>images</th>");
        for (Quantity quantity : Quantity.values()) {
            table.add("<th>{}</th>", quantity.text());
        }
        table.add("<th>train loss</th><th>train accuracy</th></tr></thead><tbody>\n");
        for (FoldOutcome fold : validation.folds()) {
            table.add(
                    "<tr><td class=\"word\">{}</td><td>{}</td><td>{}</td>",
                    fold.fold(),
                    fold.trainingImages(),
                    fold.images());
            for (Quantity quantity : Quantity.values()) {
                table.add("<td>{}</td>", number(quantity.of(fold)));
            }
            table.add(
                    "<td>{}</td><td>{}</td></tr>\n",
                    fold.last().map(epoch -> number(epoch.loss())).orElse("–"),
                    fold.last().map(epoch -> number(epoch.accuracy())).orElse("–"));
        }
        return table.add("</tbody></table></div>\n</section>\n");
    }

    private Markup classes() {
        Markup table = Markup.of(
                "<section id=\"classes\"><h2>Classes</h2>\n<p>Mean and standard deviation over the folds.</p>\n"
                        + "<div class=\"scroll\"><table class=\"plain sortable\"><thead><tr><th class=\"word\">class</th>"
                        + "<th>precision</th><th>recall</th><th>F1</th><th>images</th></tr></thead><tbody>\n");
        for (int label = 0; label < validation.labels().size(); label++) {
            int number = label;
            table.add(
                    "<tr><td class=\"word\">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                    validation.labels().get(label),
                    spread(fold -> fold.evaluation().precision(number)),
                    spread(fold -> fold.evaluation().recall(number)),
                    spread(fold -> fold.evaluation().f1(number)),
                    validation.folds().stream()
                            .mapToInt(fold -> fold.evaluation().images(number))
                            .sum());
        }
        return table.add("</tbody></table></div>\n</section>\n");
    }

    private String spread(ToDoubleFunction<FoldOutcome> value) {
        return number(validation.mean(value)) + " ± " + number(validation.standardDeviation(value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
