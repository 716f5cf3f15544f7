package dev.netwright.processor.check;

import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Linear;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The flat parameter vector and each activation of one image can be indexed with an int. */
public final class TensorsFitArrays implements NetworkCheck {
    private static final Set<String> UNITS = Set.of("units", "classes");

    /** The side of the largest square of one channel that fits in an array. */
    private static final int LARGEST_SUGGESTION = 46_340;

    @Override
    public Report check(ShapedNetwork network) {
        List<Finding> findings = new ArrayList<>();
        if (network.images().size() > Integer.MAX_VALUE) {
            findings.add(image(network));
        }
        long parameters = 0;
        for (ShapedNode node : network.nodes().values()) {
            Optional<Misfit.TooLarge> tooLarge = network.misfits(Misfit.TooLarge.class)
                    .filter(misfit -> misfit.node().equals(node.node()))
                    .findFirst();
            if (tooLarge.isPresent()) {
                findings.add(
                        tooLarge.get().isOutput() ? output(network, node, tooLarge.get()) : parameters(network, node));
            } else if (parameters <= Integer.MAX_VALUE) {
                parameters += node.parameterCount();
                if (parameters > Integer.MAX_VALUE) {
                    findings.add(parameters(network, node));
                }
            }
        }
        return new Report(findings);
    }

    private static Finding image(ShapedNetwork network) {
        return Finding.of(
                Problem.TOO_LARGE,
                network.graph().inputOrigin(),
                "an image of " + network.graph().input().bounds() + " has too many values",
                fix(network, "use smaller images"));
    }

    private static Finding output(ShapedNetwork network, ShapedNode node, Misfit.TooLarge tooLarge) {
        return finding(
                network,
                node,
                "has an output of " + tooLarge.output() + ", which is too many values",
                fix(network, "use fewer channels, less padding or smaller images"));
    }

    private static Finding parameters(ShapedNetwork network, ShapedNode node) {
        return finding(
                network,
                node,
                "gives the network too many parameters",
                mostUnits(network, node)
                        .orElseGet(
                                () -> fix(network, "use fewer channels or units, smaller kernels or smaller images")));
    }

    /** Suggests the largest images for which nothing is too large, if every window fits into them. */
    private static String fix(ShapedNetwork network, String otherwise) {
        NetworkGraph graph = network.graph();
        int legal = 0;
        int tooLarge = Math.min(LARGEST_SUGGESTION, Math.min(graph.height(), graph.width())) + 1;
        while (tooLarge - legal > 1) {
            int middle = legal + (tooLarge - legal) / 2;
            if (isLegal(ShapeInference.infer(graph.withImageSize(middle, middle)))) {
                legal = middle;
            } else {
                tooLarge = middle;
            }
        }
        return legal == 0
                        || !ShapeInference.infer(graph.withImageSize(legal, legal))
                                .isReadable()
                ? otherwise
                : "set input = @Input(channels = " + graph.channels() + ", height = " + legal + ", width = " + legal
                        + "), the largest legal square, or " + otherwise;
    }

    /** Ignores windows: the search is for the size above which arrays are too small. */
    private static boolean isLegal(ShapedNetwork network) {
        return network.images().size() <= Integer.MAX_VALUE
                && network.nodes().values().stream()
                        .noneMatch(node -> node.output().size() > Integer.MAX_VALUE)
                && network.parameterCount() <= Integer.MAX_VALUE;
    }

    /**
     * Suggests the most units for which nothing is too large, if this is a fully connected layer whose units are in the
     * spec.
     */
    private static Optional<String> mostUnits(ShapedNetwork network, ShapedNode node) {
        String path = node.node().origin().path();
        String attribute = path.substring(path.lastIndexOf('.') + 1);
        if (!(node.node().layer() instanceof Linear.Form linear) || !UNITS.contains(attribute)) {
            return Optional.empty();
        }
        int legal = attribute.equals("classes") ? 1 : 0;
        int least = legal + 1;
        int tooLarge = linear.units();
        while (tooLarge - legal > 1) {
            int middle = legal + (tooLarge - legal) / 2;
            LayerForm smaller = new Linear.Form(middle, linear.hasBias());
            if (isLegal(
                    ShapeInference.infer(network.graph().withLayer(node.node().name(), smaller)))) {
                legal = middle;
            } else {
                tooLarge = middle;
            }
        }
        return legal < least ? Optional.empty() : Optional.of("set " + attribute + " = " + legal + " or less");
    }

    private static Finding finding(ShapedNetwork network, ShapedNode node, String found, String fix) {
        return new Finding(
                Problem.TOO_LARGE,
                node.node().origin(),
                node.node().name() + " " + found,
                network.trail(node.node().name()),
                fix);
    }
}
