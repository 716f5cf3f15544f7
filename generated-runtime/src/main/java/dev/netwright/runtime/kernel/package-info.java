/**
 * The boundary between generated classes and whatever computes: handles, kernels, bindings, parameters.
 * Nothing here computes, and no kernel set's own types may appear; every formula of a kernel stands in its Javadoc.
 */
@NullMarked
package dev.netwright.runtime.kernel;

import org.jspecify.annotations.NullMarked;
