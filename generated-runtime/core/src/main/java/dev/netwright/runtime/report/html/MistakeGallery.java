package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.Mistake;
import java.util.List;
import java.util.Locale;

/** The mistakes with the highest probability, with their pictures; often the label is wrong. */
final class MistakeGallery {
    private MistakeGallery() {}

    static Markup of(List<String> labels, List<Mistake> worst, List<String> pictures) {
        Markup section = Markup.of("<section id=\"mistakes\"><h2>Worst mistakes</h2>\n");
        if (worst.isEmpty()) {
            return section.add("<p>None: every test image was classified correctly.</p>\n</section>\n");
        }
        section.add(
                "<p>The misclassified test images with the highest probability: actual class, predicted class, its probability, and the image’s number.</p>\n<div class=\"gallery\">\n");
        for (int i = 0; i < worst.size(); i++) {
            Mistake mistake = worst.get(i);
            section.add(
                    "<figure><img alt=\"test image {}\" src=\"{}\"/><figcaption><b>{}</b>classified as {}<br/>"
                            + "<span>{} #{}</span></figcaption></figure>\n",
                    mistake.image(),
                    pictures.get(i),
                    labels.get(mistake.label()),
                    labels.get(mistake.answer()),
                    String.format(Locale.ROOT, "%.3f", mistake.probability()),
                    mistake.image());
        }
        return section.add("</div>\n</section>\n");
    }
}
