/**
 * A second kernel set in plain Java and double precision, with layouts of its own: what every other kernel set is compared with.
 * No library that computes may appear here, and nothing that another kernel set has in common with it but the interfaces.
 */
@NullMarked
package dev.netwright.tests.kernels.reference;

import org.jspecify.annotations.NullMarked;
