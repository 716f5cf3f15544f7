package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule on a network's shapes. */
public interface NetworkCheck {
    /** With these, layers are missing, and nothing is known of the shapes behind them. */
    Set<Problem> INCOMPLETE = EnumSet.of(Problem.NO_STAGES, Problem.STAGE_METHOD, Problem.STAGE_LAYERS);

    /**
     * Simple names of the attributes whose replacement by a legal value could make the rule fail: while one of them is
     * illegal, a violation might only be its consequence.
     */
    Set<String> attributes();

    /** Finds every violation. */
    Report check(ShapedNetwork network);

    /**
     * Finds every violation of the rules that a network of any family must obey, in the order of telling.
     *
     * @param declared what is already known to be wrong with single values
     */
    static Report all(ShapedNetwork network, Report declared) {
        if (network.graph().blocks().isEmpty()
                || declared.findings().stream().anyMatch(finding -> INCOMPLETE.contains(finding.problem()))) {
            return Report.CLEAN;
        }
        boolean padded = declared.findings().stream().anyMatch(finding -> finding.problem() == Problem.POOL_PADDING);
        Set<String> replaced = declared.findings().stream()
                .filter(finding ->
                        finding.problem() == Problem.VALUE_RANGE || finding.problem() == Problem.ELEMENT_COUNT)
                .map(NetworkCheck::attribute)
                .collect(Collectors.toSet());
        return List.of(
                        new NetworkComputes(),
                        new PoolsSeeImages(),
                        new WindowFitsInput(),
                        new LayersReadImages(),
                        new GroupsDivideChannels(),
                        new OutputIsClassScores(),
                        new TensorsFitArrays(),
                        new LayersFitClass())
                .stream()
                .filter(rule -> !(padded && rule instanceof PoolsSeeImages))
                .filter(rule -> rule.attributes().stream().noneMatch(replaced::contains))
                .map(rule -> rule.check(network))
                .reduce(Report.CLEAN, Report::and);
    }

    private static String attribute(Finding finding) {
        String path = finding.origin().path();
        String attribute = path.substring(path.lastIndexOf('.') + 1);
        return attribute.endsWith("]") ? attribute.substring(0, attribute.indexOf('[')) : attribute;
    }
}
