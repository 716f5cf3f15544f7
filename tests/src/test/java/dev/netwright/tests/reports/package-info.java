/**
 * What runs leave behind, from real training to what a reader sees.
 * How each file is written is tested beside the code that writes it.
 */
@NullMarked
package dev.netwright.tests.reports;

import org.jspecify.annotations.NullMarked;
