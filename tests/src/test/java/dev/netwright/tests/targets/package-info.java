/**
 * Pictures with several labels, with numbers and with masks, from files to predictions, as docs/several-labels.md, docs/numbers.md and
 * docs/pixels.md show.
 */
@NullMarked
package dev.netwright.tests.targets;

import org.jspecify.annotations.NullMarked;
