package dev.netwright.processor.lint;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Linear;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.shape.ShapedNode;
import java.util.Comparator;
import java.util.List;

/** In a network with convolutions the fully connected layers have at most 85 % of the parameters. */
final class ConvolutionsHaveParameters implements LintRule {
    private static final double MOST = 0.85;

    @Override
    public Lint lint() {
        return Lint.FC_HEAVY;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        List<ShapedNode> linear = spec.network().nodes().values().stream()
                .filter(node -> node.node().layer() instanceof Linear.Form)
                .toList();
        long parameters = linear.stream().mapToLong(ShapedNode::parameterCount).sum();
        boolean hasConvolutions = spec.network()
                .graph()
                .nodes()
                .anyMatch(node ->
                        node.layer() instanceof Convolution.Form || node.layer() instanceof TransposedConvolution.Form);
        if (!hasConvolutions || parameters <= MOST * spec.plan().parameterCount()) {
            return List.of();
        }
        return linear.stream()
                .max(Comparator.comparingLong(ShapedNode::parameterCount))
                .map(largest -> advice(spec, largest, parameters))
                .stream()
                .toList();
    }

    private Advice advice(PlannedSpec spec, ShapedNode largest, long parameters) {
        // Rounded down, so that a network with a convolution never reads 100 %.
        long percent = parameters * 100 / spec.plan().parameterCount();
        return new Advice(
                lint(),
                largest.node().origin(),
                percent + " % of " + Quantities.count(spec.plan().parameterCount())
                        + " parameters are in fully connected layers, "
                        + Quantities.count(largest.parameterCount()) + " of them in "
                        + largest.node().name(),
                spec.network().trail(largest.node().name()),
                "use fewer units, a smaller map before it, or the mean of each map");
    }
}
