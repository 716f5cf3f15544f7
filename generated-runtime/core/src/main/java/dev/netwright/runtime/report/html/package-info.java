/**
 * The page about a run: curves, confusion, classes, mistakes and the network's card in a single file that works
 * offline. Its numbers are measured elsewhere, and when and where it is written isn't known here.
 */
@NullMarked
package dev.netwright.runtime.report.html;

import org.jspecify.annotations.NullMarked;
