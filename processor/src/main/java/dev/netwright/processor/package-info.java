/**
 * The annotation processor and its pipeline: read, expand, infer, check, plan, lint, write. Each stage has its own
 * package; this package only puts them in order.
 */
@NullMarked
package dev.netwright.processor;

import org.jspecify.annotations.NullMarked;
