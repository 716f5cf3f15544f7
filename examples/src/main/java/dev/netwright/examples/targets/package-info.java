/**
 * Programs for pictures with several labels, with numbers and with masks. Only what docs/several-labels.md, docs/numbers.md and docs/pixels.md show is
 * here, and nothing that the runtime should do.
 */
@NullMarked
package dev.netwright.examples.targets;

import org.jspecify.annotations.NullMarked;
