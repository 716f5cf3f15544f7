/** Writes HTML and SVG with the necessary escaping. Content and style of pages aren't known here. */
@NullMarked
package dev.netwright.runtime.html;

import org.jspecify.annotations.NullMarked;
