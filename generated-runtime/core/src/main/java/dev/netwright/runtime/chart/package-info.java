/**
 * Charts as SVG, in light and dark. The meaning of the numbers isn't known here; reports, the search for a learning
 * rate, and pages of the documentation draw them.
 */
@NullMarked
package dev.netwright.runtime.chart;

import org.jspecify.annotations.NullMarked;
