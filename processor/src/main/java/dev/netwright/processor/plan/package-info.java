/**
 * What will be computed, in which order, and how much memory it takes: operations and names.
 * Everything here is deterministic, the same spec gives the same plan; no Java text is written here.
 */
@NullMarked
package dev.netwright.processor.plan;

import org.jspecify.annotations.NullMarked;
