/**
 * Options found by trying, on networks.
 * What a sweep's numbers are read as is tested beside it.
 */
@NullMarked
package dev.netwright.tests.tuning;

import org.jspecify.annotations.NullMarked;
