/**
 * The root of what generated classes call, which holds nothing but its packages.
 * Each of them says what it holds; they depend on each other in one direction only.
 */
@NullMarked
package dev.netwright.runtime;

import org.jspecify.annotations.NullMarked;
