/** Tests of the evaluation of sweeps; the module tests runs sweeps of networks. */
@NullMarked
package dev.netwright.runtime.tuning;

import org.jspecify.annotations.NullMarked;
