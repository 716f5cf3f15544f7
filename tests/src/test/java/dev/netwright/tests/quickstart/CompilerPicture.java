package dev.netwright.tests.quickstart;

import dev.netwright.runtime.html.Markup;
import java.util.ArrayList;
import java.util.List;

/** What a compiler says, as a terminal shows it: SVG that stands by itself, in light and dark. */
final class CompilerPicture {
    /** Longer lines are broken between words; a line of source and the caret below it are shorter. */
    private static final int COLUMNS = 104;

    private static final double LINE = 19;
    private static final double MARGIN = 18;
    private static final double FONT = 13;
    /** Of a letter, in the widest of the fonts. */
    private static final double WIDTH = 0.61 * FONT;

    private static final String STYLE = """
            rect { fill: #f6f5f1; stroke: #dedbd3; } text { fill: #1d1f23; } .error { fill: #b3261e; font-weight: 600; }
            .caret { fill: #2c6a94; font-weight: 600; } .cure { fill: #3f7d58; font-weight: 600; }
            @media (prefers-color-scheme: dark) {
              rect { fill: #1b1d21; stroke: #34383f; } text { fill: #e9e7e2; } .error { fill: #ff8a80; }
              .caret { fill: #7db4dc; } .cure { fill: #86c29d; } }
            """;

    private CompilerPicture() {}

    /** The text of the file, to be written as UTF-8. */
    static String of(String messages) {
        List<String> lines =
                messages.lines().flatMap(line -> broken(line).stream()).toList();
        double width = 2 * MARGIN + COLUMNS * WIDTH;
        double height = 2 * MARGIN + lines.size() * LINE - (LINE - FONT);
        Markup picture = Markup.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" font-size=\"{}\" "
                        + "font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\">\n"
                        + "<style>\n{}</style>\n<rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
                width,
                height,
                width,
                height,
                FONT,
                Markup.of(STYLE),
                width - 1,
                height - 1);
        double baseline = MARGIN + FONT - 2;
        for (String line : lines) {
            picture.add("<text x=\"{}\" y=\"{}\" xml:space=\"preserve\">{}</text>\n", MARGIN, baseline, coloured(line));
            baseline += LINE;
        }
        return picture.add("</svg>\n").toString();
    }

    private static Markup coloured(String line) {
        if (line.strip().equals("^")) {
            return Markup.of("<tspan class=\"caret\">{}</tspan>", line);
        }
        for (String word : List.of("error:", "Fix:")) {
            int place = line.indexOf(word);
            if (place >= 0) {
                return Markup.of(
                        "{}<tspan class=\"{}\">{}</tspan>{}",
                        line.substring(0, place),
                        word.equals("Fix:") ? "cure" : "error",
                        word,
                        line.substring(place + word.length()));
            }
        }
        return Markup.of("{}", line);
    }

    private static List<String> broken(String line) {
        List<String> parts = new ArrayList<>();
        String indent = " ".repeat(line.length() - line.stripLeading().length()) + "    ";
        String rest = line;
        while (rest.length() > COLUMNS) {
            int end = rest.lastIndexOf(' ', COLUMNS);
            parts.add(rest.substring(0, end));
            rest = indent + rest.substring(end + 1);
        }
        parts.add(rest);
        return parts;
    }
}
