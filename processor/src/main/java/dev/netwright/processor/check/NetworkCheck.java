package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;

/** A rule on a network's shapes. */
public interface NetworkCheck {
    /** Finds every violation but those that may only follow from another. */
    Report check(ShapedNetwork network);

    /** Finds the places of every violation, and of those that would not be told because they may follow from another. */
    default Report suspect(ShapedNetwork network) {
        return check(network);
    }

    /**
     * Finds every violation of the rules that a network of any family must obey, in the order of telling.
     *
     * @param networks the network with its numbers; where there are illegal ones, with one legal number and another in their
     *     place: what isn't wrong with each of them may only follow
     * @param declared what is already known to be wrong with single values
     */
    static Report all(List<ShapedNetwork> networks, Report declared) {
        boolean padded = declared.findings().stream().anyMatch(finding -> finding.problem() == Problem.POOL_PADDING);
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
                .map(rule -> all(rule, networks))
                .reduce(Report.CLEAN, Report::and);
    }

    private static Report all(NetworkCheck rule, List<ShapedNetwork> networks) {
        Report found = networks.stream()
                .map(rule::check)
                .reduce(Report.CLEAN, Report::and)
                .withoutRepetition();
        for (ShapedNetwork network : networks) {
            found = found.isClean() ? found : found.alsoIn(rule.suspect(network));
        }
        return found;
    }

    /** What there is to say of the images of a network with missing parts. */
    static Report images(ShapedNetwork network) {
        return TensorsFitArrays.images(network);
    }
}
