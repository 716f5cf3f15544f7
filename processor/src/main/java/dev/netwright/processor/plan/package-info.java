/**
 * The plan of a class: operations, their order and names, and their memory. Everything here is deterministic: the same
 * spec leads to the same plan. No Java text is written here.
 */
@NullMarked
package dev.netwright.processor.plan;

import org.jspecify.annotations.NullMarked;
