package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The confusion matrix: a row for each class, a column for each predicted class, and in each cell its share of the row
 * in percent. With many classes the cells are small, empty cells are left out, and the most frequent confusions are
 * listed as well.
 */
final class ConfusionMap {
    private static final int FEW = 12;
    private static final int SOME = 40;

    /** A larger map would dominate the page's size. */
    private static final int MOST = 256;

    private static final int LISTED = 20;

    private final List<String> labels;
    private final int[][] counts;
    private final int[] totals;
    private final double cell;
    private final double letter;
    private final double left;

    private ConfusionMap(List<String> labels, ConfusionMatrix confusion) {
        this.labels = labels;
        int classes = labels.size();
        counts = new int[classes][classes];
        totals = new int[classes];
        for (int label = 0; label < classes; label++) {
            for (int answer = 0; answer < classes; answer++) {
                counts[label][answer] = confusion.count(label, answer);
                totals[label] += counts[label][answer];
            }
        }
        cell = classes <= FEW ? 54 : classes <= SOME ? 30 : 15;
        letter = classes <= SOME ? 12 : 9;
        int longest = labels.stream().mapToInt(String::length).max().orElse(1);
        left = Math.min(longest, 28) * letter * 0.6 + 16;
    }

    static Markup of(List<String> labels, ConfusionMatrix confusion) {
        ConfusionMap map = new ConfusionMap(labels, confusion);
        Markup section = Markup.of("<section id=\"confusion\"><h2>Confusion</h2>\n");
        section.add(map.mostFrequent());
        if (labels.size() <= MOST) {
            section.add(
                    "<p>A row for each class, a column for each predicted class; the number is the share of the row in percent. "
                            + "Point at a cell for the count.</p>\n");
            section.add("<div class=\"scroll tall\">\n{}</div>\n", map.drawn());
        }
        return section.add("</section>\n");
    }

    private Markup drawn() {
        int classes = labels.size();
        double side = classes * cell;
        double width = left + side + left * 0.72 + 8;
        double height = left * 0.72 + side + 8;
        Markup svg = Markup.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"confusion\" role=\"img\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" "
                        + "font-size=\"{}\"><title>Confusion matrix</title>\n",
                width,
                height,
                width,
                height,
                letter);
        double top = left * 0.72;
        svg.add("<rect class=\"ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", left, top, side, side);
        for (int label = 0; label < classes; label++) {
            double middle = (label + 0.5) * cell;
            svg.add(
                    "<text class=\"end\" x=\"{}\" y=\"{}\">{}</text>\n",
                    left - 6,
                    top + middle + letter * 0.35,
                    shortened(labels.get(label)));
            svg.add(
                    "<text transform=\"translate({} {}) rotate(-45)\">{}</text>\n",
                    left + middle + letter * 0.3,
                    top - 6,
                    shortened(labels.get(label)));
        }
        for (int label = 0; label < classes; label++) {
            for (int answer = 0; answer < classes; answer++) {
                if (counts[label][answer] > 0) {
                    svg.add(cell(label, answer, left + answer * cell, top + label * cell));
                }
            }
        }
        return svg.add("</svg>\n");
    }

    /** The shade follows the square root of the share, so that a confusion of one in a hundred is visible. */
    private Markup cell(int label, int answer, double x, double y) {
        double share = (double) counts[label][answer] / totals[label];
        String shade = String.format(Locale.ROOT, "%.2f", 0.08 + 0.92 * Math.sqrt(share));
        Markup drawn = Markup.of(
                "<g class=\"{}\"><title>{} classified as {}: {} of {}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
                        + "fill-opacity=\"{}\"/>",
                (label == answer ? "right" : "wrong") + (share > 0.3 ? " full" : ""),
                labels.get(label),
                labels.get(answer),
                counts[label][answer],
                totals[label],
                x + 0.5,
                y + 0.5,
                cell - 1,
                cell - 1,
                shade);
        double size = cell >= 30 ? 12 : 7;
        drawn.add(
                "<text class=\"middle\" font-size=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
                size,
                x + cell / 2,
                y + cell / 2 + size * 0.36,
                percent(share));
        return drawn.add("</g>\n");
    }

    private record Confusion(int label, int answer, int count, double share) {}

    private Markup mostFrequent() {
        List<Confusion> wrong = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            for (int answer = 0; answer < labels.size(); answer++) {
                if (label != answer && counts[label][answer] > 0) {
                    wrong.add(new Confusion(
                            label, answer, counts[label][answer], (double) counts[label][answer] / totals[label]));
                }
            }
        }
        if (labels.size() <= FEW || wrong.isEmpty()) {
            return new Markup();
        }
        Markup table = Markup.of(
                "<h3>The most frequent confusions</h3>\n<table class=\"plain\"><thead><tr><th class=\"word\">class</th>"
                        + "<th class=\"word\">classified as</th><th>images</th><th>of the class</th></tr></thead><tbody>\n");
        wrong.stream()
                .sorted(Comparator.comparingInt(Confusion::count)
                        .thenComparingDouble(Confusion::share)
                        .reversed())
                .limit(LISTED)
                .forEach(confusion -> table.add(
                        "<tr><td class=\"word\">{}</td><td class=\"word\">{}</td><td>{}</td><td>{} %</td></tr>\n",
                        labels.get(confusion.label()),
                        labels.get(confusion.answer()),
                        confusion.count(),
                        percent(confusion.share())));
        return table.add("</tbody></table>\n");
    }

    /** A whole percentage; but a nonzero share is never 0, and a share below 1 never 100. */
    private static String percent(double share) {
        double percent = 100 * share;
        if (percent < 1) {
            return String.format(Locale.ROOT, "%.1f", Math.max(0.1, percent)).substring(1);
        }
        return Long.toString(share < 1 ? Math.min(99, Math.round(percent)) : 100);
    }

    private static String shortened(String label) {
        return label.length() <= 28 ? label : label.substring(0, 27) + "…";
    }
}
