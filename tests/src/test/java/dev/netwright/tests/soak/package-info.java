/**
 * Long runs of small networks: what grows with time is found here, memory and open files.
 * How fast they are belongs to the benchmarks.
 */
@NullMarked
package dev.netwright.tests.soak;

import org.jspecify.annotations.NullMarked;
