package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.stream.Stream;

/** A rule on a network's shapes. */
@FunctionalInterface
public interface NetworkCheck {
    /** Finds every violation except those that may follow from another fault. */
    Report check(ShapedNetwork network);

    /**
     * Finds every violation of the rules that a network of any family must obey, in the order of reporting.
     *
     * @param declared the findings on single values; a pool among them isn't reported again
     */
    static Report all(ShapedNetwork network, Report declared) {
        return Stream.of(
                        new NetworkComputes(),
                        (NetworkCheck)
                                graph -> new PoolsSeeImages().check(graph).notInside(declared),
                        new WindowFitsInput(),
                        new TransposedPaddingLeavesPixels(),
                        new LayersReadImages(),
                        new GroupsDivideChannels(),
                        new InputsFitOneAnother(),
                        new PartsDivideChannels(),
                        new OutputIsClassScores(),
                        new OutputIsPixelScores(),
                        new TensorsFitArrays(),
                        new LayersFitClass())
                .map(rule -> rule.check(network).withoutRepetition())
                .reduce(Report.CLEAN, Report::and);
    }
}
