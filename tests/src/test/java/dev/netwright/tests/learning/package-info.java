/**
 * Learning measured over many steps, beside PyTorch's from the same first values on the same batches.
 * The measuring is done by programs that a person runs; what they print stands in {@code docs}, drawn as a test has it.
 */
@NullMarked
package dev.netwright.tests.learning;

import org.jspecify.annotations.NullMarked;
