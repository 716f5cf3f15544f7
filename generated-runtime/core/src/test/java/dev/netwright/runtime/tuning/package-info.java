/** Tests of what a sweep's numbers are read as; sweeps of networks are tested where there are networks. */
@NullMarked
package dev.netwright.runtime.tuning;

import org.jspecify.annotations.NullMarked;
