/** Pictures with several labels and with numbers, from files to predictions, as docs/several-labels.md and docs/numbers.md show. */
@NullMarked
package dev.netwright.tests.targets;

import org.jspecify.annotations.NullMarked;
