package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Report;

/**
 * A rule on what the user wrote.
 *
 * @param <D> the family's declaration
 */
@FunctionalInterface
public interface DeclarationCheck<D> {
    /** Finds every violation. */
    Report check(D declaration);
}
