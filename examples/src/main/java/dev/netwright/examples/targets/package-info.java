/**
 * Programs for pictures with several labels and with numbers, each with its spec. Only what docs/several-labels.md and docs/numbers.md show is
 * here, and nothing that the runtime should do.
 */
@NullMarked
package dev.netwright.examples.targets;

import org.jspecify.annotations.NullMarked;
