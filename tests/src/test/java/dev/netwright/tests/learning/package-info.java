/**
 * Learning measured over many steps, beside PyTorch's from the same first values on the same batches.
 * These are programs that a person runs, not tests: what they print stands in {@code docs/learning-curves}.
 */
@NullMarked
package dev.netwright.tests.learning;

import org.jspecify.annotations.NullMarked;
