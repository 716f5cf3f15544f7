package dev.netwright.processor.lint;

import dev.netwright.operation.Activation;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Pool;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.Suppressions;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A valid spec: its annotation and its plan.
 *
 * @param family simple name of its annotation
 * @param origin the annotation
 * @param values every number, flag and constant in it, by path
 */
public record PlannedSpec(
        String family,
        Origin origin,
        Map<String, Written<String>> values,
        Suppressions suppressions,
        ShapedNetwork network,
        NetworkPlan plan) {
    /** Describes a network that every check has found valid. */
    public static PlannedSpec of(AttributeReader attributes, ShapedNetwork network, NetworkPlan plan) {
        return new PlannedSpec(
                attributes.annotation(),
                attributes.origin(),
                attributes.values(),
                Suppressions.read(attributes),
                network,
                plan);
    }

    /** The advice of the lints that are on. */
    public List<Advice> advice(LintOptions options) {
        return LintRule.all(this, options);
    }

    /** A value of the family's annotation, if it has such an attribute. */
    Optional<Written<String>> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /** Whether an attribute of the family's annotation has a value. */
    boolean hasValue(String path, String text) {
        return value(path).map(Written::value).filter(text::equals).isPresent();
    }

    /** Whether training reads the output as one score for each class. */
    boolean isClassifier() {
        return network.graph().loss().isOfClasses();
    }

    /**
     * The layers after the last one that computes class scores with weights, the output first; empty if training reads
     * no scores.
     */
    List<ShapedNode> layersOnScores() {
        List<ShapedNode> layers = new ArrayList<>();
        ShapedNode node = network.graph().loss().isOfLogits()
                ? network.nodes().get(network.graph().output())
                : null;
        while (node != null && passesScores(node.node().layer())) {
            layers.add(node);
            node = network.nodes().get(node.node().input());
        }
        return layers;
    }

    private static boolean passesScores(LayerForm layer) {
        return layer instanceof Activation.Form
                || layer instanceof Dropout.Form
                || layer instanceof Flatten.Form
                || layer instanceof Pool.Form
                || layer instanceof Pool.GlobalForm
                || layer instanceof AdaptiveAveragePool.Form;
    }
}
