/**
 * What every kernel set has to do, kernel by kernel and for whole generated networks, whatever computes.
 * Nothing here knows a kernel set's own types, but for the one list that makes them and the reference that they are compared with.
 */
@NullMarked
package dev.netwright.tests.kernels;

import org.jspecify.annotations.NullMarked;
