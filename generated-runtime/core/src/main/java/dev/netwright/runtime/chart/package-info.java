/**
 * Charts as SVG: numbers in, markup out, in light and dark.
 * What the numbers mean isn't known here; whoever has some draws them, be it a report, a search for a learning rate or a page of the docs.
 */
@NullMarked
package dev.netwright.runtime.chart;

import org.jspecify.annotations.NullMarked;
