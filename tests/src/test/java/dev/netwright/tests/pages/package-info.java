/**
 * Pages of {@code docs} whose code is there to be copied: it compiles as it stands. What the code does is tested where it
 * lives, not here.
 */
@NullMarked
package dev.netwright.tests.pages;

import org.jspecify.annotations.NullMarked;
