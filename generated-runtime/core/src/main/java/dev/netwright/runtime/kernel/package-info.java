/**
 * The boundary between generated classes and whatever computes: bound kernels, programs, sessions, parameters. Nothing
 * here computes, and no kernel set's own types may appear; a kernel's formula stands in the Javadoc of its operation.
 */
@NullMarked
package dev.netwright.runtime.kernel;

import org.jspecify.annotations.NullMarked;
