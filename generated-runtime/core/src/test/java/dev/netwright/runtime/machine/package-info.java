/**
 * Tests of what the system says of itself.
 * Programs and class paths are made by the tests: none may depend on a GPU or on its absence.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
