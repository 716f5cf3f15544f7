/**
 * What only a process of its own can show: limits on its memory and its processors, and where its native libraries are unpacked.
 * Each test starts such a process, and is skipped with its reason where the system can't set the limit.
 */
@NullMarked
package dev.netwright.tests.processes;

import org.jspecify.annotations.NullMarked;
