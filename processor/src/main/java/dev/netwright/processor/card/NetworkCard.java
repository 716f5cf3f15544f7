package dev.netwright.processor.card;

import dev.netwright.operation.Target;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.Locale;

/** The page about one network: self-contained HTML that is also valid XML and identical in every build. */
public final class NetworkCard {
    private NetworkCard() {}

    /**
     * Writes the page.
     *
     * @param spec the annotated interface as text, for copying
     */
    public static String write(NetworkPlan plan, String spec) {
        return new Markup()
                .add(head(plan))
                .add("<body>\n<main>\n")
                .add(Overview.of(plan))
                .add("<nav><a href=\"#diagram\">Diagram</a><a href=\"#layers\">Layers</a><a href=\"#memory\">Memory</a>"
                        + "<a href=\"#spec\">Spec</a><a href=\"#use\">Use</a></nav>\n")
                .add(Diagram.of(plan))
                .add(LayerTable.of(plan))
                .add(memory(plan))
                .add(code("spec", "Spec", spec))
                .add(code("use", "Use", usage(plan)))
                .add(footer(plan))
                .add("</main>\n<script>{}</script>\n</body>\n</html>\n", Markup.of(CardStyle.SCRIPT))
                .toString();
    }

    private static Markup head(NetworkPlan plan) {
        return Markup.of(
                "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "script-src 'unsafe-inline'\"/>\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                        + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{}</title>\n<style>{}</style>\n</head>\n",
                plan.spec().className(),
                Markup.of(CardStyle.STYLE));
    }

    private static Markup memory(NetworkPlan plan) {
        return Markup.of(
                        "<section id=\"memory\"><h2>Memory</h2>\n"
                                + "<p>The memory of a batch of {} on the reference machine ({}), without parameters. For other machines, "
                                + "use <code>boundBytes()</code> and <code>doctor</code>. Point at a region to see its size, place and lifetime.</p>\n"
                                + "<p class=\"legend\"><span class=\"v\"></span>values <span class=\"g\"></span>gradients "
                                + "<span class=\"s\"></span>saved for backward <span class=\"c\"></span>copies in other layouts "
                                + "<span class=\"t\"></span>scratch <span class=\"k\"></span>images, outputs and prepared weights</p>\n",
                        plan.training().batch(),
                        OneDnnReference.NAME)
                .add(MemoryChart.of(plan.training(), "training-memory", "A training step"))
                .add(MemoryChart.of(plan.inference(), "inference-memory", "A prediction"))
                .add(
                        "<h3>Batches</h3>\n<p>The memory of a batch, including parameters and, in training, their gradients and the optimizer’s state.</p>\n")
                .add(Overview.batches(plan))
                .add("</section>\n");
    }

    private static Markup code(String id, String title, String code) {
        return Markup.of(
                "<section id=\"{}\"><h2>{}</h2>\n<div class=\"code\"><button type=\"button\" hidden=\"hidden\">Copy</button>"
                        + "<pre>{}</pre></div>\n</section>\n",
                id,
                title,
                code);
    }

    private static String usage(NetworkPlan plan) {
        String type = plan.spec().className();
        String file = type.toLowerCase(Locale.ROOT) + ".safetensors";
        String use = plan.layers().isClassifier()
                ? """
                            System.out.println(network.evaluate(test).accuracy());
                            System.out.println(network.predict(picture));
                        """
                : plan.layers().target() instanceof Target.SeveralLabels
                        ? """
                            System.out.println(network.evaluateLabels(test).stats());
                            System.out.println(network.predictLabels(List.of(picture)).above(0, 0.5));
                        """
                        : plan.layers().target() instanceof Target.PerPixel ? """
                            System.out.println(network.evaluatePixels(test).stats());
                            network.predictMasks(List.of(picture)).mask(0).write(Path.of("mask.png"));
                        """ : """
                            System.out.println(network.evaluateNumbers(test).stats());
                            float[] numbers = network.predictNumbers(List.of(picture)).values(0);
                        """;
        return """
                try (%1$s network = %1$s.train(data, Training.with(Optimizer.adam(1e-3)).epochs(5).batch(64))) {
                %2$s    network.save(Path.of("%3$s"));
                }
                try (%1$s network = %1$s.load(Path.of("%3$s"))) {
                    // ...
                }
                System.out.println(%1$s.summary());
                """.formatted(type, use, file);
    }

    private static Markup footer(NetworkPlan plan) {
        return Markup.of(
                "<footer><p>Written by Netwright’s annotation processor from {}; edit the spec, not this file. Multiply-adds are "
                        + "counted as torchinfo counts them, including biases. Fingerprint of the computation: <code>{}</code></p></footer>\n",
                plan.spec().interfaceName(),
                plan.fingerprint());
    }
}
