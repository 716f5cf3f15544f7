package dev.netwright.processor.lint;

import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Optional;

/** A training step's bytes on the reference machine are at most those of {@code -Anetwright.memory}. */
record MemoryIsInBudget(Optional<MemoryBudget> budget) implements LintRule {
    @Override
    public Lint lint() {
        return Lint.MEMORY;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        return budget
                .filter(limit -> limit.bytesOf(spec.plan()) > limit.bytes())
                .map(limit -> advice(spec, limit))
                .stream()
                .toList();
    }

    private Advice advice(PlannedSpec spec, MemoryBudget limit) {
        long largest = largestBatch(spec.plan(), limit);
        String fits = largest == 0
                ? "not even a batch of 1 fits"
                : "the largest batch that fits is " + Quantities.count(largest);
        return Advice.of(
                lint(),
                spec.origin(),
                spec.plan().spec().className() + " needs " + Quantities.bytes(limit.bytesOf(spec.plan()))
                        + " for a training step with batch " + limit.batch() + " and "
                        + limit.optimizer().title() + " (" + OneDnnReference.NAME + "), more than " + Quantities.bytes(limit.bytes()) + "; " + fits,
                largest == 0
                        ? "use smaller images, fewer channels or units, or an optimizer with fewer states"
                        : "train with a batch of at most " + largest + ", or raise the budget");
    }

    private static long largestBatch(NetworkPlan plan, MemoryBudget limit) {
        long fits = 0;
        long tooLarge = limit.batch();
        while (tooLarge - fits > 1) {
            long middle = (fits + tooLarge) / 2;
            if (plan.trainingBytes(middle, limit.optimizer().states()) <= limit.bytes()) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }
}
