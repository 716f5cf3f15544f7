package dev.netwright.processor.check;

import dev.netwright.operation.Dropout;
import dev.netwright.operation.Flatten;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;

/** A prediction computes something: flattening only renames values, and dropout is off in predictions. */
public final class NetworkComputes implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return network.graph().gaps().isEmpty()
                        && network.graph()
                                .nodes()
                                .allMatch(node ->
                                        node.layer() instanceof Flatten.Form || node.layer() instanceof Dropout.Form)
                ? Report.of(Finding.of(
                        Problem.NO_STAGES,
                        network.graph().inputOrigin(),
                        "no stage computes anything, as flattening and dropout leave a prediction's values as they are",
                        "add a layer, such as: @Linear(units = 10) void classes();"))
                : Report.CLEAN;
    }
}
