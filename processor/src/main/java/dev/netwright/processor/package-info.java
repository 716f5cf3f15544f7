/**
 * The annotation processor and its pipeline: read, expand, infer, check, plan, lint, write.
 * Each stage is a package of its own; here they are only put in order.
 */
@NullMarked
package dev.netwright.processor;

import org.jspecify.annotations.NullMarked;
