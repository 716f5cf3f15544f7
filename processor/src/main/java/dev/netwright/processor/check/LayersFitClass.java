package dev.netwright.processor.check;

import dev.netwright.operation.Activation;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.Optional;

/**
 * The network fits in class files: a method has at most 65,535 bytes of code, and a class as many constants (Java
 * Virtual Machine Specification, sections 4.1 and 4.7.3).
 *
 * <p>Each of N layers and activations takes, at most, 16 constants in the class that lists them: its name, its block's
 * name and method, and nine large numbers. If each is a block of its own, it takes 12 bytes in the constructor of a
 * program. If all are one block, it takes 13 bytes in the constructor of that block. A join reads a stage at most once, and
 * each of its inputs takes 8 bytes of the method that lists it.
 */
public final class LayersFitClass implements NetworkCheck {
    private static final int MOST_LAYERS = 2_000;
    private static final int MOST_WITH_ACTIVATIONS = 4_000;

    @Override
    public Report check(ShapedNetwork network) {
        List<Node> all = network.graph().nodes().toList();
        List<Node> layers = all.stream().filter(node -> !isActivation(node)).toList();
        return tooMany(layers, MOST_LAYERS, "layers")
                .or(() -> tooMany(all, MOST_WITH_ACTIVATIONS, "layers and activations"))
                .map(Report::of)
                .orElse(Report.CLEAN);
    }

    private static boolean isActivation(Node node) {
        return node.layer() instanceof Activation.Form;
    }

    private static Optional<Finding> tooMany(List<Node> nodes, int most, String what) {
        if (nodes.size() <= most) {
            return Optional.empty();
        }
        Node first = nodes.get(most);
        return Optional.of(Finding.of(
                Problem.TOO_DEEP,
                first.origin(),
                "found " + nodes.size() + " " + what + "; " + first.name() + " is one too many",
                "remove at least " + (nodes.size() - most) + " of them"));
    }
}
