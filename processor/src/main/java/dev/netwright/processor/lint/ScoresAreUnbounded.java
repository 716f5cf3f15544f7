package dev.netwright.processor.lint;

import dev.netwright.operation.Activation;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;

/**
 * There is no activation between the last layer with weights and a cross-entropy loss, even if there is averaging in
 * between.
 */
final class ScoresAreUnbounded implements LintRule {
    private static final String SWITCH = "reluOnClassMaps";

    @Override
    public Lint lint() {
        return Lint.RELU_LOGITS;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        return spec.layersOnScores().stream()
                .filter(node -> node.node().layer() instanceof Activation.Form)
                .limit(1)
                .map(node -> advice(spec, node))
                .toList();
    }

    private Advice advice(PlannedSpec spec, ShapedNode node) {
        Activation.Form activation = (Activation.Form) node.node().layer();
        boolean hasSwitch = spec.value(SWITCH).isPresent();
        Origin origin = hasSwitch
                ? spec.value(SWITCH).orElseThrow().origin()
                : node.node().origin();
        return new Advice(
                lint(),
                origin,
                node.node().name() + " applies " + activation.function().word() + " to the class scores",
                spec.network().trail(node.node().name()),
                hasSwitch ? "set " + SWITCH + " = false" : "remove the activation after the last layer with weights");
    }
}
