package dev.netwright.processor.card;

import dev.netwright.operation.Mode;
import dev.netwright.plan.onednn.ReferenceMemory;
import dev.netwright.processor.plan.NetworkPlan;

/** The head of the card and the memory of batches. */
final class Overview {
    private static final int[] BATCHES = {1, 8, 32, 64, 128, 256};
    private static final int MOMENTUM_STATES = 1;
    private static final int ADAM_STATES = 2;

    private final NetworkPlan plan;

    private Overview(NetworkPlan plan) {
        this.plan = plan;
    }

    static Markup of(NetworkPlan plan) {
        return new Overview(plan).header();
    }

    /**
     * Bytes of whole steps and predictions, as {@code trainingBytes} and {@code inferenceBytes} of the class return
     * them.
     */
    static Markup batches(NetworkPlan plan) {
        return new Overview(plan).batchTable();
    }

    private Markup header() {
        Markup header = Markup.of(
                """
                <header class="top">
                <p class="package">{}</p>
                <h1>{}</h1>
                <p class="lead">Maps {} images to {} {}. Follows {}.</p>
                <dl class="figures">
                """,
                plan.spec().packageName(),
                plan.spec().className(),
                Shapes.text(plan.images()),
                plan.classes(),
                plan.outputs(),
                plan.paper());
        figure(header, "parameters", plan.parameterCount());
        figure(header, "multiply-adds per image", plan.multiplyAdds());
        header.add(
                "<div><dt>receptive field</dt><dd>{}<small>pixels per side</small></dd></div>\n",
                plan.receptiveField());
        memory(header, "training, per image", plan.trainingBytesPerImage());
        memory(header, "prediction, per image", plan.inferenceBytesPerImage());
        return header.add("</dl>\n</header>\n");
    }

    private static void figure(Markup header, String name, long count) {
        header.add(
                "<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n",
                name,
                Quantity.rounded(count),
                Quantity.exact(count));
    }

    private static void memory(Markup header, String name, long bytes) {
        header.add(
                "<div><dt>{}</dt><dd>{}<small>{} bytes</small></dd></div>\n",
                name,
                Quantity.bytes(bytes),
                Quantity.exact(bytes));
    }

    private Markup batchTable() {
        Markup table = Markup.of(
                "<div class=\"scroll\"><table class=\"batches\"><thead><tr><th scope=\"col\">batch</th><th scope=\"col\">SGD</th>"
                        + "<th scope=\"col\">momentum</th><th scope=\"col\">Adam</th><th scope=\"col\">prediction</th></tr></thead><tbody>\n");
        for (int batch : BATCHES) {
            ReferenceMemory training = plan.memory(Mode.TRAINING, batch);
            table.add(
                    "<tr><th scope=\"row\">{}</th>{}{}{}{}</tr>\n",
                    batch,
                    cell(training.trainingBytes(0)),
                    cell(training.trainingBytes(MOMENTUM_STATES)),
                    cell(training.trainingBytes(ADAM_STATES)),
                    cell(plan.memory(Mode.INFERENCE, batch).inferenceBytes()));
        }
        return table.add("</tbody></table></div>\n");
    }

    private static Markup cell(long bytes) {
        return Markup.of("<td data-bytes=\"{}\">{}</td>", bytes, Quantity.bytes(bytes));
    }
}
