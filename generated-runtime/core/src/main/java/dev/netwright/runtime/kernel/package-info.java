/**
 * The interface between generated classes and kernel sets: bound kernels, programs, sessions and
 * parameters. Nothing here computes, and no kernel set's own types may appear; the Javadoc of an operation has its
 * kernel's formula.
 */
@NullMarked
package dev.netwright.runtime.kernel;

import org.jspecify.annotations.NullMarked;
