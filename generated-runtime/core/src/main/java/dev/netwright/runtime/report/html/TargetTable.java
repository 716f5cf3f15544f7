package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.TestOutcome;
import java.util.Locale;

/** The scores of several labels, of numbers or of the classes of pixels on the test images: a row for each. */
final class TargetTable {
    private static final String BEGIN =
            "<section id=\"targets\"><h2>{}</h2>\n<div class=\"scroll\"><table class=\"plain sortable\"><thead><tr>";
    private static final String END = "</tbody></table></div>\n</section>\n";

    private TargetTable() {}

    /** The heading of the section. */
    static String title(TestOutcome outcome) {
        if (outcome instanceof PixelEvaluation) {
            return "Pixels";
        }
        return outcome instanceof LabelEvaluation ? "Labels" : "Numbers";
    }

    /** The section of labels, numbers or pixels; nothing for classes, which have their own. */
    static Markup of(TestOutcome outcome) {
        if (outcome instanceof LabelEvaluation labels) {
            return of(labels);
        }
        if (outcome instanceof PixelEvaluation pixels) {
            return of(pixels);
        }
        return outcome instanceof NumberEvaluation numbers ? of(numbers) : new Markup();
    }

    private static Markup of(LabelEvaluation evaluation) {
        Markup table = Markup.of(BEGIN, title(evaluation))
                .add(
                        "<th class=\"word\">label</th><th>precision</th><th>recall</th><th>F1</th><th>average precision</th>"
                                + "<th>images</th></tr></thead><tbody>\n");
        for (int label = 0; label < evaluation.labels().size(); label++) {
            table.add(
                    "<tr><td class=\"word\">{}</td>{}{}{}{}<td>{}</td></tr>\n",
                    evaluation.labels().get(label),
                    cell("%.3f", evaluation.precision(label)),
                    cell("%.3f", evaluation.recall(label)),
                    cell("%.3f", evaluation.f1(label)),
                    cell("%.3f", evaluation.averagePrecision(label)),
                    evaluation.images(label));
        }
        return table.add(END);
    }

    private static Markup of(PixelEvaluation evaluation) {
        Markup table = Markup.of(BEGIN, title(evaluation))
                .add(
                        "<th class=\"word\">class</th><th>IoU</th><th>Dice</th><th>recall</th><th>pixels</th></tr></thead><tbody>\n");
        for (int label = 0; label < evaluation.labels().size(); label++) {
            PixelEvaluation.Counts counts = evaluation.counts().get(label);
            table.add(
                    "<tr><td class=\"word\">{}</td>{}{}{}<td>{}</td></tr>\n",
                    evaluation.labels().get(label),
                    cell("%.3f", counts.iou()),
                    cell("%.3f", counts.dice()),
                    cell("%.3f", counts.recall()),
                    counts.pixels());
        }
        return table.add(END);
    }

    private static Markup of(NumberEvaluation evaluation) {
        Markup table = Markup.of(BEGIN, title(evaluation))
                .add(
                        "<th class=\"word\">number</th><th>mean absolute error</th><th>root mean squared error</th><th>R²</th></tr>"
                                + "</thead><tbody>\n");
        for (int number = 0; number < evaluation.names().size(); number++) {
            NumberEvaluation.Errors errors = evaluation.errors().get(number);
            table.add(
                    "<tr><td class=\"word\">{}</td>{}{}{}</tr>\n",
                    evaluation.names().get(number),
                    cell("%.6g", errors.meanAbsolute()),
                    cell("%.6g", errors.rootMeanSquared()),
                    cell("%.3f", errors.r2()));
        }
        return table.add(END);
    }

    private static Markup cell(String format, double value) {
        return Double.isNaN(value)
                ? Markup.of("<td class=\"none\">–</td>")
                : Markup.of("<td>{}</td>", String.format(Locale.ROOT, format, value));
    }
}
