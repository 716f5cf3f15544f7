/**
 * Tests of facts about the system.
 * Tests create their own programs and class paths: none may depend on a GPU or on its absence.
 */
@NullMarked
package dev.netwright.runtime.machine;

import org.jspecify.annotations.NullMarked;
