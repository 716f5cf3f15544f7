package dev.netwright.processor.lint;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Optional;

/** {@code Vgg11: 128,806,154 params, 7.55 GMACs, RF 150, train 5.5 GiB at batch 64 (Adam)}. */
record NetworkInOneLine(Optional<MemoryBudget> budget) implements LintRule {
    @Override
    public Lint lint() {
        return Lint.SUMMARY;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        NetworkPlan plan = spec.plan();
        MemoryBudget asked = budget.orElse(MemoryBudget.UNLIMITED);
        return List.of(Advice.of(
                lint(),
                spec.origin(),
                plan.spec().className() + ": " + Quantities.count(plan.parameterCount()) + " params, "
                        + Quantities.multiplyAdds(plan.multiplyAdds()) + ", RF " + plan.receptiveField() + ", train "
                        + Quantities.bytes(asked.bytesOf(plan)) + " at batch " + asked.batch() + " ("
                        + asked.optimizer().title() + ")",
                ""));
    }
}
