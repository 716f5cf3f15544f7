/**
 * Times of single kernels, for whoever changes one; a build only proves that they can be measured.
 * Kernels are reached through their interfaces alone, so that every kernel set can be measured by its name.
 */
@NullMarked
package dev.netwright.tests.benchmarks;

import org.jspecify.annotations.NullMarked;
