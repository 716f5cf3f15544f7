package dev.netwright.processor.lint;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import java.util.List;

/** One lint. */
interface LintRule {
    /** The lint that it reports. */
    Lint lint();

    /** Checks a network. */
    List<Advice> check(PlannedSpec spec);

    /**
     * All advice on a spec from lints that are on and that no {@code @SuppressWarnings} silences, in the order of
     * reporting.
     */
    static List<Advice> all(PlannedSpec spec, LintOptions options) {
        List<LintRule> rules = List.of(
                new ScoresAreUnbounded(),
                new StagesAreRead(),
                new MemoryIsInBudget(options.memory()),
                new SuppressionsNameLints(),
                new NumbersMatchThePaper(),
                new DropoutFollowsActivations(),
                new NoBiasBeforeNorm(),
                new WindowsReadTheirInput(),
                new AveragesSeeHalfTheImage(),
                new ReceptiveFieldIsNearTheImage(),
                new ConvolutionsHaveParameters(),
                new NetworkInOneLine(options.memory()));
        return rules.stream()
                .filter(rule -> options.enabled().contains(rule.lint()))
                .flatMap(rule -> rule.check(spec).stream())
                .filter(advice -> !spec.suppressions().cover(advice))
                .toList();
    }
}
