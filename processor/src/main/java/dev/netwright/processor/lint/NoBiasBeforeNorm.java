package dev.netwright.processor.lint;

import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Linear;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** No layer has a bias right before a batch norm, if the user can omit it: {@code @LeNet} always has biases. */
final class NoBiasBeforeNorm implements LintRule {
    private static final String SWITCH = "convBias";

    @Override
    public Lint lint() {
        return Lint.BIAS_BEFORE_NORM;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<Node> dead = deadBiases(spec.network().graph().nodes().toList());
        if (dead.isEmpty()) {
            return List.of();
        }
        if (spec.value(SWITCH).isPresent()) {
            return List.of(advice(spec.value(SWITCH).orElseThrow().origin(), dead, SWITCH));
        }
        Map<Origin, List<Node>> byOrigin = new LinkedHashMap<>();
        if (spec.family().equals("Network")) {
            dead.forEach(node -> byOrigin.computeIfAbsent(node.origin(), origin -> new ArrayList<>())
                    .add(node));
        }
        return byOrigin.entrySet().stream()
                .map(entry -> advice(entry.getKey(), entry.getValue(), attribute(entry.getKey(), entry.getValue())))
                .toList();
    }

    private Advice advice(Origin origin, List<Node> dead, String attribute) {
        String others = dead.size() == 1 ? "" : " and " + (dead.size() - 1) + " more";
        return Advice.of(
                lint(),
                origin,
                dead.get(0).name() + others + (dead.size() == 1 ? " has" : " have")
                        + " a bias right before a batch norm",
                "set " + attribute + " = false");
    }

    /** A stage's layer has the stage's name, after those of the blocks around it; a built-in block's layers have longer ones. */
    private static String attribute(Origin origin, List<Node> dead) {
        String name = dead.get(0).name();
        String stage = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.asList(origin.path().split("\\.", -1)).contains(stage) ? "bias" : SWITCH;
    }

    private static List<Node> deadBiases(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> hasBias(node.layer()))
                .filter(node -> {
                    List<Node> readers = nodes.stream()
                            .filter(reader -> reader.inputs().contains(node.name()))
                            .toList();
                    return !readers.isEmpty()
                            && readers.stream().allMatch(reader -> reader.layer() instanceof BatchNorm.Form);
                })
                .toList();
    }

    private static boolean hasBias(LayerForm layer) {
        return (layer instanceof Convolution.Form convolution && convolution.hasBias())
                || (layer instanceof TransposedConvolution.Form transposed && transposed.hasBias())
                || (layer instanceof Linear.Form linear && linear.hasBias());
    }
}
