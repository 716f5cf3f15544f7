package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;

/** A rule on a network's shapes. */
@FunctionalInterface
public interface NetworkCheck {
    /** Finds every violation. */
    Report check(ShapedNetwork network);

    /** Every rule that a network of any family must obey, in the order of telling. */
    static Report all(ShapedNetwork network) {
        return List.<NetworkCheck>of(new WindowFitsInput(), new TensorsFitArrays()).stream()
                .map(rule -> rule.check(network))
                .reduce(Report.CLEAN, Report::and);
    }
}
