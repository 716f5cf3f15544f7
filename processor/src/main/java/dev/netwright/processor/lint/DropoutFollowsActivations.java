package dev.netwright.processor.lint;

import dev.netwright.operation.Activation;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.Linear;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** No dropout comes before a ReLU, between maps and the first of several fully connected layers, or on class scores. */
final class DropoutFollowsActivations implements LintRule {
    private static final String SWITCH = "dropoutPlace";

    @Override
    public Lint lint() {
        return Lint.DROPOUT_PLACE;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<Advice> advice = new ArrayList<>();
        List<Node> nodes = spec.network().graph().nodes().toList();
        Map<String, Node> byName = nodes.stream().collect(Collectors.toMap(Node::name, Function.identity()));
        for (Node node : nodes) {
            if (node.layer() instanceof Dropout.Form) {
                String found = found(spec, nodes, byName, node);
                if (!found.isEmpty()) {
                    advice.add(advice(spec, node, node.name() + " " + found));
                }
            }
        }
        // One attribute places all of them.
        return spec.value(SWITCH).isPresent() ? advice.stream().limit(1).toList() : advice;
    }

    private Advice advice(PlannedSpec spec, Node dropout, String found) {
        return spec.value(SWITCH)
                .map(place ->
                        Advice.of(lint(), place.origin(), found, "set " + SWITCH + " = DropoutPlace.AFTER_ACTIVATION"))
                .orElseGet(() -> Advice.of(
                        lint(),
                        dropout.origin(),
                        found,
                        "move it after the activation of a hidden layer, or remove it"));
    }

    /** The problem with a dropout, or empty text. */
    private static String found(PlannedSpec spec, List<Node> nodes, Map<String, Node> byName, Node dropout) {
        List<Node> readers = nodes.stream()
                .filter(node -> node.inputs().contains(dropout.name()))
                .toList();
        if (spec.layersOnScores().stream().anyMatch(score -> score.node().equals(dropout))) {
            return "drops class scores";
        }
        if (readers.stream().anyMatch(DropoutFollowsActivations::isRelu)) {
            return "comes before a ReLU";
        }
        boolean isBeforeFirst = readers.stream().anyMatch(reader -> isLinear(afterFlattening(nodes, reader)))
                && isMap(spec.network().shapeOf(mapBefore(byName, dropout)))
                && nodes.stream().filter(DropoutFollowsActivations::isLinear).count() > 1;
        return isBeforeFirst ? "comes between the convolutions' maps and the first fully connected layer" : "";
    }

    private static Node afterFlattening(List<Node> nodes, Node reader) {
        return reader.layer() instanceof Flatten.Form
                ? nodes.stream()
                        .filter(node -> node.inputs().contains(reader.name()))
                        .findFirst()
                        .orElse(reader)
                : reader;
    }

    private static String mapBefore(Map<String, Node> byName, Node dropout) {
        Node before = byName.get(dropout.input());
        return before != null && before.layer() instanceof Flatten.Form ? before.input() : dropout.input();
    }

    private static boolean isMap(Shape shape) {
        return !shape.isVector() && (shape.height() > 1 || shape.width() > 1);
    }

    private static boolean isRelu(Node node) {
        return node.layer() instanceof Activation.Form activation
                && activation.function().isRelu();
    }

    private static boolean isLinear(Node node) {
        return node.layer() instanceof Linear.Form;
    }
}
