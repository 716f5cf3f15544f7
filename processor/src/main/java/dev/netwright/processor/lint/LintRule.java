package dev.netwright.processor.lint;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import java.util.List;

/** One lint. */
interface LintRule {
    /** What it tells. */
    Lint lint();

    /** Looks at a network. */
    List<Advice> check(PlannedSpec spec);

    /** Every advice on a spec that an option or a default wants and no {@code @SuppressWarnings} silences, in the order of telling. */
    static List<Advice> all(PlannedSpec spec, LintOptions options) {
        List<LintRule> rules = List.of(
                new ScoresAreUnbounded(),
                new MemoryIsInBudget(options.memory()),
                new SuppressionsNameLints(),
                new NumbersAreThePapers(),
                new DropoutIsBehindActivations(),
                new BiasesOutliveNorms(),
                new WindowsReadTheirInput(),
                new AveragesSeeHalfTheImage(),
                new ReceptiveFieldIsNearTheImage(),
                new ConvolutionsHaveParameters(),
                new NetworkInOneLine(options.memory()));
        return rules.stream()
                .filter(rule -> options.told().contains(rule.lint()))
                .flatMap(rule -> rule.check(spec).stream())
                .filter(advice -> !spec.suppressions().cover(advice))
                .toList();
    }
}
