/**
 * Text of HTML and SVG under construction, escaped where it must be.
 * What is written with it, and how that looks, isn't known here.
 */
@NullMarked
package dev.netwright.runtime.html;

import org.jspecify.annotations.NullMarked;
